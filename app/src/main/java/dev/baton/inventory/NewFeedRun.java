package dev.baton.inventory;

import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stock file or message of a supplier as it came.
 *
 * @param observedAt the time its figures are of by its own word; null when it has none
 * @param sequence the supplier's own number, growing from run to run; null when it does not number them
 * @param guarded by what it is looked at first; null = it is believed as it is
 */
public record NewFeedRun(
        SupplierId supplier,
        FeedMode mode,
        @Nullable Instant observedAt,
        @Nullable Long sequence,
        List<FeedRow> rows,
        @Nullable Guarded guarded) {

    public NewFeedRun {
        rows = List.copyOf(rows);
    }

    /** A run that is believed as it is: a person stands behind it, or it was looked at. */
    public NewFeedRun(
            SupplierId supplier,
            FeedMode mode,
            @Nullable Instant observedAt,
            @Nullable Long sequence,
            List<FeedRow> rows) {
        this(supplier, mode, observedAt, sequence, rows, null);
    }
}
