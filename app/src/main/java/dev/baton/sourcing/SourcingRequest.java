package dev.baton.sourcing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Everything one sourcing decision depends on; the same request always gives the same decision. It is read during {@link
 * Sourcing#plan} and not kept, so its collections are not copied.
 *
 * @param destination where the goods go
 * @param demands the lines that need a supplier, at most {@link #MAX_LINES}; their order does not matter
 * @param candidates offers by SKU, at most {@link #MAX_CANDIDATES} each; a SKU that is missing has none
 * @param terms shipping terms by origin; an origin that is missing cannot ship
 * @param rates the exchange rates to use
 * @param policy the merchant's wishes
 * @param carriers codes of the carriers the order may travel with; empty means any
 */
public record SourcingRequest(
        Destination destination,
        List<Demand> demands,
        Map<UUID, List<Candidate>> candidates,
        Map<Origin, ShippingTerms> terms,
        FxRates rates,
        SourcingPolicy policy,
        Set<String> carriers) {
    /** Longest order that can be planned, in lines. */
    public static final int MAX_LINES = 1_000;

    /** Most offers of one SKU that can be compared. */
    public static final int MAX_CANDIDATES = 100;

    public SourcingRequest {
        if (demands.size() > MAX_LINES) {
            throw new IllegalArgumentException(demands.size() + " lines, at most " + MAX_LINES + " can be planned");
        }
    }
}
