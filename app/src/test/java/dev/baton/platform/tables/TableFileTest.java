package dev.baton.platform.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.platform.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableFileTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsTheDelimiter(String delimiter) throws IOException {
        String text = "sku,qty,title\nA1,3,\"Cup, blue; big|wide\ttall\"\nA2,0,Plate\n".replace(",", delimiter);

        try (TableFile table = open(text, StandardCharsets.UTF_8)) {
            assertThat(table.format().delimiter()).isEqualTo(delimiter.charAt(0));
            assertThat(table.header()).containsExactly("sku", "qty", "title");
            assertThat(rest(table)).extracting(TableRow::number).containsExactly(2L, 3L);
        }
    }

    @Test
    void keepsACommaInTitlesFromBeingTheDelimiter() throws IOException {
        try (TableFile table = open("sku\ttitle\nA1\tCup, blue\nA2\tPlate, red\n", StandardCharsets.UTF_8)) {
            assertThat(table.format().delimiter()).isEqualTo('\t');
            assertThat(next(table).cells()).containsExactly("A1", "Cup, blue");
        }
    }

    @Test
    void believesTheLineThatNamesTheDelimiter() throws IOException {
        try (TableFile table = open("sep=|\r\nsku|qty\r\nA,1|2\r\n", StandardCharsets.UTF_8)) {
            assertThat(table.header()).containsExactly("sku", "qty");
            assertThat(next(table)).isEqualTo(new TableRow(3, List.of("A,1", "2"), null));
        }
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,false", "UTF-8,true", "UTF-16LE,true", "UTF-16BE,true", "UTF-16LE,false", "windows-1252,false"})
    void findsTheEncoding(String charset, boolean mark) throws IOException {
        String text = (mark ? "\uFEFF" : "") + "código;menge\nGröße-1;3\n";

        try (TableFile table = open(text, Charset.forName(charset))) {
            assertThat(table.header()).containsExactly("código", "menge");
            assertThat(next(table).cells()).containsExactly("Größe-1", "3");
            assertThat(table.format().charset()).isEqualTo(Charset.forName(charset));
        }
    }

    @Test
    void tellsIsoFromWindowsByWhatWindowsLacks() throws IOException {
        try (TableFile table = open("sku;t\nA;\u00e9\u0081\n", StandardCharsets.ISO_8859_1)) {
            assertThat(table.format().charset()).isEqualTo(StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void readsAWindowsAccentThatComesLongAfterTheFirstBytes() throws IOException {
        StringBuilder text = new StringBuilder("sku;title\n");
        for (int i = 0; i < 20_000; i++) {
            text.append("A").append(i).append(";Cup\n");
        }
        text.append("Größe;Tasse\n");

        try (TableFile table = open(text.toString(), WINDOWS)) {
            assertThat(rest(table).getLast().cells()).containsExactly("Größe", "Tasse");
        }
    }

    @Test
    void readsAnEmojiAcrossTheEdgeOfABuffer() throws IOException {
        StringBuilder text = new StringBuilder("sku;title\n");
        for (int i = 0; i < 30_000; i++) {
            text.append("A").append(i).append(";🎁\n");
        }

        try (TableFile table = open(text.toString(), StandardCharsets.UTF_8)) {
            assertThat(rest(table)).hasSize(30_000).allMatch(row -> row.cell(1).equals("🎁"));
        }
    }

    @Test
    void readsWhatIsPackedWithGzip() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("sku,qty\nA,1\n".getBytes(StandardCharsets.UTF_8));
        }

        try (TableFile table = open(new ByteArrayInputStream(packed.toByteArray()))) {
            assertThat(next(table).cells()).containsExactly("A", "1");
        }
    }

    @Test
    void leavesBlankRowsOutAndCountsThem() throws IOException {
        try (TableFile table = open("\n\nsku,qty\n\nA,1\n,\nB,2", StandardCharsets.UTF_8)) {
            assertThat(rest(table)).extracting(TableRow::number).containsExactly(5L, 7L);
        }
    }

    @Test
    void tellsColumnsOfOneNameApart() throws IOException {
        try (TableFile table = open("qty,Qty,,sku,\n1,2,3,A,\n", StandardCharsets.UTF_8)) {
            assertThat(table.header()).containsExactly("qty", "Qty (2)", "C", "sku");
        }
    }

    @Test
    void takesTheRowOfNamesItIsTold() throws IOException {
        TableOptions third = new TableOptions(3, null, null, null);
        TableOptions none = new TableOptions(0, null, null, null);

        try (TableFile table = open("Stock list\nAcme,2026\nsku,qty\nA,1\n", third);
                TableFile bare = open("A,1\nB,2\n", none)) {
            assertThat(table.header()).containsExactly("sku", "qty");
            assertThat(next(table).number()).isEqualTo(4);
            assertThat(bare.header()).containsExactly("A", "B");
            assertThat(rest(bare)).hasSize(2);
        }
    }

    @Test
    void saysWhichRowHasTooManyCellsAndGoesOn() throws IOException {
        try (TableFile table = open("sku,qty\nA,1,234\nB\nC,3\n", StandardCharsets.UTF_8)) {
            List<TableRow> rows = rest(table);

            assertThat(rows.get(0).fault()).contains("3 cells under 2 column names");
            assertThat(rows.get(1)).isEqualTo(new TableRow(3, List.of("B", ""), null));
            assertThat(rows.get(2).fault()).isNull();
        }
    }

    @Test
    void saysWhichRowHasACellTooLong() throws IOException {
        TableLimits short10 = new TableLimits(1_000, 100, 10, 10);

        try (TableFile table = TableFile.open(bytes("sku\nABCDEFGHIJK\nA\n"), TableOptions.NONE, short10)) {
            assertThat(next(table).fault()).contains("11 characters");
            assertThat(next(table).fault()).isNull();
        }
    }

    @Test
    void saysWhereAQuoteThatIsNeverClosedBegins() throws IOException {
        try (TableFile table = open("sku,qty\nA,1\nB,\"2\nC,3\n", StandardCharsets.UTF_8)) {
            next(table);

            assertThatThrownBy(table::next).isInstanceOfSatisfying(Problem.class, problem -> {
                assertThat(problem.code()).isEqualTo(TableProblem.TABLE_BROKEN);
                assertThat(problem.detail()).startsWith("Row 3 ");
            });
        }
    }

    @Test
    void takesAwayTheApostropheThatKeepsAFormulaFromRunning() throws IOException {
        try (TableFile table = open("sku,qty\n'=A1,'-3\n'tHooft,1\n", StandardCharsets.UTF_8)) {
            assertThat(next(table).cells()).containsExactly("=A1", "-3");
            assertThat(next(table).cell(0)).isEqualTo("'tHooft");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "%PDF-1.7 x#a PDF",
                "<!DOCTYPE html><html>#a web page",
                "<?xml version='1.0'?><a/>#XML or JSON",
                "{\"a\":1}#XML or JSON"
            })
    void refusesWhatIsNoTable(String content, String kind) {
        assertThatThrownBy(() -> open(content, StandardCharsets.UTF_8))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(TableProblem.NOT_A_TABLE);
                    assertThat(problem.detail()).contains(kind).contains("save the table as .xlsx or CSV");
                });
    }

    @Test
    void refusesAnOldExcelFile() {
        byte[] ole = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};

        assertThatThrownBy(() -> open(new ByteArrayInputStream(ole))).hasMessageContaining("password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n \n", "\n"})
    void refusesAFileWithoutColumnNames(String content) {
        assertThatThrownBy(() -> open(content, StandardCharsets.UTF_8))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(TableProblem.TABLE_WITHOUT_HEADER));
    }

    @Test
    void refusesMoreThanItsLimits() throws IOException {
        TableLimits few = new TableLimits(30, 2, 2, 10);

        try (TableFile rows = TableFile.open(bytes("a,b\n1,2\n3,4\n"), TableOptions.NONE, few)) {
            next(rows);
            assertThatThrownBy(rows::next).hasMessageContaining("more than 2 rows");
        }
        assertThatThrownBy(() -> TableFile.open(bytes("a,b,c\n"), TableOptions.NONE, few))
                .hasMessageContaining("3 columns");
        assertThatThrownBy(() -> TableFile.open(bytes("a,b\n" + "1,2\n".repeat(30)), TableOptions.NONE, few))
                .hasMessageContaining("more than 30 bytes");
    }

    @Test
    void readsAStreamFarLargerThanItsBuffersRowByRow() throws IOException {
        try (TableFile table = open(new GeneratedRows(150_000))) {
            long rows = 0;
            for (TableRow row = table.next(); row != null; row = table.next()) {
                rows++;
                assertThat(row.number()).isEqualTo(rows + 1);
            }
            assertThat(rows).isEqualTo(150_000);
        }
    }

    /** A table that exists nowhere as a whole. */
    private static final class GeneratedRows extends InputStream {

        private final int rows;
        private int row;
        private InputStream current = bytes("sku,qty\n");

        GeneratedRows(int rows) {
            this.rows = rows;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int many = current.read(target, offset, length);
            if (many >= 0 || row == rows) {
                return many;
            }
            row++;
            current = bytes("SKU-" + row + "," + row % 50 + "\n");
            return current.read(target, offset, length);
        }
    }

    private static TableFile open(String text, Charset charset) throws IOException {
        return open(new ByteArrayInputStream(text.getBytes(charset)));
    }

    private static TableFile open(String text, TableOptions options) throws IOException {
        return TableFile.open(bytes(text), options, TableLimits.SMALL);
    }

    private static TableFile open(InputStream in) throws IOException {
        return TableFile.open(in, TableOptions.NONE, TableLimits.SMALL);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static TableRow next(TableFile table) {
        return Objects.requireNonNull(table.next());
    }

    static List<TableRow> rest(TableFile table) {
        List<TableRow> rows = new ArrayList<>();
        for (@Nullable TableRow row = table.next(); row != null; row = table.next()) {
            rows.add(row);
        }
        return rows;
    }
}
