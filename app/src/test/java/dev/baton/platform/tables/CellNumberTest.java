package dev.baton.platform.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellNumberTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12|POINT|12",
                "12.50|POINT|12.50",
                "1,234.50|POINT|1234.50",
                "1,234|POINT|1234",
                "12,50|COMMA|12.50",
                "1.234,50|COMMA|1234.50",
                "1.234.567|COMMA|1234567",
                "€ 12,50|COMMA|12.50",
                "12,50 EUR|COMMA|12.50",
                "$1,000|POINT|1000",
                "1 234,5|COMMA|1234.5",
                "1'234.50|POINT|1234.50",
                "-3|POINT|-3",
                "3.|POINT|3"
            })
    void readsANumberByTheColumnsSign(String cell, DecimalMark mark, BigDecimal number) {
        assertThat(CellNumber.read(cell, mark)).isEqualTo(new CellNumber.Value(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "1,23,4.5", "12,5", "1.2.3", "--3", "12 pcs", "1e5", "٣"})
    void refusesWhatIsNoNumber(String cell) {
        assertThat(CellNumber.read(cell, DecimalMark.POINT)).isInstanceOf(CellNumber.Unclear.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0"})
    void knowsAnEmptyCell(String cell) {
        assertThat(CellNumber.read(cell, DecimalMark.POINT)).isEqualTo(new CellNumber.Empty());
    }

    @Test
    void refusesANumberThatMayBeTwo() {
        assertThat(CellNumber.readUnmarked("1,234"))
                .isInstanceOfSatisfying(
                        CellNumber.Unclear.class,
                        unclear -> assertThat(unclear.reason()).contains("1234 or 1.234"));
        assertThat(CellNumber.readUnmarked("12,5")).isEqualTo(new CellNumber.Value(new BigDecimal("12.5")));
        assertThat(CellNumber.readUnmarked("0.125")).isEqualTo(new CellNumber.Value(new BigDecimal("0.125")));
    }

    @Test
    void learnsTheSignFromTheFirstCellThatTellsIt() {
        assertThat(DecimalMark.of(List.of("12", "1.234", "3,50", "7.5"))).contains(DecimalMark.COMMA);
        assertThat(DecimalMark.of(List.of("1.234.567"))).contains(DecimalMark.COMMA);
        assertThat(DecimalMark.of(List.of("1,234.50"))).contains(DecimalMark.POINT);
        assertThat(DecimalMark.of(List.of("12", "1,234"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.23E+11", "1,23E+11", "4E+12", "1.2345678901234568E+17", "4.006E12"})
    void refusesACodeASpreadsheetShortened(String code) {
        assertThat(CellText.spoiltCode(code))
                .hasValueSatisfying(reason -> assertThat(reason).contains(code).contains("format the column as text"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"85123A", "1E5", "12E5", "E+11", "00123", "A-1.5E+3"})
    void takesCodesThatOnlyLookAlike(String code) {
        assertThat(CellText.spoiltCode(code)).isEmpty();
    }

    @Test
    void refusesNoCodeAndAnErrorOfAFormula() {
        assertThat(CellText.spoiltCode("")).contains("The row has no item code.");
        assertThat(CellText.spoiltCode("#N/A")).isPresent();
    }
}
