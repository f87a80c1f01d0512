package dev.baton.platform.facts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A file of facts on the class path: UTF-8, one fact a line, columns parted by tabs, {@code #} opens a comment, {@code
 * -} stands for "none". Needs no transaction.
 */
public final class FactFile {
    private static final String NONE = "-";

    private FactFile() {}

    /**
     * Every fact of the file, in file order.
     *
     * @param beside the class whose package holds the file
     * @param columns how many columns each line has
     * @throws IllegalStateException when the file is missing or a line has another number of columns: the build is broken
     */
    public static List<FactRow> read(Class<?> beside, String name, int columns) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Fact file " + name + " is not beside " + beside.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> row(name, line, columns))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Fact file " + name + " cannot be read", e);
        }
    }

    private static FactRow row(String name, String line, int columns) {
        List<String> cells = List.of(line.split("\t", -1));
        if (cells.size() != columns) {
            throw new IllegalStateException(
                    "Fact file " + name + ": " + cells.size() + " columns instead of " + columns + " in: " + line);
        }
        return new FactRow(cells);
    }

    /** True for the mark that stands for "none". */
    static boolean isNone(String cell) {
        return cell.equals(NONE);
    }
}
