package dev.baton.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words customers read. */
class CustomerWordsTest {

    private static final Pattern PART = Pattern.compile("\\{\\d}");

    @Test
    void haveTheSameKeysAndPartsInEveryLanguage() {
        CustomerWords english = CustomerWords.of("en");

        assertThat(CustomerWords.languages()).contains("de", "en", "es", "fr").allSatisfy(tag -> {
            CustomerWords words = CustomerWords.of(tag);
            assertThat(words.language()).isEqualTo(tag);
            assertThat(words.keys()).isEqualTo(english.keys());
            for (String key : words.keys()) {
                assertThat(parts(words.plain(key))).as(tag + " " + key).isEqualTo(parts(english.plain(key)));
                assertThat(words.plain(key)).as(tag + " " + key).isNotBlank();
            }
        });
    }

    /** A silent parcel is on nobody's list: only what is known is said of it. */
    @Test
    void promiseNothingOfASilentParcel() {
        assertThat(CustomerWords.languages())
                .allSatisfy(tag -> assertThat(CustomerWords.of(tag).say("state.QUIET", "X"))
                        .endsWith("X."));
    }

    private static java.util.List<String> parts(String text) {
        return PART.matcher(text)
                .results()
                .map(java.util.regex.MatchResult::group)
                .sorted()
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"de-AT,fr,de", "pt_BR,fr,fr", "zh-Hant-TW,xx,en", "FR,de,fr", "'',es,es", "not a tag!,de,de"})
    void fallBackFromWishToWish(String first, String second, String language) {
        assertThat(CustomerWords.of(first, null, second).language()).isEqualTo(language);
    }

    @Test
    void writeDaysAsTheCountryDoes() {
        Instant at = Instant.parse("2026-03-02T23:30:00Z");
        ZoneId berlin = ZoneId.of("Europe/Berlin");

        assertThat(CustomerWords.of("de").day(at, berlin)).isEqualTo("3. März 2026");
        assertThat(CustomerWords.of("en-GB").day(at, berlin)).isEqualTo("3 March 2026");
        assertThat(CustomerWords.of("fr").moment(at, berlin)).contains("00:30");
    }

    @Test
    void refuseAKeyThereIsNot() {
        assertThatThrownBy(() -> CustomerWords.of("en").say("no.such.key")).hasMessageContaining("no.such.key");
    }
}
