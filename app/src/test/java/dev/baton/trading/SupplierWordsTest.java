package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.suppliers.SupplierLanguage;
import dev.baton.testing.Repository;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SupplierWordsTest {

    private static final Path FOLDER = Repository.root().resolve("app/src/main/resources/messages");
    private static final Pattern PART = Pattern.compile("\\{\\d}");

    /** What a supplier reads in its language, as docs/mail.md lists it. */
    private static final List<String> FILES =
            List.of("supplier_mail", "purchase_order", "supplier_page", "parcel_label", "ship_notice");

    static Stream<String> languages() {
        return Stream.of(Locale.getISOLanguages()).filter(SupplierLanguage::isKnown);
    }

    @Test
    void thereAreTheLanguagesThatWerePromised() {
        assertThat(languages()).contains("en", "de", "fr", "es");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageSaysAllThatEnglishSaysWithTheSameParts(String language) throws IOException {
        for (String file : FILES) {
            Properties english = read(file, "en");
            Properties words = read(file, language);
            assertThat(words.stringPropertyNames()).as(file).isEqualTo(english.stringPropertyNames());
            for (String key : words.stringPropertyNames()) {
                assertThat(parts(words.getProperty(key)))
                        .as(file + " " + key)
                        .isEqualTo(parts(english.getProperty(key)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void anotherLanguageIsNotEnglish(String language) {
        String said = SupplierWords.of(language).say("order.intro", "X");

        assertThat(said).contains("X");
        assertThat(said.equals(SupplierWords.of("en").say("order.intro", "X"))).isEqualTo(language.equals("en"));
    }

    @Test
    void theDocumentsNameTheFilesALanguageTakes() throws IOException {
        String page = Files.readString(Repository.root().resolve("docs/mail.md"));

        assertThat(FILES).allSatisfy(file -> assertThat(page).contains("`" + file + "_{language}.properties`"));
    }

    private static Properties read(String file, String language) throws IOException {
        Properties words = new Properties();
        try (Reader in = Files.newBufferedReader(FOLDER.resolve(file + "_" + language + ".properties"))) {
            words.load(in);
        }
        return words;
    }

    private static List<String> parts(String text) {
        return PART.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void aLanguageWithoutAFileIsAnsweredInEnglish() {
        assertThat(SupplierWords.of("xx").language()).isEqualTo("en");
    }

    @Test
    void writesADeadlineInTheReadersZone() {
        assertThat(SupplierWords.of("de").moment(Instant.parse("2026-03-02T13:00:00Z"), ZoneId.of("Europe/Berlin")))
                .contains("Montag", "2. März 2026", "14:00", "MEZ");
    }
}
