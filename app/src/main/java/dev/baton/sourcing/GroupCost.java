package dev.baton.sourcing;

import java.util.List;

/**
 * What one purchase order, everything from one origin, costs. Amounts are in 10⁻⁶ of the book currency.
 *
 * @param origin who ships and from where
 * @param goodsMicros the goods of its assignments
 * @param feeMicros the dropship fee
 * @param shippingMicros all parcels, with handling
 * @param penaltyMicros lateness of its assignments and the supplier's reliability
 * @param weightGrams of the consignment
 * @param parcels how many parcels were priced
 * @param rates the exchange rates used, by currency; empty where all was in book currency
 */
public record GroupCost(
        Origin origin,
        long goodsMicros,
        long feeMicros,
        long shippingMicros,
        long penaltyMicros,
        long weightGrams,
        long parcels,
        List<FxRate> rates) {
    public GroupCost {
        rates = List.copyOf(rates);
    }

    /** Its share of the decision's total, in 10⁻⁶ of the book currency. */
    public long totalMicros() {
        return goodsMicros + feeMicros + shippingMicros + penaltyMicros;
    }
}
