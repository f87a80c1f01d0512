package dev.baton.platform.address;

import dev.baton.platform.facts.FactFile;
import dev.baton.platform.facts.FactRow;
import dev.baton.platform.facts.FoldedWords;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All facts on countries, read once when the first address is looked at. */
final class CountryFacts {
    private static final int COUNTRY_COLUMNS = 10;
    private static final int REGION_COLUMNS = 4;
    /** Longer words name no country; they are not worth folding. */
    private static final int LONGEST_NAME = 100;

    private final Map<String, Country> byCode = new LinkedHashMap<>();
    private final Map<String, Country> byWord = new HashMap<>();

    private CountryFacts() {}

    static CountryFacts get() {
        return Held.FACTS;
    }

    Collection<Country> all() {
        return byCode.values();
    }

    /** By ISO code of two or three letters, or by name. */
    Optional<Country> find(@Nullable String codeOrName) {
        if (codeOrName == null) {
            return Optional.empty();
        }
        Country exact = byCode.get(codeOrName);
        if (exact != null) {
            return Optional.of(exact);
        }
        return codeOrName.length() > LONGEST_NAME
                ? Optional.empty()
                : Optional.ofNullable(byWord.get(FoldedWords.fold(codeOrName)));
    }

    private static CountryFacts read() {
        Map<String, Map<String, String>> regions = regions();
        CountryFacts facts = new CountryFacts();
        for (FactRow row : FactFile.read(CountryFacts.class, "countries.tsv", COUNTRY_COLUMNS)) {
            Country country = Country.of(row, Map.copyOf(regions.getOrDefault(row.text(0), Map.of())));
            facts.byCode.put(country.code(), country);
            facts.add(country.code(), country);
            facts.add(country.iso3(), country);
            facts.add(country.name(), country);
            row.words(9).forEach(word -> facts.add(word, country));
        }
        return facts;
    }

    private void add(String word, Country country) {
        Country other = byWord.putIfAbsent(FoldedWords.fold(word), country);
        if (other != null && !other.code().equals(country.code())) {
            throw new IllegalStateException(
                    "countries.tsv: " + word + " means both " + other.code() + " and " + country.code());
        }
    }

    private static Map<String, Map<String, String>> regions() {
        Map<String, Map<String, String>> regions = new HashMap<>();
        for (FactRow row : FactFile.read(CountryFacts.class, "regions.tsv", REGION_COLUMNS)) {
            Map<String, String> words = regions.computeIfAbsent(row.text(0), code -> new HashMap<>());
            String code = row.text(1).toUpperCase(Locale.ROOT);
            words.put(RegionWords.fold(code), code);
            words.put(RegionWords.fold(row.text(2)), code);
            // An old word never outranks another region's own code or name.
            row.words(3).forEach(word -> words.putIfAbsent(RegionWords.fold(word), code));
        }
        return regions;
    }

    /** Loaded by the class loader on first use, so that the start of the app does not pay for it. */
    private static final class Held {
        static final CountryFacts FACTS = read();
    }
}
