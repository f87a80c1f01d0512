package dev.baton.console;

import dev.baton.console.OrderViews.Mark;
import dev.baton.console.PurchaseViews.Fact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages show of what suppliers send by their keys. */
public final class RequestViews {

    private RequestViews() {}

    /**
     * Something a supplier sent, in a list.
     *
     * @param path where it is read
     * @param what method and path, without what they all begin with
     * @param repeats how often the same came again and was answered alike
     */
    public record Sent(String path, String what, Mark answer, Instant at, int repeats) {}

    /**
     * One, with its body.
     *
     * @param from the pages of the supplier and the purchase order it is about
     * @param text the body as it came, at most its beginning; null = it is no text or is not here, as {@code why} says
     * @param why why there is no text, or not all of it; empty = it is all here
     * @param download where the very bytes are; null = they are not here
     */
    public record Request(
            Frame frame,
            String what,
            Mark answer,
            List<PurchaseViews.Party> from,
            List<Fact> facts,
            @Nullable String text,
            String why,
            @Nullable String download) {}
}
