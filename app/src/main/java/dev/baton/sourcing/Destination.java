package dev.baton.sourcing;

import java.util.Objects;

/**
 * Where the customer's goods go, as far as price and permission depend on it.
 *
 * @param country ISO 3166-1 alpha-2, upper case
 * @param postcodePrefix the beginning of the postcode, or all of it; empty where unknown
 * @param region the part of an ISO 3166-2 code after the hyphen ({@code HI} of {@code US-HI}); empty where unknown
 */
public record Destination(String country, String postcodePrefix, String region) {
    public Destination {
        if (country.length() != 2) {
            throw new IllegalArgumentException("country must be ISO 3166-1 alpha-2: " + country);
        }
        Objects.requireNonNull(postcodePrefix, "postcodePrefix");
        Objects.requireNonNull(region, "region");
    }
}
