package dev.baton.platform.tables;

import dev.baton.platform.Problem;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A table that is read from its first row to its last, once, in constant memory. Finds out by itself what it is (text or
 * Excel, packed with gzip or not), its encoding and its delimiter, unless it is told. Needs no transaction; close it.
 */
public final class TableFile implements Closeable {

    private static final int PEEK_BYTES = 512;

    private final RowSource rows;
    private final TableLimits limits;
    private final List<String> header;
    private @Nullable RawRow ahead;

    private TableFile(RowSource rows, TableLimits limits, List<String> header, @Nullable RawRow ahead) {
        this.rows = rows;
        this.limits = limits;
        this.header = header;
        this.ahead = ahead;
    }

    /**
     * Opens a table and reads its column names.
     *
     * @throws Problem {@link TableProblem}: what the file is instead and what to send
     * @throws IOException when the stream itself fails
     */
    public static TableFile open(InputStream in, TableOptions options, TableLimits limits) throws IOException {
        BufferedInputStream bytes = buffered(in, limits);
        byte[] first = peek(bytes);
        if (starts(first, 0x1F, 0x8B)) {
            bytes = buffered(new GZIPInputStream(bytes), limits);
            first = peek(bytes);
        }
        refuseOtherKinds(first);
        RowSource rows = starts(first, 'P', 'K', 3, 4)
                ? SheetRows.open(bytes, options, limits)
                : TextRows.open(bytes, options, limits);
        try {
            return begin(rows, options, limits);
        } catch (RuntimeException refused) {
            rows.close();
            throw refused;
        }
    }

    private static BufferedInputStream buffered(InputStream in, TableLimits limits) {
        return new BufferedInputStream(new BoundedInput(in, limits.bytes(), "The file"), TextRows.SAMPLE_BYTES);
    }

    private static byte[] peek(BufferedInputStream bytes) throws IOException {
        bytes.mark(PEEK_BYTES);
        byte[] first = bytes.readNBytes(PEEK_BYTES);
        bytes.reset();
        return first;
    }

    private static boolean starts(byte[] bytes, int... with) {
        if (bytes.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((bytes[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }

    private static void refuseOtherKinds(byte[] first) {
        String text = new String(first, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
        @Nullable String kind = null;
        if (starts(first, 0xD0, 0xCF, 0x11, 0xE0)) {
            kind = "It is an old Excel file (.xls) or one with a password";
        } else if (text.startsWith("%pdf")) {
            kind = "It is a PDF";
        } else if (text.startsWith("<!doctype html") || text.startsWith("<html")) {
            kind = "It is a web page, perhaps a login page, not the file itself";
        } else if (text.startsWith("<?xml") || text.startsWith("{") || text.startsWith("[{")) {
            kind = "It is XML or JSON";
        } else if (text.isEmpty()) {
            throw new Problem(
                    TableProblem.TABLE_WITHOUT_HEADER, "The file is empty: send it with a row of column names.");
        }
        if (kind != null) {
            throw new Problem(TableProblem.NOT_A_TABLE, kind + ": save the table as .xlsx or CSV and send that.");
        }
    }

    private static TableFile begin(RowSource rows, TableOptions options, TableLimits limits) {
        int wanted = options.headerRow() == null ? 1 : options.headerRow();
        @Nullable RawRow row = rows.next();
        while (row != null && (row.isBlank() || row.number() < wanted)) {
            row = rows.next();
        }
        if (row == null) {
            throw new Problem(
                    TableProblem.TABLE_WITHOUT_HEADER,
                    "The table has no row " + Math.max(1, wanted) + " with column names: add it above the first item.");
        }
        List<String> names = wanted == 0 ? letters(row.cells().size()) : names(row);
        if (names.size() > limits.columns()) {
            throw new Problem(
                    TableProblem.TABLE_TOO_LARGE,
                    "The table has " + names.size() + " columns; " + limits.columns() + " are read at most.");
        }
        return new TableFile(rows, limits, List.copyOf(names), wanted == 0 ? row : null);
    }

    /** As a spreadsheet names its columns. */
    private static List<String> letters(int columns) {
        List<String> names = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            StringBuilder name = new StringBuilder();
            for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
                name.insert(0, (char) ('A' + rest % 26));
            }
            names.add(name.toString());
        }
        return names;
    }

    /** Two columns of one name are told apart by their place; empty ones at the end are dropped. */
    private static List<String> names(RawRow row) {
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        int last = row.cells().size();
        while (last > 0 && row.cells().get(last - 1).isBlank()) {
            last--;
        }
        for (int i = 0; i < last; i++) {
            String bare = CellText.tidy(row.cells().get(i));
            String name = bare.isEmpty() ? letters(i + 1).getLast() : bare;
            for (int copy = 2; !taken.add(name.toLowerCase(Locale.ROOT)); copy++) {
                name = bare + " (" + copy + ")";
            }
            names.add(name);
        }
        return names;
    }

    /** What the table turned out to be. */
    public TableFormat format() {
        return rows.format();
    }

    /** The column names, in order, no two equal whatever their case. */
    public List<String> header() {
        return header;
    }

    /**
     * The next row with anything in it, null after the last.
     *
     * @throws Problem {@link TableProblem#TABLE_BROKEN} or {@link TableProblem#TABLE_TOO_LARGE}: nothing after it can be read
     */
    public @Nullable TableRow next() {
        @Nullable RawRow row = ahead;
        ahead = null;
        do {
            row = row == null ? rows.next() : row;
            if (row == null) {
                return null;
            }
            if (row.number() > limits.rows()) {
                throw new Problem(
                        TableProblem.TABLE_TOO_LARGE,
                        "The table has more than " + limits.rows() + " rows: split it into several files.");
            }
            if (!row.isBlank()) {
                return sound(row);
            }
            row = null;
        } while (true);
    }

    private TableRow sound(RawRow row) {
        List<String> cells = new ArrayList<>(header.size());
        @Nullable String fault = null;
        for (int i = 0; i < row.cells().size(); i++) {
            String cell = CellText.tidy(row.cells().get(i));
            if (cell.length() > limits.cellChars()) {
                fault = "Column " + (i + 1) + " has " + cell.length() + " characters; " + limits.cellChars()
                        + " are read at most.";
                cell = cell.substring(0, limits.cellChars());
            }
            if (i < header.size()) {
                cells.add(cell);
            } else if (!cell.isEmpty() && fault == null) {
                fault = "The row has " + row.cells().size() + " cells under " + header.size()
                        + " column names: put quotes around a cell that contains the delimiter.";
            }
        }
        while (cells.size() < header.size()) {
            cells.add("");
        }
        return new TableRow(row.number(), cells, row.decimals(), fault);
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
