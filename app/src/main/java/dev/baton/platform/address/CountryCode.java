package dev.baton.platform.address;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** ISO 3166-1 codes of two letters, and how to come by one. XK, AC and TA count too: stores and posts use them. */
public final class CountryCode {

    private CountryCode() {}

    /**
     * The code of two letters for a code of two or three letters in any case, or for a country's name: in English, in
     * its own language for the larger ones, or as stores spell it ("USA", "Korea, Republic of", "UK", "Deutschland").
     *
     * @return empty for null, blank or a country we do not know
     */
    public static Optional<String> find(@Nullable String codeOrName) {
        return CountryFacts.get().find(codeOrName).map(Country::code);
    }

    /** The country's English name; empty for a code we do not know. */
    public static Optional<String> name(@Nullable String codeOrName) {
        return CountryFacts.get().find(codeOrName).map(Country::name);
    }
}
