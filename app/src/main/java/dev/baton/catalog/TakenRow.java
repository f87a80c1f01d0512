package dev.baton.catalog;

import dev.baton.catalog.PriceChecks.Usable;
import org.jspecify.annotations.Nullable;

/**
 * What became of a row of a price list.
 *
 * @param outcome null when it cannot be used together with what its list said before
 * @param before what the item costs otherwise at that time; null when it is no offer
 */
record TakenRow(
        Usable row,
        @Nullable PriceOutcome outcome,
        @Nullable Cost before) {}
