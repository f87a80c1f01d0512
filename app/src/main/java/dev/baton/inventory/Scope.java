package dev.baton.inventory;

import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Up to when a supplier's feeds speak for offers they did not list; columns as in the table feed_scope.
 */
record Scope(
        SupplierId supplier,
        @Nullable Instant fullAt,
        @Nullable Long fullSequence,
        @Nullable Instant announcedAt,
        @Nullable Long announcedSequence,
        @Nullable Instant deltaAt,
        @Nullable Long lastSequence,
        boolean deltaTrusted) {

    static Scope silent(SupplierId supplier) {
        return new Scope(supplier, null, null, null, null, null, null, false);
    }

    /** The time a row's figure is believed to be of; null when it was never observed. */
    @Nullable
    Instant effective(StockRow row) {
        return effective(row.observedAt(), row.leftOut());
    }

    @Nullable
    Instant effective(@Nullable Instant observedAt, boolean leftOut) {
        if (observedAt == null || leftOut) {
            return observedAt;
        }
        return later(later(observedAt, fullAt), deltaAt);
    }

    Scope announcing(FeedOrder run) {
        return new Scope(supplier, fullAt, fullSequence, run.at(), run.sequence(), deltaAt, lastSequence, deltaTrusted);
    }

    /**
     * After the last row of a full run: it speaks for everything it did not have to change. One overtaken by
     * numbered deltas cannot tell whether another of them is still on its way.
     */
    Scope merged(FeedOrder full) {
        boolean overtaken = lastSequence != null && (full.sequence() == null || full.sequence() < lastSequence);
        return new Scope(
                supplier,
                full.at(),
                full.sequence(),
                announcedAt,
                announcedSequence,
                deltaAt,
                newest(full),
                !overtaken);
    }

    /**
     * After a delta. Its silence confirms the rest only when that is agreed and, where runs are numbered, none is
     * missing since the last full one: the missing one may list what this one leaves out.
     */
    Scope heard(FeedOrder delta, boolean silenceConfirms) {
        boolean gap = delta.sequence() != null && lastSequence != null && delta.sequence() > lastSequence + 1;
        boolean trusted = deltaTrusted && !gap;
        boolean confirms = silenceConfirms && trusted && delta.against(fullAt, fullSequence) == FeedOrder.Age.NEWER;
        return new Scope(
                supplier,
                fullAt,
                fullSequence,
                announcedAt,
                announcedSequence,
                confirms ? later(delta.at(), deltaAt) : deltaAt,
                newest(delta),
                trusted);
    }

    private @Nullable Long newest(FeedOrder run) {
        if (run.sequence() == null || lastSequence == null) {
            return run.sequence() == null ? lastSequence : run.sequence();
        }
        return Math.max(run.sequence(), lastSequence);
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }
}
