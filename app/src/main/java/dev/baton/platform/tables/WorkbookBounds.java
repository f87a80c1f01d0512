package dev.baton.platform.tables;

import dev.baton.platform.Problem;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks a workbook once without keeping anything, before it is read: what its head says of its size is not believed,
 * nothing in it may define entities, and no cell may stand further right than Excel has columns.
 */
final class WorkbookBounds {

    private static final int MOST_ENTRIES = 2_000;
    private static final int HEAD_BYTES = 1_024;

    /** Letters of a column's name; Excel ends at XFD. */
    private static final int MOST_LETTERS = 3;

    private static final byte[] CELL = {' ', 'r', '=', '"'};

    private final TableLimits limits;
    private long unpacked;

    private WorkbookBounds(TableLimits limits) {
        this.limits = limits;
    }

    /**
     * Checks the file; true when it says how its cells are to be shown.
     *
     * @throws Problem NOT_A_TABLE, TABLE_TOO_LARGE
     */
    static boolean check(File file, TableLimits limits) {
        try (ZipFile zip = new ZipFile(file)) {
            if (zip.getEntry("xl/workbook.xml") == null) {
                throw new Problem(
                        TableProblem.NOT_A_TABLE,
                        "The file is packed and holds no Excel workbook: unpack it, or save the table as .xlsx or CSV.");
            }
            new WorkbookBounds(limits).unpack(zip);
            return zip.getEntry("xl/styles.xml") != null;
        } catch (IOException broken) {
            throw broken(0, broken);
        }
    }

    /** A file that ends or breaks where it should not. */
    static Problem broken(long row, @Nullable Throwable cause) {
        Problem problem = new Problem(
                row == 0 ? TableProblem.NOT_A_TABLE : TableProblem.TABLE_BROKEN,
                (row == 0 ? "The file cannot be opened" : "Row " + row + " cannot be read")
                        + ": it may have been cut off on its way. Save it again as .xlsx or CSV and send it anew.");
        if (cause != null) {
            problem.addSuppressed(cause);
        }
        return problem;
    }

    private void unpack(ZipFile zip) throws IOException {
        if (zip.size() > MOST_ENTRIES) {
            throw tooLarge();
        }
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            try (InputStream in = zip.getInputStream(entry)) {
                unpack(entry.getName().toLowerCase(Locale.ROOT), in);
            }
        }
    }

    private void unpack(String name, InputStream in) throws IOException {
        long most = name.endsWith("sharedstrings.xml") ? limits.sharedTextBytes() : limits.bytes();
        long size = 0;
        byte[] buffer = new byte[TextRows.SAMPLE_BYTES];
        boolean sheet = name.startsWith("xl/worksheets/");
        int matched = 0;
        int many = in.readNBytes(buffer, 0, HEAD_BYTES);
        if (name.endsWith(".xml") && definesEntities(buffer, many)) {
            throw new Problem(TableProblem.NOT_A_TABLE, "The workbook defines XML entities, which no Excel does.");
        }
        while (many > 0) {
            size += many;
            unpacked += many;
            if (size > most || unpacked > limits.bytes()) {
                throw tooLarge();
            }
            matched = sheet ? columns(buffer, many, matched) : 0;
            many = in.read(buffer);
        }
    }

    private static boolean definesEntities(byte[] head, int many) {
        String text = new String(head, 0, many, StandardCharsets.ISO_8859_1);
        return text.contains("<!DOCTYPE") || text.contains("<!ENTITY");
    }

    /** Follows {@code r="ABC12"} through the bytes; {@code matched} counts what of it was seen, letters included. */
    private static int columns(byte[] bytes, int many, int matched) {
        int state = matched;
        for (int i = 0; i < many; i++) {
            byte one = bytes[i];
            if (state < CELL.length) {
                state = one == CELL[state] ? state + 1 : one == CELL[0] ? 1 : 0;
            } else if ((one >= 'A' && one <= 'Z') || (one >= 'a' && one <= 'z')) {
                state++;
                if (state - CELL.length > MOST_LETTERS) {
                    throw new Problem(
                            TableProblem.NOT_A_TABLE,
                            "The workbook has a cell beyond the last column Excel has (XFD).");
                }
            } else {
                state = 0;
            }
        }
        return state;
    }

    private Problem tooLarge() {
        return new Problem(
                TableProblem.TABLE_TOO_LARGE,
                "The workbook unpacks to more than is read of one: save the table as CSV, or split it.");
    }
}
