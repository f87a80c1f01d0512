package dev.baton.trading.prices;

import org.jspecify.annotations.Nullable;

/**
 * A price break of a supplier's price list: what a unit costs in one column, from a quantity on that is the same in every
 * row, or stands in a column of its own. A row whose cost's cell is empty has no such price break.
 *
 * @param unitCost the column of the cost
 * @param quantity fewest units, 2 or more; null = {@code quantityColumn} says it
 * @param quantityColumn the column of the quantity; null = {@code quantity} says it
 */
public record BreakColumn(
        String unitCost,
        @Nullable Integer quantity,
        @Nullable String quantityColumn) {}
