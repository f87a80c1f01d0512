package dev.baton.trading.feeds;

import dev.baton.inventory.StagedFault;
import dev.baton.inventory.StagedRow;
import dev.baton.platform.Problem;
import dev.baton.platform.tables.CellText;
import dev.baton.platform.tables.ColumnNames;
import dev.baton.platform.tables.DecimalMark;
import dev.baton.platform.tables.TableRow;
import dev.baton.trading.feeds.ColumnMapping.QuantityColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes figures of a table's rows by a feed's mapping; what cannot be read is told row by row. */
final class RowReader {

    private static final int LONGEST_SKU = 200;

    private final int sku;
    private final int shipFrom;
    private final List<Units> units = new ArrayList<>();
    private final @Nullable DecimalMark mark;
    private final QuantityWords words;

    private record Units(int column, @Nullable String shipFrom) {}

    /**
     * @throws Problem {@link FeedProblem#FEED_COLUMN_MISSING} with the names the file has
     */
    RowReader(ColumnMapping mapping, List<String> header) {
        this.sku = place(header, mapping.sku());
        this.shipFrom = mapping.shipFrom() == null ? -1 : place(header, mapping.shipFrom());
        for (QuantityColumn column : mapping.quantities()) {
            units.add(new Units(place(header, column.column()), column.shipFrom()));
        }
        this.mark = mapping.decimalMark();
        this.words = new QuantityWords(mapping.words(), mapping.inStock(), mark);
    }

    private static int place(List<String> header, String name) {
        return ColumnNames.place(header, name)
                .orElseThrow(() -> new Problem(
                        FeedProblem.FEED_COLUMN_MISSING,
                        "The file has no column " + name + "; it has " + String.join(", ", header)
                                + ". Mend the mapping, or send the file with that column."));
    }

    /**
     * Reads one row into figures, or a fault; a row of which one cell cannot be read is left out as a whole.
     *
     * @param figures what the row says is added to them
     * @param faults and what is wrong with it to these
     */
    void read(TableRow row, List<StagedRow> figures, List<StagedFault> faults) {
        String code = row.cell(sku);
        String shown = code.length() > LONGEST_SKU ? code.substring(0, LONGEST_SKU) : code;
        @Nullable String wrong = row.fault();
        if (wrong == null && code.length() > LONGEST_SKU) {
            wrong = "The item code has more than " + LONGEST_SKU + " characters.";
        }
        if (wrong == null) {
            wrong = CellText.spoiltCode(code).orElse(null);
        }
        int faultsBefore = faults.size();
        Map<String, Integer> places = units.size() == 1 ? HashMap.newHashMap(1) : new LinkedHashMap<>();
        for (int i = 0; wrong == null && i < units.size(); i++) {
            QuantityWords.Read read = words.read(row.numeral(units.get(i).column(), mark));
            @Nullable Integer quantity = read.units();
            if (quantity == null) {
                wrong = read.note();
            } else {
                places.merge(place(row, units.get(i)), quantity, RowReader::add);
                if (read.note() != null) {
                    faults.add(new StagedFault(row.number(), shown, true, read.note()));
                }
            }
        }
        if (wrong != null) {
            faults.subList(faultsBefore, faults.size()).clear();
            faults.add(new StagedFault(row.number(), shown, false, wrong));
            return;
        }
        places.forEach((place, quantity) ->
                figures.add(new StagedRow(row.number(), code, place.isEmpty() ? null : place, quantity)));
    }

    private String place(TableRow row, Units column) {
        if (column.shipFrom() != null) {
            return column.shipFrom();
        }
        return shipFrom < 0 ? "" : row.cell(shipFrom);
    }

    private static int add(int one, int other) {
        return (int) Math.min(Integer.MAX_VALUE, (long) one + other);
    }
}
