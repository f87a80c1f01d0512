package dev.baton.platform.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.platform.address.PostcodeRule.Policy;
import dev.baton.testing.SharedDocuments;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Places of the world as others list them, where the shared documents are at hand: which of them may a parcel go to? */
class SharedAddressesTest {

    /** A district of London: its postcodes have a second half. */
    private static final Map<String, String> HELD = Map.of("E10", "postcode");

    /** Pitcairn has one postcode, PCRN 1ZZ, which libaddressinput asks for. */
    private static final Set<String> POSTCODE_NOT_PRINTED = Set.of("PN");

    private static Path folder = Path.of("");
    private static final List<Map<String, String>> PLACES = new ArrayList<>();

    @BeforeAll
    static void readPlaces() throws IOException {
        Optional<Path> found = SharedDocuments.find("address/opencage");
        assumeTrue(found.isPresent(), "The shared documents are not at hand");
        folder = found.get();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "??.yaml")) {
            for (Path file : files) {
                for (Object document : yaml().loadAll(Files.readString(file))) {
                    if (document instanceof Map<?, ?> place && place.get("components") instanceof Map<?, ?> parts) {
                        Map<String, String> words = new HashMap<>();
                        parts.forEach((name, value) -> words.put(String.valueOf(name), String.valueOf(value)));
                        PLACES.add(words);
                    }
                }
            }
        }
    }

    private static Yaml yaml() {
        return new Yaml(new SafeConstructor(new LoaderOptions()));
    }

    @Test
    void whatNamesStreetTownAndPostcodeIsHeldForNothingElse() {
        int passed = 0;
        for (var place : PLACES) {
            String town = first(place, "town", "city", "village");
            if (town == null || place.get("road") == null || place.get("postcode") == null) {
                continue;
            }
            List<String> stops = AddressCheck.check(address(place, town)).stream()
                    .filter(AddressFault::stopsShipping)
                    .map(fault -> fault.field().name().toLowerCase(Locale.ROOT))
                    .toList();
            String held = HELD.get(place.get("postcode"));
            assertThat(stops).as(place.toString()).isEqualTo(held == null ? List.of() : List.of(held));
            passed++;
        }
        assertThat(passed).isGreaterThan(20);
    }

    @Test
    void whatNamesNoPostcodeIsHeldWhereTheCountryHasThem() {
        int held = 0;
        for (var place : PLACES) {
            if (place.get("postcode") == null && place.get("road") != null && place.get("city") != null) {
                assertThat(AddressCheck.check(address(place, place.get("city"))))
                        .as(place.toString())
                        .anyMatch(fault -> fault.stopsShipping() && fault.field() == AddressField.POSTCODE);
                held++;
            }
        }
        assertThat(held).isPositive();
    }

    @Test
    void itsCountriesAreOursInWordsAndCodes() {
        for (var place : PLACES) {
            String code = first(place, "country_code");
            assertThat(CountryCode.find(code)).as(place.toString()).isPresent();
            if (place.get("country") != null) {
                assertThat(CountryCode.find(place.get("country")))
                        .as(place.toString())
                        .isEqualTo(CountryCode.find(code));
            }
        }
    }

    /** A country in whose addresses it prints no postcode must not be held for want of one. */
    @Test
    void asksForNoPostcodeWhereItPrintsNone() throws IOException {
        TreeSet<String> known = new TreeSet<>();
        TreeSet<String> asked = new TreeSet<>();
        Map<?, ?> countries = yaml().load(Files.readString(folder.resolve("worldwide.yaml")));
        for (var entry : countries.entrySet()) {
            String code = String.valueOf(entry.getKey());
            Optional<Country> ours = CountryFacts.get().find(code);
            if (code.matches("[A-Z]{2}") && ours.isPresent() && entry.getValue() instanceof Map<?, ?> facts) {
                known.add(code);
                String lines = String.valueOf(facts.get("address_template"));
                if (facts.containsKey("address_template")
                        && !lines.contains("{{{postcode}}}")
                        && ours.get().postcode().policy() == Policy.REQUIRED) {
                    asked.add(code);
                }
            }
        }
        assertThat(known).hasSizeGreaterThan(200);
        assertThat(asked).isEqualTo(POSTCODE_NOT_PRINTED);
    }

    private static PostalAddress address(Map<String, String> place, @Nullable String town) {
        return new PostalAddress(
                "Ada Example",
                null,
                first(place, "road") + " 1",
                null,
                town,
                place.get("state"),
                place.get("state_code"),
                place.get("postcode"),
                place.get("country_code"),
                null);
    }

    private static @Nullable String first(Map<String, String> place, String... parts) {
        return Stream.of(parts)
                .map(place::get)
                .filter(part -> part != null)
                .findFirst()
                .orElse(null);
    }
}
