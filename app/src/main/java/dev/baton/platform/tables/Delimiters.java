package dev.baton.platform.tables;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which delimiter a text uses: the one that parts most of its first rows into the same number of cells. */
final class Delimiters {

    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int SAMPLE_ROWS = 50;

    /** What Excel writes above a table to name its delimiter. */
    private static final Pattern NAMED = Pattern.compile("\\Asep=(.)\\r?\\n");

    private Delimiters() {}

    /** Characters of the line that names the delimiter, 0 when there is none. */
    static int nameLine(String sample) {
        Matcher named = NAMED.matcher(sample);
        return named.find() ? named.end() : 0;
    }

    static char of(String sample) {
        if (nameLine(sample) > 0) {
            return sample.charAt(4);
        }
        char best = ',';
        long most = 0;
        for (char candidate : CANDIDATES) {
            long score = score(sample, candidate);
            if (score > most) {
                best = candidate;
                most = score;
            }
        }
        return best;
    }

    /** Rows of the commonest width beyond 1, then that width: a comma in a few titles loses against every row's tabs. */
    private static long score(String sample, char delimiter) {
        List<Integer> widths = widths(sample, delimiter);
        long best = 0;
        for (int width : widths) {
            if (width > 1) {
                long rows = widths.stream().filter(other -> other == width).count();
                best = Math.max(best, rows * 1_000 + Math.min(width, 999));
            }
        }
        return best;
    }

    private static List<Integer> widths(String sample, char delimiter) {
        List<Integer> widths = new ArrayList<>();
        try (CsvReader<CsvRecord> rows =
                TextRows.parser(delimiter, TableLimits.SMALL).apply(new StringReader(sample))) {
            for (CsvRecord row : rows) {
                if (widths.size() == SAMPLE_ROWS) {
                    break;
                }
                widths.add(row.getFieldCount());
            }
        } catch (CsvParseException cutOff) {
            // What was read before it counts.
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return widths;
    }
}
