package dev.baton.trading.feeds;

import dev.baton.platform.tables.DecimalMark;
import dev.baton.platform.tables.MendingTable;
import dev.baton.platform.tables.TableOptions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a file mean what, by their names; case and blanks around them do not matter.
 *
 * @param sku the column with the supplier's own item code
 * @param shipFrom the column with the place it ships from; null when the file has none
 * @param quantities the columns with units, at least one; several of one place are added up
 * @param words what words in a quantity cell mean, in units, beside the ones that are known (out, none, 10+, &gt;100)
 * @param inStock units that a bare "in stock" or "yes" stands for; null = such a row is refused
 * @param decimalMark how the file writes 1,234; null = it is found out, and a cell that may be two numbers is refused
 * @param headerRow number of the row of column names; null = the first with anything in it
 * @param sheet of an Excel file; null = the first visible one
 */
public record ColumnMapping(
        String sku,
        @Nullable String shipFrom,
        List<QuantityColumn> quantities,
        Map<String, Integer> words,
        @Nullable Integer inStock,
        @Nullable DecimalMark decimalMark,
        @Nullable Integer headerRow,
        @Nullable String sheet) {

    /** The columns in which figures that were sent to the API are kept while somebody decides on them. */
    public static final ColumnMapping OF_FIGURES = new ColumnMapping(
            "supplierSku",
            "shipFrom",
            List.of(new QuantityColumn("quantity", null)),
            Map.of(),
            null,
            DecimalMark.POINT,
            null,
            null);

    public ColumnMapping {
        quantities = List.copyOf(quantities);
        words = Map.copyOf(words);
    }

    /**
     * How a file is read by it.
     *
     * @param mends whether it brings rows again that were left out of another
     */
    MendingTable.Reading reading(boolean mends) {
        return new MendingTable.Reading(new TableOptions(headerRow, null, null, sheet), sku, decimalMark, mends);
    }

    /**
     * A column with units.
     *
     * @param shipFrom the place they are at; null = what the row or the feed says
     */
    public record QuantityColumn(String column, @Nullable String shipFrom) {}
}
