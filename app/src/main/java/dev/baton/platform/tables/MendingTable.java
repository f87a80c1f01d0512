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
     * Writes the rows with the table's own delimiter, a comma where it was a workbook; only the row of names when nothing
     * was left out.
     *
     * @param in the table, closed afterwards
     * @throws Problem {@link TableProblem} when it is none
     * @throws IOException when a stream breaks off
     */
    public static void write(InputStream in, TableOptions options, Faults faults, OutputStream out) throws IOException {
        try (in;
                TableFile table = TableFile.open(in, options, TableLimits.LARGE)) {
            @Nullable Character delimiter = table.format().delimiter();
            try (TableWriter writer = new TableWriter(out, delimiter == null ? ',' : delimiter)) {
                write(table, new LeftOut(faults), writer);
            }
        }
    }

    private static void write(TableFile table, LeftOut leftOut, TableWriter writer) {
        List<String> names = new ArrayList<>(table.header());
        names.removeIf(REASON::equals);
        int columns = names.size();
        names.add(REASON);
        writer.write(names);
        @Nullable Wrong fault = leftOut.next();
        for (TableRow row = table.next(); row != null && fault != null; row = table.next()) {
            if (row.number() == fault.row()) {
                List<String> cells = new ArrayList<>(row.cells().subList(0, columns));
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
