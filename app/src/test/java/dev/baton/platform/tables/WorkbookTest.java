package dev.baton.platform.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.platform.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkbookTest {

    private static final String HEADER = "<row r=\"1\">" + text("A1", "sku") + text("B1", "qty") + "</row>";

    @Test
    void readsTheFirstSheetRowByRow() throws IOException {
        Workbook workbook = new Workbook()
                .sheet("Stock", HEADER + "<row r=\"4\">" + text("A4", "A-1") + number("B4", "12") + "</row>");

        try (TableFile table = open(workbook, TableOptions.NONE)) {
            assertThat(table.format()).isEqualTo(TableFormat.workbook("Stock"));
            assertThat(table.header()).containsExactly("sku", "qty");
            assertThat(TableFileTest.rest(table)).containsExactly(new TableRow(4, List.of("A-1", "12"), null));
        }
    }

    @Test
    void readsSharedTexts() throws IOException {
        Workbook workbook = new Workbook()
                .sheet(
                        "Stock",
                        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c></row>")
                .part(
                        "xl/sharedStrings.xml",
                        "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>sku</t></si><si><t>Größe</t></si></sst>");

        try (TableFile table = open(workbook, TableOptions.NONE)) {
            assertThat(TableFileTest.rest(table).getFirst().cell(0)).isEqualTo("Größe");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "4006381333931,4006381333931",
        "4.006381333931E12,4006381333931",
        "1.23E+2,123",
        "12.5,12.5",
        "0.1,0.1",
        "1.2345678901234568E+17,1.2345678901234568E+17",
        "123456789012345678,1.23456789012345678E+17",
        "3.0,3",
        "0,0"
    })
    void showsANumberAsItIsAndNeverGuessesLostDigits(String raw, String shown) throws IOException {
        Workbook workbook = new Workbook().sheet("Stock", HEADER + "<row r=\"2\">" + number("A2", raw) + "</row>");

        try (TableFile table = open(workbook, TableOptions.NONE)) {
            assertThat(TableFileTest.rest(table).getFirst().cell(0)).isEqualTo(shown);
        }
    }

    @ParameterizedTest
    @CsvSource({"00000,123,00123", "yyyy-mm-dd,46000,2025-12-09", "dd/mm/yy hh:mm,46000.5,2025-12-09T12:00", "0.00,7,7"
    })
    void honoursTheFormatWhereItCarriesMeaning(String format, String raw, String shown) throws IOException {
        Workbook workbook = new Workbook()
                .format(format)
                .sheet("Stock", HEADER + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>" + raw + "</v></c></row>");

        try (TableFile table = open(workbook, TableOptions.NONE)) {
            assertThat(TableFileTest.rest(table).getFirst().cell(0)).isEqualTo(shown);
        }
    }

    @Test
    void takesTheValueAFormulaHadWhenItWasSaved() throws IOException {
        Workbook workbook = new Workbook()
                .sheet(
                        "Stock",
                        HEADER + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>\"A\"&amp;1</f><v>A1</v></c>"
                                + "<c r=\"B2\"><f>1+2</f><v>3</v></c></row>");

        try (TableFile table = open(workbook, TableOptions.NONE)) {
            assertThat(TableFileTest.rest(table).getFirst().cells()).containsExactly("A1", "3");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "str,00123,00123",
        "str,12E3,12E3",
        "str,1.50,1.50",
        "b,1,TRUE",
        "b,0,FALSE",
        "n,1.50,1.5",
        "e,#N/A,#N/A"
    })
    void leavesWhatAFormulaCameToAsItIs(String type, String raw, String shown) throws IOException {
        Workbook workbook = new Workbook()
                .sheet(
                        "Stock",
                        HEADER + "<row r=\"2\"><c r=\"A2\" t=\"" + type + "\"><f>TEXT(B2,B3)</f><v>" + raw
                                + "</v></c></row>");

        try (TableFile table = open(workbook, TableOptions.NONE)) {
            assertThat(TableFileTest.rest(table).getFirst().cell(0)).isEqualTo(shown);
        }
    }

    @Test
    void tellsItsOwnNumbersFromWhatIsWrittenAsText() throws IOException {
        Workbook workbook = new Workbook()
                .sheet(
                        "Stock",
                        HEADER + "<row r=\"2\">" + number("A2", "1.125") + text("B2", "1.125") + "</row>"
                                + "<row r=\"3\">" + number("A3", "12")
                                + "<c r=\"B3\"><f>1/8</f><v>0.125</v></c></row>");

        try (TableFile table = open(workbook, TableOptions.NONE)) {
            List<TableRow> rows = TableFileTest.rest(table);
            assertThat(rows.getFirst().numeral(0, DecimalMark.COMMA)).isEqualTo("1,125");
            assertThat(rows.getFirst().numeral(0, DecimalMark.POINT)).isEqualTo("1.125");
            assertThat(CellNumber.readUnmarked(rows.getFirst().numeral(0, null)))
                    .isEqualTo(new CellNumber.Value(new BigDecimal("1.1250")));
            assertThat(rows.getFirst().numeral(1, DecimalMark.COMMA))
                    .as("as it was typed")
                    .isEqualTo("1.125");
            assertThat(rows.getLast().numeral(0, DecimalMark.COMMA)).isEqualTo("12");
            assertThat(rows.getLast().numeral(1, DecimalMark.COMMA)).isEqualTo("0,125");
        }
    }

    @Test
    void readsTheSheetItIsTold() throws IOException {
        Workbook workbook = new Workbook()
                .sheet("Notes", "<row r=\"1\">" + text("A1", "hello") + "</row>")
                .sheet("Stock", HEADER);

        try (TableFile table = open(workbook, new TableOptions(null, null, null, "stock"))) {
            assertThat(table.header()).containsExactly("sku", "qty");
        }
        assertThatThrownBy(() -> open(workbook, new TableOptions(null, null, null, "Prices")))
                .hasMessageContaining("no sheet called Prices; it has Notes, Stock");
    }

    @Test
    void refusesAWorkbookThatUnpacksToMoreThanIsRead() {
        Workbook bomb = new Workbook().sheet("Stock", HEADER).part("xl/media/zeros.bin", "0".repeat(5_000_000));
        TableLimits few = new TableLimits(1_000_000, 1_000, 10, 100);

        assertThat(bomb.bytes().length).isLessThan(100_000);
        assertThatThrownBy(() -> TableFile.open(bomb.open(), TableOptions.NONE, few))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(TableProblem.TABLE_TOO_LARGE));
    }

    @Test
    void refusesACellFarBeyondTheLastColumn() {
        Workbook wide = new Workbook().sheet("Stock", "<row r=\"1\">" + number("ZZZZZZ1", "1") + "</row>");

        assertThatThrownBy(() -> open(wide, TableOptions.NONE)).hasMessageContaining("XFD");
    }

    @Test
    void refusesXmlEntities() {
        Workbook attack = new Workbook()
                .sheet("Stock", HEADER)
                .part("xl/sharedStrings.xml", "<!DOCTYPE sst [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><sst/>");

        assertThatThrownBy(() -> open(attack, TableOptions.NONE)).hasMessageContaining("XML entities");
    }

    @Test
    void saysThatAWorkbookIsCutOff() {
        byte[] whole = new Workbook().sheet("Stock", HEADER).bytes();

        assertThatThrownBy(() -> TableFile.open(
                        new ByteArrayInputStream(Arrays.copyOf(whole, whole.length / 2)),
                        TableOptions.NONE,
                        TableLimits.SMALL))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(TableProblem.NOT_A_TABLE));
    }

    @Test
    void refusesAnotherPackedFile() {
        assertThatThrownBy(() -> open(new Workbook().part("xl/workbook.xml", ""), TableOptions.NONE))
                .isInstanceOf(Problem.class);
    }

    private static TableFile open(Workbook workbook, TableOptions options) throws IOException {
        return TableFile.open(workbook.open(), options, TableLimits.SMALL);
    }

    private static String text(String place, String value) {
        return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + value + "</t></is></c>";
    }

    private static String number(String place, String value) {
        return "<c r=\"" + place + "\"><v>" + value + "</v></c>";
    }
}
