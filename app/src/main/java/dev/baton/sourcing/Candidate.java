package dev.baton.sourcing;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * A supplier's offer of the wanted SKU, as it stands at the moment of the decision.
 *
 * @param offerId the offer; unique in a request
 * @param origin who ships it and from where
 * @param unitCostMicros cost of one selling unit in 10⁻⁶ of {@code currency}, not negative
 * @param currency ISO 4217 of the cost
 * @param packSize selling units per pack, at least 1; only whole packs can be ordered
 * @param minimumQuantity fewest selling units it is sold in, at least 1; each part of a line it ships has as many
 * @param available selling units nobody has claimed yet (the running balance of the batch); zero or less is none
 * @param weightGrams of one selling unit, packed, not negative
 * @param leadTimeDays days until it leaves the supplier, not negative
 * @param servedCountries ISO 3166-1 alpha-2; empty means every country
 * @param carriers codes of the carriers it may travel with; empty means any
 */
public record Candidate(
        UUID offerId,
        Origin origin,
        long unitCostMicros,
        String currency,
        int packSize,
        int minimumQuantity,
        int available,
        int weightGrams,
        int leadTimeDays,
        Set<String> servedCountries,
        Set<String> carriers) {
    public Candidate {
        Objects.requireNonNull(offerId, "offerId");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(currency, "currency");
        if (unitCostMicros < 0 || packSize < 1 || minimumQuantity < 1 || weightGrams < 0 || leadTimeDays < 0) {
            throw new IllegalArgumentException(
                    "cost, pack, least quantity, weight or lead time out of range in offer " + offerId);
        }
    }

    /** An offer that is sold from one pack on. */
    public Candidate(
            UUID offerId,
            Origin origin,
            long unitCostMicros,
            String currency,
            int packSize,
            int available,
            int weightGrams,
            int leadTimeDays,
            Set<String> servedCountries,
            Set<String> carriers) {
        this(
                offerId,
                origin,
                unitCostMicros,
                currency,
                packSize,
                1,
                available,
                weightGrams,
                leadTimeDays,
                servedCountries,
                carriers);
    }
}
