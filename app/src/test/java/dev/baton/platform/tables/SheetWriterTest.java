package dev.baton.platform.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What we write, another's reader reads. */
class SheetWriterTest {

    @Test
    void anotherReaderReadsWhatWasWritten() throws IOException {
        byte[] book = book(
                SheetWriter.MOST_ROWS,
                List.of("Order", "Units", "Total", "Came in"),
                Arrays.asList("#1 <&> ليلى", 3L, new BigDecimal("59.90"), LocalDateTime.of(2026, 3, 2, 9, 30)),
                Arrays.asList("", null, null, null));

        List<Row> rows = rows(book).getFirst();

        assertThat(rows).hasSize(3);
        assertThat(rows.get(1).getCellText(0)).isEqualTo("#1 <&> ليلى");
        assertThat(rows.get(1).getCell(1).asNumber()).isEqualByComparingTo("3");
        assertThat(rows.get(1).getCell(2).asNumber()).isEqualByComparingTo("59.90");
        assertThat(rows.get(1).getCell(3).asDate()).isEqualTo(LocalDateTime.of(2026, 3, 2, 9, 30));
    }

    @Test
    void textThatLooksLikeAFormulaStaysTextAndIsMarkedAsQuoted() throws IOException {
        List<Object> evil = List.of("=1+1", "+491234", "-2", "@SUM(A1)", "\tx", "\rx", "plain");

        byte[] book = book(SheetWriter.MOST_ROWS, evil);
        Row row = rows(book).getFirst().getFirst();

        for (int i = 0; i < evil.size(); i++) {
            Cell cell = row.getCell(i);
            assertThat(cell.getType()).isEqualTo(CellType.STRING);
            assertThat(cell.getFormula()).isNull();
        }
        String xml = part(book, "xl/worksheets/sheet1.xml");
        assertThat(xml).doesNotContain("<f>");
        assertThat(xml.split("s=\"1\"", -1)).as("quoted cells").hasSize(evil.size());
        assertThat(part(book, "xl/styles.xml")).contains("quotePrefix=\"1\"");
    }

    @Test
    void whatXmlCannotHoldIsLeftOut() throws IOException {
        Row row = rows(book(SheetWriter.MOST_ROWS, List.of("a\u0000b\uD800c\uFFFEd")))
                .getFirst()
                .getFirst();

        assertThat(row.getCellText(0)).isEqualTo("abcd");
    }

    @Test
    void moreRowsThanASheetHoldsGoOnInAnotherOne() throws IOException {
        List<List<Row>> sheets = rows(book(2, List.of("1"), List.of("2"), List.of("3"), List.of("4"), List.of("5")));

        assertThat(sheets).extracting(List::size).containsExactly(2, 2, 1);
    }

    @Test
    void memoryDoesNotGrowWithTheRows() throws IOException {
        long[] written = new long[1];
        OutputStream counting = new OutputStream() {
            @Override
            public void write(int one) {
                written[0]++;
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                written[0] += length;
            }
        };
        String noise = "0123456789abcdef".repeat(16);

        try (SheetWriter writer = new SheetWriter(counting)) {
            long before = 0;
            for (int i = 0; i < 200_000; i++) {
                writer.write(List.of(noise.substring(i % 200) + i * 7919));
                if (i == 100_000) {
                    before = written[0];
                }
            }
            assertThat(written[0]).as("half of it left before the end").isGreaterThan(before + before / 2);
        }
    }

    private static byte[] book(int mostRows, List<? extends @Nullable Object>... rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SheetWriter writer = new SheetWriter(out, mostRows)) {
            for (List<? extends @Nullable Object> row : rows) {
                writer.write(row);
            }
        }
        return out.toByteArray();
    }

    private static List<List<Row>> rows(byte[] book) throws IOException {
        List<List<Row>> sheets = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(book))) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                sheets.add(sheet.read());
            }
        }
        return sheets;
    }

    private static String part(byte[] book, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(book))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new IllegalStateException("no " + name);
    }
}
