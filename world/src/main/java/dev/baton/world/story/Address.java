package dev.baton.world.story;

import org.jspecify.annotations.Nullable;

/**
 * A postal address of an invented person.
 *
 * @param region the region's name, null in countries that write none
 * @param regionCode the region's short code, null likewise
 * @param countryCode ISO 3166-1 alpha-2
 * @param phone with country prefix
 */
public record Address(
        String firstName,
        String lastName,
        @Nullable String company,
        String line1,
        @Nullable String line2,
        String city,
        @Nullable String region,
        @Nullable String regionCode,
        String postcode,
        String country,
        String countryCode,
        String phone) {

    /** First and last name. */
    public String name() {
        return firstName + " " + lastName;
    }

    /** The same address with another postcode. */
    public Address withPostcode(String other) {
        return new Address(
                firstName,
                lastName,
                company,
                line1,
                line2,
                city,
                region,
                regionCode,
                other,
                country,
                countryCode,
                phone);
    }

    /** The same address at another house. */
    public Address withLine1(String other) {
        return new Address(
                firstName,
                lastName,
                company,
                other,
                line2,
                city,
                region,
                regionCode,
                postcode,
                country,
                countryCode,
                phone);
    }
}
