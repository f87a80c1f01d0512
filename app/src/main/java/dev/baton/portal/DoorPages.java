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

    /**
     * All open orders of whoever came in.
     *
     * @param table where a table of parcels is sent, and below it the one to fill in is found
     * @param told what became of a table that was just sent; null = none was
     */
    public record Orders(
            Shell shell,
            Words words,
            String merchant,
            String table,
            @Nullable TableTold told,
            List<Row> rows) {}

    /**
     * What became of a table of parcels.
     *
     * @param trouble why it could not be read at all; null = it was read
     * @param lines what was done, a sentence each
     * @param wrong what is wrong with its first rows, a sentence each
     * @param errors the rows that were not recorded, as a {@code data:} address; empty = there are none
     */
    public record TableTold(@Nullable String trouble, List<String> lines, List<String> wrong, String errors) {}

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
