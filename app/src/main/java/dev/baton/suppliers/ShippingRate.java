package dev.baton.suppliers;

/**
 * What a supplier charges to ship one parcel.
 *
 * @param country ISO 3166-1 alpha-2, or {@code *} for every country without a rate of its own
 * @param maxWeightGrams heaviest parcel this rate is for
 * @param priceMinor minor units of the supplier's currency
 */
public record ShippingRate(String country, int maxWeightGrams, long priceMinor) {

    /** Stands for every country that has no rate of its own. */
    public static final String ANY_COUNTRY = "*";
}
