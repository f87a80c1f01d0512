package dev.baton.trading.prices;

import dev.baton.platform.tables.DecimalMark;
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
        @Nullable String sheet) {}
