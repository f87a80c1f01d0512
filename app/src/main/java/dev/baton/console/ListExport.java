package dev.baton.console;

import dev.baton.platform.tables.SheetWriter;
import dev.baton.platform.tables.TableWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a list as CSV or as an Excel workbook; what was written is not kept. */
final class ListExport<R> implements Closeable {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final String RUNS = "=+-@\t\r";

    private final List<Column<R>> columns;
    private final ZoneId zone;
    private final @Nullable TableWriter csv;
    private final @Nullable SheetWriter sheet;
    private long rows;

    ListExport(OutputStream out, boolean workbook, List<Column<R>> columns, ZoneId zone) throws IOException {
        this.columns = List.copyOf(columns);
        this.zone = zone;
        this.csv = workbook ? null : new TableWriter(out, ',');
        this.sheet = workbook ? new SheetWriter(out) : null;
        List<@Nullable Object> heads = new ArrayList<>();
        for (Column<R> column : columns) {
            heads.add(column.label());
            if (column.money()) {
                heads.add(column.label() + ", currency");
            }
        }
        write(heads);
    }

    void write(R row) throws IOException {
        List<@Nullable Object> values = new ArrayList<>();
        for (Column<R> column : columns) {
            Cell cell = column.cell().apply(row);
            values.add(value(cell));
            if (column.money()) {
                values.add(cell instanceof Cell.Amount amount ? amount.currency() : null);
            }
        }
        write(values);
        rows++;
    }

    /** Says below the last row that others are missing. */
    void breakOff() throws IOException {
        write(List.of("This list is not whole: Baton failed while it was written. Export it once more."));
    }

    /** How many rows were written, without the heads. */
    long rows() {
        return rows;
    }

    private void write(List<@Nullable Object> values) throws IOException {
        if (sheet != null) {
            sheet.write(values);
        }
        if (csv != null) {
            csv.write(values.stream().map(ListExport::inText).toList());
        }
    }

    private @Nullable Object value(Cell cell) {
        return switch (cell) {
            case Cell.None() -> null;
            case Cell.Count count -> count.units();
            case Cell.Amount amount -> amount.amount();
            case Cell.When when -> LocalDateTime.ofInstant(when.at(), zone).truncatedTo(ChronoUnit.SECONDS);
            case Cell.Name name -> name.text();
            case Cell.Text words -> words.text();
            case Cell.State state -> state.mark().word();
            case Cell.Trend trend -> trend.said();
        };
    }

    /** Words that a spreadsheet would run get an apostrophe, also where they look like a number: a phone number does. */
    private static String inText(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case LocalDateTime moment -> MOMENT.format(moment);
            case BigDecimal number -> number.toPlainString();
            case String words -> !words.isEmpty() && RUNS.indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
            default -> value.toString();
        };
    }

    /** What a cell says in words. */
    static String text(Cell cell) {
        return switch (cell) {
            case Cell.None() -> "";
            case Cell.Count count -> String.valueOf(count.units());
            case Cell.Amount amount -> amount.shown();
            case Cell.When when -> when.at().toString();
            case Cell.Name name -> name.text();
            case Cell.Text words -> words.text();
            case Cell.State state -> state.mark().word();
            case Cell.Trend trend ->
                trend.figures().stream().map(String::valueOf).collect(Collectors.joining(" "));
        };
    }

    @Override
    public void close() throws IOException {
        if (sheet != null) {
            sheet.close();
        }
        if (csv != null) {
            csv.close();
        }
    }
}
