package dev.baton.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a supplier's price list.
 *
 * @param supplierSku the supplier's own code of the item
 * @param shipFrom the supplier's name of the place; {@link Offer#MAIN} where it has one
 * @param title what the supplier calls it; null when the list does not say
 * @param gtin the number under its barcode, right or wrong; null when the list does not say
 * @param cost per selling unit, of fewer units than any price break asks for
 * @param packSize selling units shipped together; null = as it was, 1 for a new item
 * @param leadTimeDays working days; null = as it was, 0 for a new item
 * @param since from when the cost holds; null = from when the list's costs do
 * @param weightGrams of a selling unit; null when the list does not say
 * @param minimumQuantity fewest selling units of a line; null = as it was, 1 for a new item
 * @param breaks what a unit costs from a quantity on, in the cost's currency; empty = the same for every quantity, null =
 *     as it was, none for a new item
 */
public record PriceRow(
        String supplierSku,
        String shipFrom,
        @Nullable String title,
        @Nullable String gtin,
        Cost cost,
        @Nullable Integer packSize,
        @Nullable Integer leadTimeDays,
        @Nullable Instant since,
        @Nullable Integer weightGrams,
        @Nullable Integer minimumQuantity,
        @Nullable List<PriceBreak> breaks) {

    /** A row that names no day of its own, no weight, no least quantity and no price breaks. */
    public PriceRow(
            String supplierSku,
            String shipFrom,
            @Nullable String title,
            @Nullable String gtin,
            Cost cost,
            @Nullable Integer packSize,
            @Nullable Integer leadTimeDays) {
        this(supplierSku, shipFrom, title, gtin, cost, packSize, leadTimeDays, null, null, null, null);
    }

    /**
     * What the item costs once the row holds.
     *
     * @param before what it costs otherwise; null for an item that is no offer. What becomes of its price breaks where the
     *     list does not speak of any is {@link Cost#over}
     */
    Cost over(@Nullable Cost before) {
        return Cost.over(cost.micros(), cost.currency(), breaks, before);
    }
}
