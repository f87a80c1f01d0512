package dev.baton.platform.address;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings parts of an address into the form posts and carriers write. The raw words are the caller's to keep. */
public final class AddressNormaliser {

    private AddressNormaliser() {}

    /**
     * The postcode as the country's post writes it: "ec1a1bb" is "EC1A 1BB", "D-01067" is "01067", "１００ー０００１" is
     * "100-0001".
     *
     * @param country code or name
     * @return empty where it is none of the country's postcodes, or the country is unknown or has none
     */
    public static Optional<String> normalisePostcode(@Nullable String country, @Nullable String raw) {
        return raw == null || raw.length() > AddressField.POSTCODE.longest() * 2
                ? Optional.empty()
                : CountryFacts.get()
                        .find(country)
                        .flatMap(known -> known.postcode().normalise(raw));
    }

    /**
     * The region's ISO 3166-2 code without the country: "ON" for "Ontario", "on", "CA-ON"; "13" for "東京都".
     *
     * @param country code or name
     * @param codeOrName in any spelling and case
     * @return empty where we know no such region, or keep no list for the country
     */
    public static Optional<String> regionCode(@Nullable String country, @Nullable String codeOrName) {
        return codeOrName == null || codeOrName.length() > AddressField.REGION.longest() * 2
                ? Optional.empty()
                : CountryFacts.get().find(country).flatMap(known -> known.regionCode(codeOrName));
    }
}
