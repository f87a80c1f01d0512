package dev.baton.trading.prices;

import dev.baton.platform.tables.DecimalMark;
import dev.baton.platform.tables.MendingTable;
import dev.baton.platform.tables.TableOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a supplier's price list mean what, by their names, whatever their case. Null = the list has no such
 * column.
 *
 * @param sku the supplier's item code
 * @param unitCost what one selling unit costs
 * @param currency ISO 4217, row by row
 * @param since the day the cost holds from
 * @param shipFrom the place
 * @param title what the supplier calls it
 * @param gtin the number under its barcode
 * @param packSize selling units shipped together
 * @param minimumQuantity fewest selling units of an order
 * @param weight of a selling unit
 * @param weightUnit what a weight without a unit is in; null = grams
 * @param leadTimeDays working days from order to hand-over
 * @param dayFirst whether 04/05/2026 is the fourth of May; null = such a day is refused
 * @param decimalMark how the file writes 1,234; null = it is found out, and a cell that may be two numbers is refused
 * @param headerRow number of the row of column names; null = the first with anything in it
 * @param sheet of an Excel file; null = the first visible one
 * @param priceBreaks what a unit costs from a quantity on; null = the list does not speak of it and they stay as they are
 */
public record PriceMapping(
        String sku,
        String unitCost,
        @Nullable String currency,
        @Nullable String since,
        @Nullable String shipFrom,
        @Nullable String title,
        @Nullable String gtin,
        @Nullable String packSize,
        @Nullable String minimumQuantity,
        @Nullable String weight,
        @Nullable WeightUnit weightUnit,
        @Nullable String leadTimeDays,
        @Nullable Boolean dayFirst,
        @Nullable DecimalMark decimalMark,
        @Nullable Integer headerRow,
        @Nullable String sheet,
        @Nullable List<BreakColumn> priceBreaks) {

    /** Of a list that does not speak of price breaks. */
    public PriceMapping(
            String sku,
            String unitCost,
            @Nullable String currency,
            @Nullable String since,
            @Nullable String shipFrom,
            @Nullable String title,
            @Nullable String gtin,
            @Nullable String packSize,
            @Nullable String minimumQuantity,
            @Nullable String weight,
            @Nullable WeightUnit weightUnit,
            @Nullable String leadTimeDays,
            @Nullable Boolean dayFirst,
            @Nullable DecimalMark decimalMark,
            @Nullable Integer headerRow,
            @Nullable String sheet) {
        this(
                sku,
                unitCost,
                currency,
                since,
                shipFrom,
                title,
                gtin,
                packSize,
                minimumQuantity,
                weight,
                weightUnit,
                leadTimeDays,
                dayFirst,
                decimalMark,
                headerRow,
                sheet,
                null);
    }

    /**
     * How a file is read by it.
     *
     * @param mends whether it brings rows again that were left out of another
     */
    MendingTable.Reading reading(boolean mends) {
        return new MendingTable.Reading(new TableOptions(headerRow, null, null, sheet), sku, decimalMark, mends);
    }

    /** The same columns, and those of price breaks. */
    PriceMapping with(@Nullable List<BreakColumn> breaks) {
        return new PriceMapping(
                sku,
                unitCost,
                currency,
                since,
                shipFrom,
                title,
                gtin,
                packSize,
                minimumQuantity,
                weight,
                weightUnit,
                leadTimeDays,
                dayFirst,
                decimalMark,
                headerRow,
                sheet,
                breaks);
    }
}
