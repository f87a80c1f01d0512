package dev.baton.inventory;

import dev.baton.suppliers.Absence;
import dev.baton.suppliers.SupplierId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stock file whose rows follow.
 *
 * @param source the feed it came by; its last merged run is what a shrinking one is measured by
 * @param place the only ship-from place it speaks of; null = all of the supplier's
 * @param absence what leaving an offer out of a full file means; null = as agreed with the supplier
 * @param maxAge how old a file without a time of its own is taken to be; null = as agreed with the supplier
 * @param observedAt the file's own time; null when it has none
 * @param receivedAt when it arrived
 * @param mends the run whose faulty rows it brings again: it speaks for the same time; null for a file of its own
 * @param sequence the supplier's own number, growing from run to run; null when it does not number them
 * @param proposal true: nothing is merged before a person says so
 */
public record NewStagedRun(
        UUID source,
        SupplierId supplier,
        @Nullable String place,
        FeedMode mode,
        @Nullable Absence absence,
        @Nullable Duration maxAge,
        @Nullable Instant observedAt,
        Instant receivedAt,
        @Nullable FeedRunId mends,
        @Nullable Long sequence,
        boolean proposal,
        FeedGuard guard) {

    /** A file without a number. */
    public NewStagedRun(
            UUID source,
            SupplierId supplier,
            @Nullable String place,
            FeedMode mode,
            @Nullable Absence absence,
            @Nullable Duration maxAge,
            @Nullable Instant observedAt,
            Instant receivedAt,
            @Nullable FeedRunId mends,
            boolean proposal,
            FeedGuard guard) {
        this(source, supplier, place, mode, absence, maxAge, observedAt, receivedAt, mends, null, proposal, guard);
    }
}
