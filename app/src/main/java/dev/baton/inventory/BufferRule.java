package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import org.jspecify.annotations.Nullable;

/**
 * Units never to sell.
 *
 * @param units selling units, 0 or more; null = nothing is stated, so that a wider scope counts
 */
public record BufferRule(BufferScope scope, @Nullable Integer units) {

    /** Of one offer. */
    public static BufferRule of(OfferId offer, @Nullable Integer units) {
        return new BufferRule(new BufferScope.OfOffer(offer), units);
    }
}
