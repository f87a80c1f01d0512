package dev.baton.sourcing;

/**
 * From so many units of one assignment on, each of them costs so much.
 *
 * @param quantity fewest selling units that one line takes of the offer, 2 or more
 * @param unitCostMicros of one unit, in 10⁻⁶ of the offer's currency, not negative
 */
public record PriceBreak(int quantity, long unitCostMicros) {
    public PriceBreak {
        if (quantity < 2 || unitCostMicros < 0) {
            throw new IllegalArgumentException("a price break of " + unitCostMicros + " from " + quantity + " on");
        }
    }
}
