package dev.baton.trading.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.trading.prices.PriceCells.Unreadable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceCellsTest {

    private static final PriceCells CELLS = new PriceCells(null, null, null);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12|12000000",
                "12.50|12500000",
                "12,5|12500000",
                "€ 1.234,50|1234500000",
                "1,234.50 USD|1234500000",
                "0.0000005|1",
                "0|0"
            })
    void readsACost(String cell, long micros) throws Unreadable {
        assertThat(CELLS.cost(cell)).isEqualTo(micros);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"-1|below 0", "1,234|may mean", "ask us|no number", "''|no cost", "1000000001|larger than any"})
    void refusesWhatIsNoCost(String cell, String words) {
        assertThatThrownBy(() -> CELLS.cost(cell)).hasMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {"EUR 5|EUR", "5 USD|USD", "£5|GBP", "5 €|EUR", "$5|none", "¥5|none", "5|none", "5 PCSX|none"})
    void aCostMayNameItsCurrency(String cell, @Nullable String currency) {
        assertThat(PriceCells.currency(cell)).isEqualTo(currency);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-01, 2026-04-01",
        "2026/4/1, 2026-04-01",
        "2026-04-01T00:00:00, 2026-04-01",
        "20260401, 2026-04-01",
        "1.4.2026, 2026-04-01",
        "31/12/2026, 2026-12-31",
        "12/31/2026, 2026-12-31",
        "04/04/2026, 2026-04-04"
    })
    void readsADay(String cell, LocalDate day) throws Unreadable {
        assertThat(CELLS.day(cell)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"04/05/2026, may be two days", "2026-02-30, in no calendar", "next week, cannot be read"})
    void guessesNoDay(String cell, String words) {
        assertThatThrownBy(() -> CELLS.day(cell)).hasMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource({"true, 2026-05-04", "false, 2026-04-05"})
    void theMappingSaysWhichComesFirst(boolean dayFirst, LocalDate day) throws Unreadable {
        assertThat(new PriceCells(null, dayFirst, null).day("04/05/2026")).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"250, G, 250", "0.25, KG, 250", "250 g, KG, 250", "1 lb, G, 454", "2 oz., KG, 57", "'1,5 kg', G, 1500"})
    void readsAWeight(String cell, WeightUnit unit, int grams) throws Unreadable {
        assertThat(new PriceCells(null, null, unit).grams(cell)).isEqualTo(grams);
    }

    @ParameterizedTest
    @CsvSource({"heavy, cannot be read", "3 stone, cannot be read", "200000 kg, more than 100 tons"})
    void refusesWhatIsNoWeight(String cell, String words) {
        assertThatThrownBy(() -> CELLS.grams(cell)).hasMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource({"1.5, no whole number", "-2, no whole number", "lots, no number"})
    void refusesWhatIsNoCount(String cell, String words) {
        assertThatThrownBy(() -> CELLS.count(cell, "pack size")).hasMessageContaining(words);
    }
}
