package dev.baton.portal;

import dev.baton.platform.pages.Shell;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages on the way to all open orders show. */
public final class DoorPages {

    private DoorPages() {}

    /**
     * Asks for the mail address, then for the code.
     *
     * @param email what was typed; empty = it is still asked for
     * @param trouble what is wrong; null = nothing
     */
    public record SignIn(
            Shell shell,
            Words words,
            String base,
            String merchant,
            String email,
            @Nullable String trouble) {}

    /** All open orders of whoever came in. */
    public record Orders(Shell shell, Words words, String merchant, List<Row> rows) {}

    /**
     * One of them.
     *
     * @param mood good, warn, bad or empty
     * @param goods what is still to come, a line each
     */
    public record Row(
            String path,
            String number,
            String supplier,
            String state,
            String mood,
            @Nullable String respondBy,
            List<String> goods) {}
}
