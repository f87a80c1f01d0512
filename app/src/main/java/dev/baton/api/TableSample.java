package dev.baton.api;

import dev.baton.platform.Problem;
import dev.baton.platform.tables.TableFile;
import dev.baton.platform.tables.TableFormat;
import dev.baton.platform.tables.TableLimits;
import dev.baton.platform.tables.TableOptions;
import dev.baton.platform.tables.TableProblem;
import dev.baton.platform.tables.TableRow;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a table somebody shows as an example; nothing of it is kept.
 *
 * @param rows as many as a mapping is learned from
 */
record TableSample(TableFormat format, List<String> header, List<TableRow> rows) {

    private static final int LEARNED_ROWS = 200;
    private static final int SHOWN_ROWS = 5;

    /** @throws Problem {@link TableProblem} when it is none */
    static TableSample of(HttpServletRequest request, @Nullable Integer headerRow, @Nullable String sheet)
            throws IOException {
        TableOptions options = new TableOptions(headerRow, null, null, sheet);
        try (InputStream in = UploadedFile.of(request).bytes();
                TableFile table = TableFile.open(in, options, TableLimits.SMALL)) {
            List<TableRow> rows = new ArrayList<>();
            for (TableRow row = table.next(); row != null && rows.size() < LEARNED_ROWS; row = table.next()) {
                rows.add(row);
            }
            return new TableSample(table.format(), table.header(), rows);
        }
    }

    @Nullable
    String charset() {
        return format.charset() == null ? null : format.charset().name();
    }

    @Nullable
    String delimiter() {
        return format.delimiter() == null ? null : format.delimiter().toString();
    }

    /** The first rows as they are read. */
    List<List<String>> shown() {
        return rows.stream().limit(SHOWN_ROWS).map(TableRow::cells).toList();
    }
}
