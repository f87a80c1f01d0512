package dev.baton.platform.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.platform.address.PostcodeRule.Policy;
import dev.baton.testing.SharedDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our facts on countries against libaddressinput's metadata, where the shared documents are at hand. */
class SharedCountryFactsTest {

    /** Its data asks for a region there; stores never collect one, and carriers take the parcel. See docs/facts.md. */
    private static final Set<String> REGION_NOT_ASKED = Set.of(
            "HN", "IQ", "JM", "KN", "PF", "PG", "SO", "SV", "TW", "VE", // no checkout asks for it
            "AS", "FM", "GU", "MH", "MP", "PW", "UM", "VI", // the country's own code says it
            "AD", "HK", "KY", "NR"); // city or region

    private static Map<String, JsonNode> countries = Map.of();

    @BeforeAll
    static void readCountries() throws IOException {
        Optional<Path> file = SharedDocuments.find("address/libaddressinput/countryinfo.txt");
        assumeTrue(file.isPresent(), "The shared documents are not at hand");
        countries = new TreeMap<>();
        for (String line : Files.readAllLines(file.get())) {
            int equals = line.indexOf('=');
            String key = line.substring(0, Math.max(equals, 0));
            if (key.matches("data/[A-Z]{2}") && !key.equals("data/ZZ")) {
                countries.put(key.substring(5), JsonMapper.shared().readTree(line.substring(equals + 1)));
            }
        }
    }

    @Test
    void everyExampleOfAPostcodePasses() {
        int passed = 0;
        for (var entry : countries.entrySet()) {
            for (String example : examples(entry.getValue())) {
                assertThat(AddressNormaliser.normalisePostcode(entry.getKey(), example))
                        .as(entry.getKey() + " " + example)
                        .isPresent();
                passed++;
            }
        }
        assertThat(passed).isGreaterThan(400);
    }

    /** Some of its examples break its own pattern: those say nothing. */
    private static List<String> examples(JsonNode country) {
        Pattern pattern = Pattern.compile(country.path("zip").asString(""));
        List<String> examples = new ArrayList<>();
        for (String example : country.path("zipex").asString("").split(",", -1)) {
            if (!example.isBlank() && pattern.matcher(example).matches()) {
                examples.add(example);
            }
        }
        return examples;
    }

    @Test
    void asksForWhatItAsksFor() {
        for (var entry : countries.entrySet()) {
            Country ours = CountryFacts.get().find(entry.getKey()).orElseThrow();
            String theirs = entry.getValue().path("require").asString("AC");

            assertThat(ours.postcode().policy() == Policy.REQUIRED)
                    .as(entry.getKey())
                    .isEqualTo(theirs.contains("Z"));
            assertThat(ours.needs().region() || REGION_NOT_ASKED.contains(ours.code()))
                    .as(entry.getKey())
                    .isEqualTo(theirs.contains("S"));
            if (ours.needs().city()) {
                assertThat(theirs).as(entry.getKey()).contains("C");
            }
        }
    }

    @Test
    void knowsAPostcodeWhereverItDoes() {
        for (var entry : countries.entrySet()) {
            if (entry.getValue().has("zip")) {
                Country ours = CountryFacts.get().find(entry.getKey()).orElseThrow();
                assertThat(ours.postcode().policy()).as(entry.getKey()).isNotEqualTo(Policy.NONE);
            }
        }
    }

    /** It lists Hong Kong, Macao and Taiwan under China too; ISO 3166-1, and so we, have them as countries of their own. */
    @Test
    void knowsEveryRegionOfTheCountriesWeListRegionsOf() {
        int found = 0;
        for (var entry : countries.entrySet()) {
            Country ours = CountryFacts.get().find(entry.getKey()).orElseThrow();
            if (ours.regions().isEmpty()) {
                continue;
            }
            for (String list : List.of("sub_keys", "sub_names", "sub_lnames")) {
                for (String region : entry.getValue().path(list).asString("").split("~", -1)) {
                    if (!region.isEmpty() && CountryCode.find(region).isEmpty()) {
                        assertThat(ours.regionCode(region))
                                .as(entry.getKey() + " " + region)
                                .isPresent();
                        found++;
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(1_000);
    }
}
