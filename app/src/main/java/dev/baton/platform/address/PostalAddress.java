package dev.baton.platform.address;

import org.jspecify.annotations.Nullable;

/**
 * Where a parcel goes, verbatim as the store, file or caller gave it; null where it gave nothing. Nothing here is
 * normalised: that is {@link AddressNormaliser}'s work, and the raw words stay what the supplier may be shown.
 *
 * @param name the person
 * @param company the firm; a parcel needs one of the two
 * @param line1 street and house number
 * @param line2 flat, floor, building; rarely needed
 * @param region state, province, prefecture or county in words
 * @param regionCode the same as a code, as stores send it beside the words ("ON", "JP-13")
 * @param countryCode ISO 3166-1 code of two or three letters, or the country's name
 */
public record PostalAddress(
        @Nullable String name,
        @Nullable String company,
        @Nullable String line1,
        @Nullable String line2,
        @Nullable String city,
        @Nullable String region,
        @Nullable String regionCode,
        @Nullable String postcode,
        @Nullable String countryCode,
        @Nullable String phone) {}
