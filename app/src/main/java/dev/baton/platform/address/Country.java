package dev.baton.platform.address;

import dev.baton.platform.facts.FactRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What mail to one country must carry: a row of countries.tsv with its regions.
 *
 * @param regions ISO 3166-2 code without the country by folded code, name or other word
 */
record Country(String code, String iso3, String name, Needs needs, PostcodeRule postcode, Map<String, String> regions) {

    /** Which of city and region the country asks for, street and name apart, which all do. */
    enum Needs {
        /** No city: the country is one, or its postcode says it. */
        NEITHER("-", false, false),
        CITY("C", true, false),
        /** One of the two names the place. */
        CITY_OR_REGION("E", false, false),
        /** The region too, in whatever words. */
        CITY_AND_REGION("CR", true, true),
        /** The region too, and carriers refuse one that is not on the list. */
        CITY_AND_LISTED_REGION("CL", true, true);

        private final String mark;
        private final boolean city;
        private final boolean region;

        Needs(String mark, boolean city, boolean region) {
            this.mark = mark;
            this.city = city;
            this.region = region;
        }

        boolean city() {
            return city;
        }

        boolean region() {
            return region;
        }

        static Needs marked(String mark) {
            for (Needs needs : values()) {
                if (needs.mark.equals(mark)) {
                    return needs;
                }
            }
            throw new IllegalStateException("countries.tsv: no such needs: " + mark);
        }
    }

    static Country of(FactRow row, Map<String, String> regions) {
        return new Country(
                row.text(0), row.text(1), row.text(2), Needs.marked(row.text(3)), PostcodeRule.of(row), regions);
    }

    /** The region's code for a code or name in any spelling; also "JP-13" and "Province of Ontario". */
    Optional<String> regionCode(String text) {
        String folded = RegionWords.fold(text);
        String known = regions.get(folded);
        if (known != null) {
            return Optional.of(known);
        }
        return RegionWords.shorter(folded, code).stream()
                .filter(regions::containsKey)
                .findFirst()
                .map(regions::get);
    }

    List<String> regionCodes() {
        return regions.values().stream().distinct().sorted().toList();
    }
}
