package dev.baton.platform.address;

import org.jspecify.annotations.Nullable;

/** Made-up addresses for the tests of this package. */
record Addresses(PostalAddress address) {

    static Addresses in(Country country) {
        String postcode = country.postcode().examples().stream().findFirst().orElse(null);
        String region = country.needs().region() ? country.regionCodes().getFirst() : null;
        return new Addresses(new PostalAddress(
                "Ada Example",
                null,
                "1 Test Street",
                null,
                "Exampleton",
                null,
                region,
                postcode,
                country.code(),
                null));
    }

    static Addresses in(String countryCode) {
        return in(CountryFacts.get().find(countryCode).orElseThrow());
    }

    Addresses name(@Nullable String name) {
        return new Addresses(new PostalAddress(
                name,
                address.company(),
                address.line1(),
                address.line2(),
                address.city(),
                address.region(),
                address.regionCode(),
                address.postcode(),
                address.countryCode(),
                address.phone()));
    }

    Addresses lines(@Nullable String line1, @Nullable String line2) {
        return new Addresses(new PostalAddress(
                address.name(),
                address.company(),
                line1,
                line2,
                address.city(),
                address.region(),
                address.regionCode(),
                address.postcode(),
                address.countryCode(),
                address.phone()));
    }

    Addresses city(@Nullable String city) {
        return new Addresses(new PostalAddress(
                address.name(),
                address.company(),
                address.line1(),
                address.line2(),
                city,
                address.region(),
                address.regionCode(),
                address.postcode(),
                address.countryCode(),
                address.phone()));
    }

    Addresses region(@Nullable String region, @Nullable String regionCode) {
        return new Addresses(new PostalAddress(
                address.name(),
                address.company(),
                address.line1(),
                address.line2(),
                address.city(),
                region,
                regionCode,
                address.postcode(),
                address.countryCode(),
                address.phone()));
    }

    Addresses postcode(@Nullable String postcode) {
        return new Addresses(new PostalAddress(
                address.name(),
                address.company(),
                address.line1(),
                address.line2(),
                address.city(),
                address.region(),
                address.regionCode(),
                postcode,
                address.countryCode(),
                address.phone()));
    }

    Addresses country(@Nullable String country) {
        return new Addresses(new PostalAddress(
                address.name(),
                address.company(),
                address.line1(),
                address.line2(),
                address.city(),
                address.region(),
                address.regionCode(),
                address.postcode(),
                country,
                address.phone()));
    }
}
