package dev.baton.platform.address;

import org.jspecify.annotations.Nullable;

/**
 * Where a parcel goes. A field is null where nothing was given; whoever stores an address keeps the input
 * verbatim beside it.
 *
 * @param name the person who receives it
 * @param line1 street and house number, or what the country uses instead
 * @param region state, province or prefecture by name
 * @param regionCode the same by its ISO 3166-2 suffix, such as {@code CA}
 * @param countryCode ISO 3166-1 alpha-2, upper case
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
