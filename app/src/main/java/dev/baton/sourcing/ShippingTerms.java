package dev.baton.sourcing;

import java.util.Objects;

/**
 * What a supplier agreed to charge for shipping from one place, apart from the goods.
 *
 * <p>A consignment heavier than {@code maxParcelWeightGrams} is counted as full parcels and one with the rest, as if the
 * goods could be divided anywhere. It is an estimate from below: three units of 3 kg in parcels of 5 kg count as two
 * parcels.
 *
 * @param feeMinor dropship fee per purchase order, in minor units of {@code currency}, from 0 to 10¹²
 * @param handlingMinor charge per parcel, in minor units of {@code currency}, from 0 to 10¹²
 * @param currency ISO 4217 of fee and handling
 * @param maxParcelWeightGrams 0 where one parcel may weigh whatever the rate table covers
 * @param rates price of one parcel by destination and weight
 */
public record ShippingTerms(
        long feeMinor, long handlingMinor, String currency, int maxParcelWeightGrams, RateTable rates) {
    public ShippingTerms {
        Exchange.refuseUnlessPrice(feeMinor, currency);
        Exchange.refuseUnlessPrice(handlingMinor, currency);
        Objects.requireNonNull(rates, "rates");
        if (maxParcelWeightGrams < 0) {
            throw new IllegalArgumentException("parcel weight is negative: " + maxParcelWeightGrams);
        }
    }
}
