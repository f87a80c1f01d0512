package dev.baton.console;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page of watch mode shows. */
public final class WatchViews {

    private WatchViews() {}

    /**
     * What is watched, and what would have been sent.
     *
     * @param narrowed what the list is narrowed to, in words; null = all is shown
     * @param count how many the list holds in all
     * @param mayGoLive whether whoever looks may end or begin watch mode
     */
    public record Watch(
            Frame frame,
            List<Party> watched,
            List<Party> live,
            @Nullable String narrowed,
            long count,
            List<Row> rows,
            boolean mayGoLive,
            @Nullable String next,
            @Nullable String first) {}

    /**
     * A store or a supplier.
     *
     * @param side {@code store} or {@code supplier}
     * @param waits documents that would have been sent
     * @param path the list of these
     */
    public record Party(String side, String id, String name, long waits, String path) {}

    /** One document; {@code order} null = the customer's order is not found. */
    public record Row(
            String id,
            String what,
            String number,
            String supplier,
            String store,
            Instant plannedAt,
            String why,
            @Nullable String order,
            @Nullable String orderPath) {}
}
