package dev.baton.platform.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.address.AddressFault.Kind;
import dev.baton.platform.address.PostcodeRule.Policy;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One good and one bad address per country. */
class CountryTableTest {

    static Stream<Country> countries() {
        return CountryFacts.get().all().stream();
    }

    @ParameterizedTest
    @MethodSource("countries")
    void takesAGoodAddress(Country country) {
        PostalAddress good = Addresses.in(country).address();

        assertThat(AddressCheck.check(good)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("countries")
    void refusesABadAddressAndSaysWhatToDo(Country country) {
        PostalAddress bad = bad(country);

        assertThat(AddressCheck.check(bad)).singleElement().satisfies(fault -> {
            assertThat(fault.stopsShipping()).isTrue();
            assertThat(fault.kind()).isEqualTo(expectedFault(country));
            assertThat(fault.message()).matches(".*\\b(Add|Write|Check)\\b.*");
        });
    }

    /** What the country's mail insists on most is spoilt: its postcode, else its city, else the street. */
    private static PostalAddress bad(Country country) {
        Addresses good = Addresses.in(country);
        return switch (country.postcode().policy()) {
            case REQUIRED -> good.postcode(null).address();
            case OPTIONAL -> good.postcode("12 AB XYZ 99 9").address();
            case ADVISORY, NONE ->
                country.needs() == Country.Needs.NEITHER
                        ? good.lines(null, "Back door").address()
                        : good.city(" ").region(null, null).address();
        };
    }

    private static Kind expectedFault(Country country) {
        return country.postcode().policy() == Policy.OPTIONAL ? Kind.POSTCODE_PATTERN : Kind.MISSING_FIELD;
    }

    @ParameterizedTest
    @MethodSource("countries")
    void takesItsOwnExamplesHoweverTheyAreTyped(Country country) {
        for (String example : country.postcode().examples()) {
            assertThat(AddressNormaliser.normalisePostcode(country.code(), example))
                    .hasValue(example);
            String bare = example.replaceAll("[ -]", "").toLowerCase(Locale.ROOT);
            assertThat(AddressNormaliser.normalisePostcode(country.code(), "  " + bare + " "))
                    .hasValue(example);
            assertThat(AddressNormaliser.normalisePostcode(country.code(), country.code() + "-" + bare))
                    .isPresent();
        }
    }

    @Test
    void knowsEveryCountryOfIso3166() {
        Set<String> known = countries().map(Country::code).collect(Collectors.toSet());

        assertThat(known).containsAll(Set.of(Locale.getISOCountries())).contains("XK");
        for (String code : Locale.getISOCountries()) {
            assertThat(CountryCode.find(Locale.of("", code).getISO3Country())).hasValue(code);
        }
    }

    @Test
    void listsTheRegionsOfEveryCountryThatAsksForThem() {
        assertThat(countries().filter(country -> country.needs().region()))
                .allSatisfy(country -> assertThat(country.regionCodes()).isNotEmpty());
    }
}
