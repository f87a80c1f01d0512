package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import org.jspecify.annotations.Nullable;

/**
 * One offer a stock file would change.
 *
 * @param was selling units by what is known now; null when nothing is
 * @param becomes selling units; 0 also for what a full file leaves out
 */
public record FeedChange(OfferId offer, @Nullable Integer was, int becomes) {

    /** What a change comes to, as {@link FeedDiff} counts it. */
    public enum Kind {
        /** More than there was, or a first figure above 0. */
        RAISED,
        /** Fewer, but not 0. */
        LOWERED,
        /** 0, where there was stock: listed so, or left out by a full file. */
        LOST
    }
}
