package dev.baton.inventory;

/**
 * One step of the sum that ends in a figure.
 *
 * @param units what it adds, below 0 what it takes; never 0 but for the first step
 * @param words the step as a person reads it
 */
public record StockStep(Kind kind, long units, String words) {

    /** What a step is about, in the order in which the sum is made. */
    public enum Kind {
        /** What the supplier said last. */
        OBSERVED,
        /** Kept back whatever the supplier says. */
        BUFFER,
        /** Not sold while the supplier's figures are too old. */
        WITHHELD,
        /** Promised to orders, and still contained in the supplier's figure. */
        PROMISED,
        /** Has left the supplier's own figure, and no figure young enough to lack it has come. */
        LEAVING,
        /** Would be sold, had the merchant not ended the offer. */
        ENDED,
        /** More is promised than there is: what may be sold is 0, not less. */
        SHORT,
        /** What all offers of the SKU have together. */
        OFFERS,
        /** Ordered, and no supplier has it. */
        WAITING
    }
}
