package dev.baton.platform.tables;

import dev.baton.platform.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** Rows of an Excel sheet, kept in a temporary file while they are read. */
final class SheetRows implements RowSource {

    private final Path file;
    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final TableFormat format;
    private long number;

    private SheetRows(Path file, ReadableWorkbook workbook, Sheet sheet) throws IOException {
        this.file = file;
        this.workbook = workbook;
        this.stream = sheet.openStream();
        this.rows = stream.iterator();
        this.format = TableFormat.workbook(sheet.getName());
    }

    static SheetRows open(InputStream in, TableOptions options, TableLimits limits) throws IOException {
        Path file = Files.createTempFile("baton-table-", ".xlsx");
        @Nullable ReadableWorkbook workbook = null;
        try {
            try (InputStream bounded = new BoundedInput(in, limits.workbookBytes(), "The workbook")) {
                Files.copy(bounded, file, StandardCopyOption.REPLACE_EXISTING);
            }
            boolean styled = WorkbookBounds.check(file.toFile(), limits);
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(styled, true));
            return new SheetRows(file, workbook, sheet(workbook, options.sheet()));
        } catch (ExcelReaderException broken) {
            drop(file, workbook);
            throw WorkbookBounds.broken(0, broken);
        } catch (IOException | RuntimeException failed) {
            drop(file, workbook);
            throw failed;
        }
    }

    private static void drop(Path file, @Nullable ReadableWorkbook workbook) throws IOException {
        if (workbook != null) {
            workbook.close();
        }
        Files.deleteIfExists(file);
    }

    private static Sheet sheet(ReadableWorkbook workbook, @Nullable String wanted) {
        List<Sheet> visible = workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .toList();
        for (Sheet sheet : visible) {
            if (wanted == null || sheet.getName().strip().equalsIgnoreCase(wanted.strip())) {
                return sheet;
            }
        }
        throw new Problem(
                TableProblem.NOT_A_TABLE,
                wanted == null
                        ? "The workbook has no visible sheet."
                        : "The workbook has no sheet called " + wanted + "; it has "
                                + String.join(
                                        ", ",
                                        visible.stream().map(Sheet::getName).toList()) + ".");
    }

    @Override
    public @Nullable RawRow next() {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            Row row = rows.next();
            number = Math.max(number + 1, row.getRowNum());
            List<String> cells = new ArrayList<>(row.getCellCount());
            Set<Integer> decimals = new HashSet<>();
            for (int i = 0; i < row.getCellCount(); i++) {
                @Nullable Cell cell = row.hasCell(i) ? row.getCell(i) : null;
                String text = SheetCell.text(cell);
                cells.add(text);
                if (SheetCell.hasDecimals(cell, text)) {
                    decimals.add(i);
                }
            }
            return new RawRow(number, cells, decimals);
        } catch (ExcelReaderException | IllegalArgumentException broken) {
            throw WorkbookBounds.broken(number + 1, broken);
        }
    }

    @Override
    public TableFormat format() {
        return format;
    }

    @Override
    public void close() throws IOException {
        stream.close();
        drop(file, workbook);
    }
}
