package dev.baton.trading.prices;

import org.jspecify.annotations.Nullable;

/**
 * How a supplier's price list is read; the whole of it, not a change.
 *
 * @param currency ISO 4217 of rows that name none; null = the supplier's
 * @param shipFrom the place of rows that name none; null = the supplier's only one
 */
public record PriceListDefinition(
        @Nullable String currency, @Nullable String shipFrom, PriceMapping mapping) {}
