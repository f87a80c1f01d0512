package dev.baton.sourcing;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * A supplier's offer of the wanted SKU, as it stands at the moment of the decision.
 *
 * @param offerId the offer; unique in a request
 * @param origin who ships it and from where
 * @param unitCostMicros cost of one selling unit in 10⁻⁶ of {@code currency}, not negative, of fewer units than any price
 *     break asks for
 * @param currency ISO 4217 of the cost
 * @param priceBreaks what a unit costs from a quantity on, counted for each part of a line it ships; quantities rise
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
        List<PriceBreak> priceBreaks,
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
        for (int i = 1; i < priceBreaks.size(); i++) {
            if (priceBreaks.get(i).quantity() <= priceBreaks.get(i - 1).quantity()) {
                throw new IllegalArgumentException("price breaks out of order in offer " + offerId);
            }
        }
    }

    /** Cost of one unit when a line takes so many of the offer: 10⁻⁶ of the currency. */
    long unitCostMicros(int units) {
        long cost = unitCostMicros;
        for (int i = 0; i < priceBreaks.size() && priceBreaks.get(i).quantity() <= units; i++) {
            cost = priceBreaks.get(i).unitCostMicros();
        }
        return cost;
    }

    /** The quantity from which the cost of so many units holds; 1 where no price break is reached. */
    int pricedFrom(int units) {
        int from = 1;
        for (int i = 0; i < priceBreaks.size() && priceBreaks.get(i).quantity() <= units; i++) {
            from = priceBreaks.get(i).quantity();
        }
        return from;
    }

    /** An offer that is sold from one pack on, at one cost for every quantity. */
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
                List.of(),
                packSize,
                1,
                available,
                weightGrams,
                leadTimeDays,
                servedCountries,
                carriers);
    }
}
