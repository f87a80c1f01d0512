package dev.baton.catalog;

import java.math.BigInteger;

/**
 * What a selling unit costs.
 *
 * @param micros 10⁻⁶ of the currency
 * @param currency ISO 4217
 */
public record Cost(long micros, String currency) {

    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    static Cost of(Offer offer) {
        return new Cost(offer.unitCostMicros(), offer.currency());
    }

    /** Whether the other differs from this by more than so many per cent of this; another currency always does. */
    boolean jumpsTo(Cost other, int percent) {
        if (!currency.equals(other.currency)) {
            return true;
        }
        BigInteger difference = BigInteger.valueOf(other.micros)
                .subtract(BigInteger.valueOf(micros))
                .abs();
        BigInteger allowed = BigInteger.valueOf(micros).multiply(BigInteger.valueOf(percent));
        return difference.multiply(HUNDRED).compareTo(allowed) > 0;
    }
}
