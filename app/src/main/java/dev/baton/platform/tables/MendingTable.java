package dev.baton.platform.tables;

import dev.baton.platform.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of a table that were left out, in the table's own columns, with the reason in one more: mended there and
 * sent back, it adds exactly these rows. Reads and writes row by row. Needs no transaction of its own.
 */
public final class MendingTable {

    /** The name of the column with the reason; a reader that maps columns by name does not see it. */
    public static final String REASON = "Baton: what is wrong";

    private static final int PAGE = 1_000;

    private MendingTable() {}

    /**
     * What is wrong with a row.
     *
     * @param row as {@link TableRow#number} counts
     * @param used true: the row was used all the same and is not written
     */
    public record Wrong(long row, boolean used, String message) {}

    /** The faults behind a row, in the order of the rows, at most so many. */
    @FunctionalInterface
    public interface Faults {

        /** A page; a shorter one is the last. */
        List<Wrong> after(long row, int limit);
    }

    /**
     * How a table is read.
     *
     * @param usual where its names stand when it comes from whoever makes it
     * @param key the name of the column every row is known by; empty = none is
     * @param mark what parts the decimals of its numbers; null = each cell tells
     * @param mends whether it brings rows again that were left out: a table of ours has its names in its first row, wherever
     *     they stood before
     */
    public record Reading(
            TableOptions usual, String key, @Nullable DecimalMark mark, boolean mends) {}

    /** Opens the same table from its first byte, each time it is asked. */
    @FunctionalInterface
    public interface Bytes {

        InputStream open() throws IOException;
    }

    /** What is done with an open table. */
    @FunctionalInterface
    public interface Use<T extends @Nullable Object> {

        T of(TableFile table) throws IOException;
    }

    /**
     * Opens a table, uses it and closes it.
     *
     * @throws Problem {@link TableProblem} when it is none
     * @throws IOException when a stream breaks off
     */
    public static <T extends @Nullable Object> T read(Bytes bytes, Reading reading, Use<T> use) throws IOException {
        if (reading.mends()) {
            try (InputStream in = bytes.open();
                    TableFile table = TableFile.open(in, TableOptions.NONE, TableLimits.LARGE)) {
                if (ColumnNames.place(table.header(), reading.key()).isPresent()) {
                    return use.of(table);
                }
            }
        }
        try (InputStream in = bytes.open();
                TableFile table = TableFile.open(in, reading.usual(), TableLimits.LARGE)) {
            return use.of(table);
        }
    }

    /**
     * Writes the rows with the table's own delimiter, a comma where it was a workbook; only the row of names when nothing
     * was left out.
     *
     * @throws Problem {@link TableProblem} when it is none
     * @throws IOException when a stream breaks off
     */
    public static void write(Bytes bytes, Reading reading, Faults faults, OutputStream out) throws IOException {
        MendingTable.<@Nullable Object>read(bytes, reading, table -> {
            @Nullable Character delimiter = table.format().delimiter();
            try (TableWriter writer = new TableWriter(out, delimiter == null ? ',' : delimiter)) {
                write(table, reading, new LeftOut(faults), writer);
            }
            return null;
        });
    }

    private static void write(TableFile table, Reading reading, LeftOut leftOut, TableWriter writer) {
        int key = ColumnNames.place(table.header(), reading.key()).orElse(-1);
        List<String> names = new ArrayList<>(table.header());
        names.removeIf(REASON::equals);
        int columns = names.size();
        names.add(REASON);
        writer.write(names);
        @Nullable Wrong fault = leftOut.next();
        for (TableRow row = table.next(); row != null && fault != null; row = table.next()) {
            if (row.number() == fault.row()) {
                List<String> cells = new ArrayList<>();
                for (int column = 0; column < columns; column++) {
                    cells.add(column == key ? row.cell(column) : row.numeral(column, reading.mark()));
                }
                cells.add(fault.message());
                writer.write(cells);
                fault = leftOut.next();
            }
        }
    }

    /** The faults of rows that were left out, in the order of the rows. */
    private static final class LeftOut {

        private final Faults faults;
        private final Deque<Wrong> page = new ArrayDeque<>();
        private long after;
        private boolean ended;

        LeftOut(Faults faults) {
            this.faults = faults;
        }

        @Nullable
        Wrong next() {
            while (page.isEmpty() && !ended) {
                List<Wrong> found = faults.after(after, PAGE);
                ended = found.size() < PAGE;
                for (Wrong fault : found) {
                    after = fault.row();
                    if (!fault.used()) {
                        page.add(fault);
                    }
                }
            }
            return page.poll();
        }
    }
}
