package dev.baton.trading.prices;

import dev.baton.trading.sources.FetchPlan;
import org.jspecify.annotations.Nullable;

/**
 * How a supplier's price list comes and is read; the whole of it, not a change.
 *
 * @param currency ISO 4217 of rows that name none; null = the supplier's
 * @param shipFrom the place of rows that name none; null = the supplier's only one
 * @param fetched where its files are fetched from, and how often; null = they are sent
 */
public record PriceListDefinition(
        @Nullable String currency,
        @Nullable String shipFrom,
        PriceMapping mapping,
        @Nullable FetchPlan fetched) {

    /** A list whose files are sent. */
    public PriceListDefinition(@Nullable String currency, @Nullable String shipFrom, PriceMapping mapping) {
        this(currency, shipFrom, mapping, null);
    }
}
