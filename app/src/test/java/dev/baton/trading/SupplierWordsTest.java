package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupplierWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es"})
    void everyLanguageSaysAllThatEnglishSays(String language) {
        assertThat(SupplierWords.of(language).keys())
                .containsExactlyInAnyOrderElementsOf(SupplierWords.of("en").keys());
        assertThat(SupplierWords.of(language).say("order.intro", "X"))
                .contains("X")
                .isNotEqualTo(SupplierWords.of("en").say("order.intro", "X"));
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
