package dev.baton.inventory;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stands among all runs of its supplier.
 *
 * @param at the time its figures are believed to be of
 * @param sequence the supplier's own number, null when it gives none
 * @param ownTime whether the time is the feed's own; a derived one does not order numbered runs
 */
record FeedOrder(Instant at, @Nullable Long sequence, boolean ownTime) {

    /** How a run stands to what is known. */
    enum Age {
        OLDER,
        SAME,
        NEWER
    }

    /** A run without a time of its own is as old as agreed at most; a time to come is that of its arrival. */
    static FeedOrder of(NewFeedRun run, Instant receivedAt, Duration maxAge) {
        Instant observed = run.observedAt();
        if (observed == null) {
            return new FeedOrder(micros(receivedAt.minus(maxAge)), run.sequence(), false);
        }
        return new FeedOrder(micros(observed.isAfter(receivedAt) ? receivedAt : observed), run.sequence(), true);
    }

    static FeedOrder event(Instant at) {
        return new FeedOrder(micros(at), null, true);
    }

    /** What the database keeps: a finer time would never equal itself again. */
    static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** How this run stands to a known one; newer than none ({@code knownAt} null). */
    Age against(@Nullable Instant knownAt, @Nullable Long knownSequence) {
        if (knownAt == null) {
            return Age.NEWER;
        }
        if (sequence == null || knownSequence == null) {
            return age(at.compareTo(knownAt));
        }
        int byNumber = Long.compare(sequence, knownSequence);
        if (!ownTime && byNumber <= 0) {
            return age(byNumber);
        }
        int byTime = at.compareTo(knownAt);
        return age(byTime == 0 ? byNumber : byTime);
    }

    private static Age age(int order) {
        return order < 0 ? Age.OLDER : order == 0 ? Age.SAME : Age.NEWER;
    }
}
