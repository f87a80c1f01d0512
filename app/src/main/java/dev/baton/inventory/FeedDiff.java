package dev.baton.inventory;

import org.jspecify.annotations.Nullable;

/**
 * What a stock file would change, counted in offers.
 *
 * @param offers that it speaks of
 * @param zeros of these, at 0
 * @param stocked of all it speaks of or leaves out with meaning, those that have stock by what is known now
 * @param lost of these, those that would fall to 0
 * @param raised would have more, those that come back among them
 * @param lowered would have less, but not 0
 * @param unchanged would stay
 * @param firstSeen never had a figure
 * @param previousOffers that the last merged file of the feed spoke of; null when there was none
 */
public record FeedDiff(
        int offers,
        int zeros,
        int stocked,
        int lost,
        int raised,
        int lowered,
        int unchanged,
        int firstSeen,
        @Nullable Integer previousOffers) {}
