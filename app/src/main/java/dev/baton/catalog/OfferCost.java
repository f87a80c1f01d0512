package dev.baton.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One cost in an offer's history.
 *
 * @param since from when it holds; may lie ahead
 * @param source who stated it
 * @param knownAt when it became known here; null for the oldest ones
 * @param listed the row of the price list it came from; null when it came otherwise, and for the oldest ones
 */
public record OfferCost(
        Cost cost,
        Instant since,
        Source source,
        @Nullable Instant knownAt,
        @Nullable ListedIn listed) {

    /** Who stated a cost. */
    public enum Source {
        /** The merchant, by the API or in the console. */
        MERCHANT,
        /** The supplier, by a price list. */
        PRICE_LIST,
        /** The supplier, and a person accepted that it jumped. */
        ACCEPTED
    }
}
