package dev.baton.platform.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.address.AddressFault.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressCheckTest {

    @ParameterizedTest
    @CsvSource({
        "ON, ,K1A0B1",
        ",Ontario,k1a 0b1",
        "CA-ON, ,K1A-0B1",
        "on,ontario,K1A OB1",
        ",Québec,H3Z2Y7",
        ",Province of Ontario,K1A 0B1",
        "'',ONTARIO,  K1A  0B1 "
    })
    void takesTheRegionAndPostcodeOfRealOrders(String regionCode, String region, String postcode) {
        var address = Addresses.in("CA").region(region, regionCode).postcode(postcode);

        assertThat(AddressCheck.check(address.address())).isEmpty();
    }

    @Test
    void takesABritishPostcodeInLowerCaseWithoutBlank() {
        assertThat(AddressCheck.check(Addresses.in("GB").postcode("ec1a1bb").address()))
                .isEmpty();
    }

    @Test
    void takesAnAddressInArabic() {
        var address = Addresses.in("SA")
                .name("أحمد مثال")
                .lines("شارع الملك فهد ١٢", "الطابق ٣")
                .city("الرياض")
                .postcode("١١٥٦٤")
                .country("السعودية");

        assertThat(AddressCheck.check(address.address())).isEmpty();
    }

    @Test
    void takesAnAddressInJapanese() {
        var address = Addresses.in("JP")
                .name("例 太郎")
                .lines("千代田１−１", null)
                .city("千代田区")
                .region("東京都", null)
                .postcode("〒１００−０００１");

        assertThat(AddressCheck.check(address.address())).isEmpty();
    }

    @Test
    void takesAnAddressInChinese() {
        var address = Addresses.in("CN")
                .name("示例")
                .lines("长安街1号", null)
                .city("北京")
                .region("北京市", null)
                .postcode("100000");

        assertThat(AddressCheck.check(address.address())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"usa", "USA", "United States", "United States of America", "us"})
    void takesTheCountryByNameOrAnyCode(String country) {
        assertThat(AddressCheck.check(Addresses.in("US").country(country).address()))
                .isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "-", ".", "N/A"})
    void asksForAStreet(String line1) {
        assertOnly(Addresses.in("DE").lines(line1, "2nd floor"), Kind.MISSING_FIELD, AddressField.LINE1);
    }

    @Test
    void asksForACityWhereMailNeedsOne() {
        assertOnly(Addresses.in("DE").city(null), Kind.MISSING_FIELD, AddressField.CITY);
        assertThat(AddressCheck.check(Addresses.in("SG").city(null).address())).isEmpty();
    }

    @Test
    void takesARegionForACityWhereOneOfThemNamesThePlace() {
        assertThat(AddressCheck.check(
                        Addresses.in("HK").city(null).region("Kowloon", "KL").address()))
                .isEmpty();
        assertOnly(Addresses.in("HK").city(null), Kind.MISSING_FIELD, AddressField.CITY);
    }

    @Test
    void asksForARegionWhereMailNeedsOne() {
        assertOnly(Addresses.in("US").region(null, null), Kind.MISSING_FIELD, AddressField.REGION);
        assertOnly(Addresses.in("IT").region(" ", ""), Kind.MISSING_FIELD, AddressField.REGION);
        assertThat(AddressCheck.check(Addresses.in("DE").region(null, null).address()))
                .isEmpty();
    }

    @Test
    void refusesAStateOutsideTheListOnlyWhereCarriersDo() {
        assertOnly(Addresses.in("US").region("Ontario", null), Kind.UNKNOWN_REGION, AddressField.REGION);

        var faults =
                AddressCheck.check(Addresses.in("IT").region("Toscana", null).address());
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(Kind.UNKNOWN_REGION);
            assertThat(fault.stopsShipping()).isFalse();
        });
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "-", "00000", "n/a"})
    void asksForAPostcodeWhereMailNeedsOne(String postcode) {
        assertOnly(Addresses.in("DE").postcode(postcode), Kind.MISSING_FIELD, AddressField.POSTCODE);
        assertThat(AddressCheck.check(Addresses.in("EG").postcode(postcode).address()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"US,1234", "US,ABCDE", "DE,1234", "GB,EC1A 1B", "CA,12345", "NL,9876", "JP,12345", "EG,1234567"})
    void showsHowThePostcodeShouldLook(String country, String postcode) {
        var faults = AddressCheck.check(Addresses.in(country).postcode(postcode).address());

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(Kind.POSTCODE_PATTERN);
            assertThat(fault.field()).isEqualTo(AddressField.POSTCODE);
            assertThat(fault.message()).contains("for example").doesNotContain(postcode);
        });
    }

    @Test
    void ignoresWhatStandsInThePostcodeOfACountryWithoutPostcodes() {
        assertThat(AddressCheck.check(Addresses.in("AE").postcode("whatever").address()))
                .isEmpty();
    }

    @Test
    void onlyRemarksAnOddPostcodeWhereHardlyAnybodyKnowsHis() {
        assertThat(AddressCheck.check(Addresses.in("IE").postcode("Dublin 4").address()))
                .singleElement()
                .satisfies(fault -> assertThat(fault.stopsShipping()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Atlantis", "ZZ", "12", "Zombieland United"})
    void refusesACountryNobodyKnows(String country) {
        assertOnly(Addresses.in("DE").country(country), Kind.UNKNOWN_COUNTRY, AddressField.COUNTRY);
    }

    @Test
    void asksForTheCountry() {
        assertOnly(Addresses.in("DE").country(null), Kind.MISSING_FIELD, AddressField.COUNTRY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NULL", "null", " Null ", "undefined", "(null)", "Back door, NULL", "null, Back door"})
    void literalNullInAnAddressLine(String line2) {
        assertOnly(Addresses.in("DE").lines("1 Test Street", line2), Kind.LITERAL_NULL, AddressField.LINE2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jane Null", "Nullmeier", "Nil None"})
    void peopleMayBeCalledNull(String name) {
        assertThat(AddressCheck.check(Addresses.in("DE").name(name).address())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"PO Box 12", "P.O. Box 12", "p o box 12", "POBox 12", "Postfach 12 34", "Apartado 12", "BP 123"})
    void remarksAPostOfficeBox(String line1) {
        assertThat(AddressCheck.check(Addresses.in("DE").lines(line1, null).address()))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.kind()).isEqualTo(Kind.PO_BOX);
                    assertThat(fault.stopsShipping()).isFalse();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"12 Boxwood Lane", "Poboxer Str. 3", "Apollo Box Street 1"})
    void seesNoPostOfficeBoxInAStreet(String line1) {
        assertThat(AddressCheck.check(Addresses.in("DE").lines(line1, null).address()))
                .isEmpty();
    }

    @Test
    void refusesWhatNoLabelHolds() {
        assertOnly(Addresses.in("DE").lines("Long Street ".repeat(20), null), Kind.TOO_LONG, AddressField.LINE1);
    }

    @Test
    void asksForAPersonOrACompany() {
        assertOnly(Addresses.in("DE").name(null), Kind.NO_NAME, AddressField.NAME);
    }

    @Test
    void countsEveryFaultOfAnEmptyAddress() {
        var empty = new PostalAddress(null, null, null, null, null, null, null, null, null, null);

        assertThat(AddressCheck.check(empty))
                .extracting(AddressFault::kind)
                .containsExactly(Kind.NO_NAME, Kind.MISSING_FIELD, Kind.MISSING_FIELD);
    }

    @Test
    void endsQuicklyOnHugeText() {
        var address = Addresses.in("US").lines("p".repeat(1_000_000), null).postcode("1".repeat(1_000_000));

        assertThat(AddressCheck.check(address.address())).isNotEmpty();
    }

    private static void assertOnly(Addresses address, Kind kind, AddressField field) {
        assertThat(AddressCheck.check(address.address())).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(kind);
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.stopsShipping()).isTrue();
        });
    }
}
