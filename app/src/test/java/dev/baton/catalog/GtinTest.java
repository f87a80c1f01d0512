package dev.baton.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GtinTest {

    @ParameterizedTest
    @CsvSource({
        "96385074, 00000096385074",
        "036000291452, 00036000291452",
        "0036000291452, 00036000291452",
        "00036000291452, 00036000291452",
        "4006381333931, 04006381333931",
        "'4 006381-333931', 04006381333931",
        "10012345678902, 10012345678902"
    })
    void isTheSameNumberInEveryLength(String written, String whole) {
        assertThat(Gtin.of(written)).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4006381333932",
                "036000291453",
                "96385075",
                "400638133393",
                "4006381333931X",
                "0000000000000",
                "123456789",
                "040063813339310",
                "٤٠٠٦٣٨١٣٣٣٩٣١"
            })
    void refusesWhatIsNone(String written) {
        assertThat(Gtin.of(written)).isNull();
    }

    @Test
    void oneWrongDigitIsAlwaysFound() {
        String good = "4006381333931";
        for (int at = 0; at < good.length(); at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String other = good.substring(0, at) + digit + good.substring(at + 1);
                assertThat(Gtin.of(other)).isEqualTo(other.equals(good) ? "0" + good : null);
            }
        }
    }

    @Test
    void noBarcodeIsNoNumber() {
        assertThat(Gtin.of(null)).isNull();
    }
}
