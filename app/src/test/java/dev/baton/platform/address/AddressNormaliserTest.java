package dev.baton.platform.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressNormaliserTest {

    @ParameterizedTest
    @CsvSource({
        "GB, ec1a1bb, EC1A 1BB",
        "GB, rh6 ohp, RH6 0HP",
        "GB, bfpo61, BFPO 61",
        "GB, gir0aa, GIR 0AA",
        "UK, w1a 4zz, W1A 4ZZ",
        "US, 123456789, 12345-6789",
        "US, 12345 6789, 12345-6789",
        "US, 12345-, 12345",
        "CA, k1a0b1, K1A 0B1",
        "CA, KlA OB1, ",
        "CA, KIA OB1, K1A 0B1",
        "DE, D-01067, 01067",
        "DE, DE 01067, 01067",
        "FR, F-75 001, 75001",
        "AT, A-1010, 1010",
        "CH, CH-8001, 8001",
        "NL, 1234ab, 1234 AB",
        "SE, SE-11455, 114 55",
        "PL, 10001, 10-001",
        "PT, 1000205, 1000-205",
        "BR, 01310100, 01310-100",
        "JP, 〒1000001, 100-0001",
        "KR, 06236, 06236",
        "KR, 110110, 110-110",
        "IE, d02x285, D02 X285",
        "IE, D6WXY00, D6W XY00",
        "LV, 1010, LV-1010",
        "LT, LT-01100, 01100",
        "AR, c1425abc, C1425ABC",
        "KY, ky11100, KY1-1100",
        "IN, 110 001, 110001",
        "IL, 9614303, 9614303",
        "DE, 1234, ",
        "DE, 123456, ",
        "AE, 12345, ",
        "ZZ, 12345, ",
        "US, , "
    })
    void writesThePostcodeAsItsPostDoes(String country, String raw, String expected) {
        assertThat(AddressNormaliser.normalisePostcode(country, raw).orElse(null))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "CA, ON, ON",
        "CA, Ontario, ON",
        "CA, quebec, QC",
        "CA, PQ, QC",
        "CA, Newfoundland, NL",
        "US, new york, NY",
        "US, N.Y., NY",
        "US, US-CA, CA",
        "US, State of Texas, TX",
        "US, Washington D.C., DC",
        "US, Puerto Rico, PR",
        "AU, Queensland, QLD",
        "JP, JP-13, 13",
        "JP, Tokyo-to, 13",
        "JP, 東京都, 13",
        "JP, 東京, 13",
        "JP, Hokkaidō, 01",
        "MX, CDMX, CMX",
        "MX, Q ROO, ROO",
        "BR, São Paulo, SP",
        "IT, Firenze, FI",
        "ES, Coruña, C",
        "ES, Illes Balears, PM",
        "CN, 广东, GD",
        "CN, Guangdong Province, GD",
        "HK, Kowloon, KL",
        "KR, KR-11, 11",
        "KR, 서울특별시, 11",
        "IN, Tamil Nadu, TN",
        "IN, Telangana, TG",
        "MY, JHR, 01",
        "AE, Dubai, DU",
        "IE, Co. Cork, CO",
        "TH, Bangkok, 10",
        "US, Ontario, ",
        "DE, Bayern, ",
        "ZZ, Ontario, ",
        "US, , "
    })
    void findsTheRegionsCode(String country, String region, String expected) {
        assertThat(AddressNormaliser.regionCode(country, region).orElse(null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "US, US",
        "us, US",
        "USA, US",
        "usa, US",
        "U.S.A., US",
        "United States, US",
        "United States of America, US",
        "UK, GB",
        "England, GB",
        "Great Britain, GB",
        "GBR, GB",
        "DEU, DE",
        "Deutschland, DE",
        "Holland, NL",
        "'Korea, Republic of', KR",
        "South Korea, KR",
        "Russian Federation, RU",
        "Czech Republic, CZ",
        "Czechia, CZ",
        "Côte d'Ivoire, CI",
        "Ivory Coast, CI",
        "Cote d’Ivoire, CI",
        "Hong Kong SAR, HK",
        "Turkey, TR",
        "Türkiye, TR",
        "Viet Nam, VN",
        "Trinidad & Tobago, TT",
        "Trinidad and Tobago, TT",
        "St. Lucia, LC",
        "Saint Lucia, LC",
        "UAE, AE",
        "日本, JP",
        "México, MX",
        "Réunion, RE",
        "XKX, XK",
        "Atlantis, ",
        "ZZ, ",
        "'', ",
        ", "
    })
    void findsTheCountry(String text, String expected) {
        assertThat(CountryCode.find(text).orElse(null)).isEqualTo(expected);
    }

    @Test
    void namesTheCountry() {
        assertThat(CountryCode.name("DEU")).hasValue("Germany");
        assertThat(CountryCode.name("ZZ")).isEmpty();
        assertThat(CountryCode.name(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "US, (202) 555-0123, +12025550123",
        "US, 1-202-555-0123, +12025550123",
        "DE, 030 123456, +4930123456",
        "DE, +49 (0)30 123456, +4930123456",
        "GB, 020 7946 0123, +442079460123",
        ", +44 20 7946 0123, +442079460123",
        "JP, ０３−１２３４−５６７８, +81312345678",
        "United States, 2025550123, +12025550123",
        ", 020 7946 0123, ",
        "US, call me, ",
        "US, 123, ",
        "CA, 5550123, ",
        "US, '', ",
        "US, , "
    })
    void writesATelephoneNumberInE164(String country, String raw, String expected) {
        assertThat(PhoneNumbers.e164(country, raw).orElse(null)).isEqualTo(expected);
    }
}
