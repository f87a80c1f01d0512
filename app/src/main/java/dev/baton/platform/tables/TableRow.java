package dev.baton.platform.tables;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row below the column names.
 *
 * @param number as a spreadsheet counts, the first row of the file being 1
 * @param cells stripped, as many as there are columns; empty where the row has none
 * @param fault what is wrong with the row as a row, with the next step; null when it is sound
 */
public record TableRow(
        long number, List<String> cells, @Nullable String fault) {

    public TableRow {
        cells = List.copyOf(cells);
    }

    /** The cell of a column counted from 0; empty when the row has none. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
