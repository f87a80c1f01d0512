package dev.baton.platform.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedTextTest {

    @Test
    void keepsEveryLetterAFontHas() {
        String all = "Zoë Ångström Łódź Ελλάδα Київ 東京 上海 서울 القاهرة תל אביב กรุงเทพ ♥ ★ € ₹ №";

        assertThat(PrintedText.of(all)).isEqualTo(all);
        assertThat(all.codePoints().filter(letter -> letter != ' ')).allMatch(Letters::shown);
    }

    @Test
    void dropsWhatSteersAScreen() {
        assertThat(PrintedText.of("a\u202Eb\u200Bc\u0000d\uFEFFe\uD800f")).isEqualTo("abcdef");
        assertThat(PrintedText.of(" a\tb\u00A0c\r\nd\re ")).isEqualTo("a b c\nd\ne");
        assertThat(PrintedText.ofNullable("\u200B ")).isNull();
        assertThat(PrintedText.ofNullable(null)).isNull();
    }

    @Test
    void namesPictureSignsNoFontHas() {
        assertThat(PrintedText.of("Gift \uD83C\uDF81\uFE0F!")).isEqualTo("Gift [wrapped present]!");
        assertThat(PrintedText.of("\uD83D\uDC69\uD83C\uDFFD\u200D\uD83C\uDF73")).isEqualTo("[woman][cooking]");
    }

    @Test
    void keepsALetterNoFontHasSoThatTheReadingBackNoticesIt() {
        assertThat(PrintedText.of("བཀྲ")).isEqualTo("བཀྲ");
        assertThat("བཀྲ".codePoints()).noneMatch(Letters::shown);
    }

    @ParameterizedTest
    @CsvSource({"Hello,ltr", "مرحبا hello,rtl", "12 شارع,rtl", "hello مرحبا,ltr", "123,ltr", "'',ltr"})
    void runsAsItsFirstLetterDoes(String text, String direction) {
        assertThat(PrintedText.direction(text)).isEqualTo(direction);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "purchase_order_de", "purchase_order_fr", "purchase_order_es", "packing_slip_de", "packing_slip_fr",
                "packing_slip_es", "packing_slip_it", "packing_slip_nl", "packing_slip_ar", "packing_slip_zh",
                "packing_slip_ja"
            })
    void hasTheSameWordsInEveryLanguage(String file) throws IOException {
        assertThat(keys(file)).isEqualTo(keys(file.substring(0, file.length() - 2) + "en"));
    }

    @Test
    void takesEnglishWhereThereAreNoWords() {
        assertThat(DocumentWords.of("packing_slip", "de-AT").language()).isEqualTo("de");
        assertThat(DocumentWords.of("packing_slip", "fr_CA").language()).isEqualTo("fr");
        assertThat(DocumentWords.of("packing_slip", "xx").language()).isEqualTo("en");
        assertThat(DocumentWords.of("packing_slip", "../../etc/passwd").language())
                .isEqualTo("en");
        assertThat(DocumentWords.of("packing_slip", "x".repeat(5_000)).language())
                .isEqualTo("en");
        assertThat(DocumentWords.of("packing_slip", null).language()).isEqualTo("en");
    }

    private static Set<String> keys(String file) throws IOException {
        try (InputStream in = PrintedTextTest.class.getResourceAsStream("/messages/" + file + ".properties")) {
            Properties words = new Properties();
            words.load(in);
            return words.stringPropertyNames();
        }
    }
}
