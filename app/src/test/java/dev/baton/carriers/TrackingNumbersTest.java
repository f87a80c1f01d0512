package dev.baton.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.carriers.Verdict.UnknownCarrier;
import dev.baton.carriers.Verdict.UnknownFormat;
import dev.baton.carriers.Verdict.Valid;
import dev.baton.carriers.Verdict.WrongCheckDigit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are our own: made up, their check digits computed apart from the code under test. */
class TrackingNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "1Z999AA10123456784, ups, ups_1z, VERIFIED",
        "1ZBAT0N10300123458, ups, ups_1z, VERIFIED",
        "K0123456788, ups, ups_waybill, VERIFIED",
        "MI123456ABC000042, ups, ups_mail_innovations, NONE",
        "612900987652, fedex, fedex_12, VERIFIED",
        "612900987654328, fedex, fedex_ground, VERIFIED",
        "000123456789012343, fedex, fedex_ground_sscc_18, VERIFIED",
        "9611020123456700012346, fedex, fedex_ground_96, VERIFIED",
        "1001122334455669021000012345678906, fedex, fedex_34, VERIFIED",
        "9622001230012345678000012345678906, fedex, fedex_ground_gsn, VERIFIED",
        "31234567890123450039876543224321, fedex, fedex_astra_32, VERIFIED",
        "DT123456789012, fedex, fedex_door_tag, NONE",
        "03001234567890000422, usps, usps_20, VERIFIED",
        "03001234567890000424, usps, usps_legacy, VERIFIED",
        "9103001234567890000424, usps, usps_legacy, VERIFIED",
        "9400111234500000000422, usps, usps_impb_n, VERIFIED",
        "420100019400111234500000000422, usps, usps_impb_n, VERIFIED",
        "4201000112349400111234500000000422, usps, usps_impb_n, VERIFIED",
        "9261291234567800000429, usps, usps_impb_c, VERIFIED",
        "93001112345000000000000423, usps, usps_impb_c, VERIFIED",
        "RR123456785GB, royal_mail, s10, VERIFIED",
        "LX000000425CN, china_post, s10, VERIFIED",
        "CP473124829DE, deutsche_post, s10, VERIFIED",
        "EE000000005US, usps, s10, VERIFIED",
        "UA000000080JP, japan_post, s10, VERIFIED",
        "1234567891, dhl_express, dhl_express, VERIFIED",
        "98765432102, dhl_express, dhl_express, VERIFIED",
        "JVGL123456789, dhl_express, dhl_express_piece, NONE",
        "GM605112345678901234, dhl_ecommerce, dhl_ecommerce, NONE",
        "01234567890123, dhl_ecommerce, dhl_ecommerce_14, NONE",
        "7014123456789014, canada_post, canada_post_16, VERIFIED",
        "D123456789012345678901, canpar, canpar_22, NONE",
        "330123456783, purolator, purolator_12, VERIFIED",
        "ABC012345678, purolator, purolator_alpha, NONE",
        "C10012345678909, ontrac, ontrac, VERIFIED",
        "D10012345678908, ontrac, ontrac, VERIFIED",
        "LX10000042, lasership, lasership_lx, NONE",
        "1LS712345000042, lasership, lasership_1ls7_15, NONE",
        "1LS7112013000042-1, lasership, lasership_1ls7_18, NONE",
        "1LSCX0123ABCDEF, lasership, lasership_1lscx, NONE",
        "77800123455, old_dominion, old_dominion, VERIFIED",
        "80001234568, old_dominion, old_dominion_guaranteed, VERIFIED",
        "001011501234567890123327276G, dpd, dpd_28, VERIFIED",
        "EC1A1BB01234567890123327826S, dpd, dpd_28, VERIFIED",
        "012345678901233, dpd, dpd_14, VERIFIED",
        "TBA012345678901, amazon, amazon_logistics, NONE",
        "A0123456789, amazon, amazon_international, NONE",
        "LTN01234567N1, landmark, landmark_ltn, NONE",
        "SP012345678901234567, speedee, speedee_20, NONE",
        "GFUS01234567890123, gofo, gofo_us, NONE",
        "JD0123456789012345, yodel, yodel, NONE",
        "JJD0123456789012345, yodel, yodel, NONE",
        "YT0123456789012345, yunexpress, yunexpress, NONE",
        "SF0123456789012, sf_express, sf_express, NONE",
        "4PX0123456789012CN, fourpx, fourpx, NONE",
        "LP01234567890123, cainiao, cainiao_lp, NONE",
        "UG012345678YP, yanwen, yanwen_yp, NONE"
    })
    void recognisesEachFormatAndProvesItsCheckDigit(String raw, String carrier, String format, CheckDigit checkDigit) {
        var recognised = TrackingNumbers.recognise(raw);

        assertThat(recognised).anySatisfy(found -> {
            assertThat(found.carrier().code()).isEqualTo(carrier);
            assertThat(found.format()).isEqualTo(format);
            assertThat(found.checkDigit()).isEqualTo(checkDigit);
            assertThat(found.number().raw()).isEqualTo(raw);
        });
        assertThat(TrackingNumbers.check(carrier, raw)).isInstanceOf(Valid.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "1z 999 aa1 01 2345 6784; ups; 1Z999AA10123456784",
                "\" 1Z999AA1-0123-456784\t\"; ups; 1Z999AA10123456784",
                "1Z999AA10123456784 (left today); ups; 1Z999AA10123456784",
                "UPS Ground: 1Z999AA10123456784; ups; 1Z999AA10123456784",
                "Tracking No. 1Z999AA10123456784 shipped; ups; 1Z999AA10123456784",
                "https://www.ups.com/track?tracknum=1Z999AA10123456784&loc=en; ups; 1Z999AA10123456784",
                "9400 1112 3450 0000 0004 22 Priority Mail; usps; 9400111234500000000422",
                "'9400111234500000000422; usps; 9400111234500000000422",
                "RR 123 456 785 GB Royal Mail; royal_mail; RR123456785GB",
                "rr123456785gb; royal_mail; RR123456785GB",
                "１Ｚ９９９ＡＡ１０１２３４５６７８４; ups; 1Z999AA10123456784",
                "*TBA012345678901*; amazon; TBA012345678901"
            })
    void findsTheNumberInWhatSuppliersWriteAroundIt(String raw, String carrier, String normalised) {
        var recognised = TrackingNumbers.recognise(raw);

        assertThat(recognised).isNotEmpty();
        assertThat(recognised.getFirst().carrier().code()).isEqualTo(carrier);
        assertThat(recognised.getFirst().number().normalised()).isEqualTo(normalised);
    }

    @Test
    void putsTheMoreTellingFormatFirstWhenSeveralCarriersMatch() {
        var recognised = TrackingNumbers.recognise("4201000112349400111234500000000422");

        assertThat(recognised.getFirst().carrier().code()).isEqualTo("usps");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "null",
                "n/a",
                "9.40011E+21",
                "12345",
                "1Z999AA10123456785",
                "RR123456784GB",
                "RR123456785ZZ",
                "http://",
                "----------",
                "(((((((((("
            })
    void recognisesNothingInWhatIsNoNumber(String raw) {
        assertThat(TrackingNumbers.recognise(raw)).isEmpty();
    }

    @Test
    void recognisesNothingInNullOrInALongText() {
        assertThat(TrackingNumbers.recognise(null)).isEmpty();
        assertThat(TrackingNumbers.recognise("1Z999AA10123456784 ".repeat(100_000)))
                .isEmpty();
    }

    @Test
    void namesTheRightCheckDigitWhenOneIsWrong() {
        var verdict = TrackingNumbers.check("UPS Ground", "1Z999AA10123456785");

        assertThat(verdict).isInstanceOfSatisfying(WrongCheckDigit.class, wrong -> {
            assertThat(wrong.carrier().code()).isEqualTo("ups");
            assertThat(wrong.format()).isEqualTo("ups_1z");
            assertThat(wrong.expected()).isEqualTo('4');
            assertThat(wrong.found()).isEqualTo('5');
        });
    }

    @Test
    void aNumberCanMatchSeveralCarriersAndTheSuppliersWordWins() {
        var twelveDigits = "330123456783";

        assertThat(TrackingNumbers.recognise(twelveDigits).getFirst().carrier().code())
                .isEqualTo("purolator");
        assertThat(TrackingNumbers.check("SF Express", twelveDigits))
                .isInstanceOfSatisfying(
                        Valid.class, valid -> assertThat(valid.carrier().code()).isEqualTo("sf_express"));
    }

    @Test
    void takesAPostsNumberFromTheCarrierThatHandsOverToThePost() {
        var impb = "9261291234567800000429";

        assertThat(TrackingNumbers.check("FedEx SmartPost", impb)).isInstanceOf(Valid.class);
        assertThat(TrackingNumbers.check("UPS Mail Innovations", impb)).isInstanceOf(Valid.class);
        assertThat(TrackingNumbers.recognise(impb))
                .extracting(found -> found.carrier().code())
                .containsOnly("usps");
    }

    @Test
    void everyPostHandsOnTheNumbersOfTheOthers() {
        assertThat(TrackingNumbers.check("USPS", "LX000000425CN")).isInstanceOf(Valid.class);
        assertThat(TrackingNumbers.check("s10", "LX000000425CN")).isInstanceOf(Valid.class);
        assertThat(TrackingNumbers.check("DHL", "CP473124829DE")).isInstanceOf(Valid.class);
        assertThat(TrackingNumbers.check("UPS", "LX000000425CN")).isInstanceOf(UnknownFormat.class);
        assertThat(TrackingNumbers.check("s10", "RR123456785ZZ")).isInstanceOf(UnknownFormat.class);
    }

    @Test
    void saysThatTheNumberFitsNoFormatOfTheCarrier() {
        assertThat(TrackingNumbers.check("ups", "hello world"))
                .isInstanceOfSatisfying(
                        UnknownFormat.class,
                        verdict -> assertThat(verdict.formatsKnown()).isTrue());
        assertThat(TrackingNumbers.check("ups", null)).isInstanceOf(UnknownFormat.class);
    }

    @Test
    void saysNothingAgainstANumberOfACarrierWithoutKnownFormats() {
        assertThat(TrackingNumbers.check("Evri", "H00ABC1234567890"))
                .isInstanceOfSatisfying(
                        UnknownFormat.class,
                        verdict -> assertThat(verdict.formatsKnown()).isFalse());
    }

    @Test
    void keepsTheWordForACarrierItDoesNotKnow() {
        assertThat(TrackingNumbers.check("Bob's Van", "12345678"))
                .isInstanceOfSatisfying(
                        UnknownCarrier.class,
                        verdict -> assertThat(verdict.word()).isEqualTo("Bob's Van"));
        assertThat(TrackingNumbers.check(null, "12345678")).isInstanceOf(UnknownCarrier.class);
    }
}
