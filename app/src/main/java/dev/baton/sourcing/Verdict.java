package dev.baton.sourcing;

import java.util.UUID;

/**
 * How an offer fared for a line: {@link Chosen}, or why it lost. Amounts are in 10⁻⁶ of the book currency, quantities in
 * selling units, weights in grams.
 */
public sealed interface Verdict {
    /** It ships this many units. */
    record Chosen(int quantity) implements Verdict {}

    /** The line may only come from another supplier. */
    record OtherSupplierPinned(UUID supplierId) implements Verdict {}

    /** Its supplier gets nothing now, for the merchant's reason, such as {@code PAUSED}. */
    record SupplierBlocked(String reason) implements Verdict {}

    /** It is not sold into the country of the destination. */
    record CountryNotServed(String country) implements Verdict {}

    /** None of the carriers it may travel with is allowed for the order. */
    record CarrierNotAllowed() implements Verdict {}

    /** Its cost, its supplier's fee or its shipping is in a currency without an exchange rate. */
    record NoFxRate(String currency) implements Verdict {}

    /** Its supplier has no price to the country for that weight; weight 0 means for no weight at all. */
    record NoShippingRate(String country, long weightGrams) implements Verdict {}

    /** Its cost is too large to be added up without error. */
    record AmountOutOfRange() implements Verdict {}

    /** It is sold in a quantity above what is wanted only. */
    record BelowMinimum(int minimum, int wanted) implements Verdict {}

    /** The wanted units are not whole packs. */
    record PackMismatch(int packSize, int wanted) implements Verdict {}

    /** It has fewer units than the line wants. */
    record InsufficientStock(int available, int wanted) implements Verdict {}

    /** It has units, but the order's other lines take so many that too few are left. */
    record StockTakenByOtherLines(int left, int wanted) implements Verdict {}

    /** Another offer from the same place is at least as good in everything and cheaper by the amount for this line. */
    record Dominated(UUID byOfferId, long byMicros) implements Verdict {}

    /**
     * The order would be dearer by this amount in total if it shipped the line, the rest of the plan adapting. Zero is a
     * tie, decided by the fixed order.
     *
     * @param proven false where the search for the best adaptation was cut short: then it is the most it would be dearer
     */
    record DearerInTotal(long byMicros, boolean proven) implements Verdict {}

    /** If it shipped the line, this many more lines of the order would have no supplier. */
    record FillsFewerLines(int lines) implements Verdict {}

    /** If it shipped the line, this many more lines would have to be divided. */
    record DividesMoreLines(int lines) implements Verdict {}
}
