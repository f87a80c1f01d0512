package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.suppliers.Absence;
import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table staged_run with its feed_run; columns as described there. */
record StagedRun(
        FeedRunId id,
        SupplierId supplier,
        UUID source,
        @Nullable String place,
        FeedMode mode,
        Absence absence,
        FeedOrder order,
        @Nullable FeedRunId mends,
        boolean proposal,
        FeedGuard guard,
        FeedRuns.State state,
        long reachedRow,
        @Nullable OfferId mergedOffer,
        boolean plainMerged,
        boolean listedMerged,
        boolean decided,
        FeedMerge.Tally tally,
        int listed,
        int offers,
        int firstSeen,
        int unchanged,
        Instant receivedAt) {

    /** A file of one place says nothing of the others: it is merged as a list of figures, its absences among them. */
    FeedMode mergedAs() {
        return place == null && mends == null ? mode : FeedMode.DELTA;
    }

    /** Whether figures of many offers seen before were other ones when the file was judged; what became so later is few. */
    boolean changesKnown() {
        return mergedAs() == FeedMode.DELTA || (unchanged < offers && firstSeen < offers);
    }

    boolean isFull() {
        return mode == FeedMode.FULL && mends == null;
    }
}
