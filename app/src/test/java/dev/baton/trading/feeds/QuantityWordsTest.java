package dev.baton.trading.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.tables.DecimalMark;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityWordsTest {

    private final QuantityWords words = new QuantityWords(Map.of("On Demand", 3, "lots", 500), null, null);

    @ParameterizedTest
    @CsvSource({
        "12,12",
        "0,0",
        "-3,-3",
        "12.0,12",
        "10+,10",
        ">100,100",
        "> 100,100",
        ">=7,7",
        "more than 20,20",
        "über 50,50",
        "5 or more,5",
        "out of stock,0",
        "OUT,0",
        "Sold out,0",
        "ausverkauft,0",
        "épuisé,0",
        "n,0",
        "5 pcs,5",
        "12 Stück,12",
        "on demand,3",
        "LOTS,500",
        "'1,234,567',1234567",
        "1 200,1200"
    })
    void readsNumbersAndWords(String cell, int units) {
        assertThat(words.read(cell)).isEqualTo(new QuantityWords.Read(units, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ask", "<5", "1.23E+5", "12-15", "99999999999"})
    void refusesWhatItCannotKnow(String cell) {
        QuantityWords.Read read = words.read(cell);

        assertThat(read.units()).isNull();
        assertThat(read.note()).isNotBlank();
    }

    @Test
    void asksWhatInStockStandsFor() {
        assertThat(words.read("In stock").note()).contains("say in the mapping how many units");
        assertThat(new QuantityWords(Map.of(), 4, null).read("In stock").units())
                .isEqualTo(4);
    }

    @Test
    void refusesANumberThatMayBeTwoUnlessTheMappingTellsTheSign() {
        assertThat(words.read("1.234").note()).contains("1234 or 1.234");
        assertThat(new QuantityWords(Map.of(), null, DecimalMark.COMMA)
                        .read("1.234")
                        .units())
                .isEqualTo(1234);
    }

    @Test
    void takesTheWholeUnitsOfABrokenNumberAndSaysSo() {
        assertThat(words.read("12.7")).isEqualTo(new QuantityWords.Read(12, "The quantity 12.7 was taken as 12."));
    }
}
