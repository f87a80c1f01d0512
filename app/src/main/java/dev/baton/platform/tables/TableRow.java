package dev.baton.platform.tables;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row below the column names.
 *
 * @param number as a spreadsheet counts, the first row of the file being 1
 * @param cells stripped, as many as there are columns; empty where the row has none
 * @param decimals the columns, from 0, in which a sheet has a number of its own that is not whole: a point parts its
 *     decimals, whatever sign the words of the file use
 * @param fault what is wrong with the row as a row, with the next step; null when it is sound
 */
public record TableRow(
        long number,
        List<String> cells,
        Set<Integer> decimals,
        @Nullable String fault) {

    public TableRow {
        cells = List.copyOf(cells);
        decimals = Set.copyOf(decimals);
    }

    /** A row without such numbers. */
    public TableRow(long number, List<String> cells, @Nullable String fault) {
        this(number, cells, Set.of(), fault);
    }

    /** The cell of a column counted from 0; empty when the row has none. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    /**
     * The cell of a column of numbers, as it is to be read by a mark.
     *
     * @param mark what parts the decimals of the column; null = each cell tells
     */
    public String numeral(int column, @Nullable DecimalMark mark) {
        String cell = cell(column);
        if (!decimals.contains(column)) {
            return cell;
        }
        if (mark == null) {
            // 1.125 could be a thousand and more, 1.1250 could not
            return cell + "0";
        }
        return cell.replace('.', mark.mark());
    }
}
