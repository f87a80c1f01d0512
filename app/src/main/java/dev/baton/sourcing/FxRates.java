package dev.baton.sourcing;

import java.util.Map;

/**
 * The dated rates into the merchant's book currency that a decision may use.
 *
 * @param bookCurrency ISO 4217; needs no rate
 * @param byCurrency rate by ISO 4217; a currency that is missing cannot be compared, its offers are refused
 */
public record FxRates(String bookCurrency, Map<String, FxRate> byCurrency) {
    public FxRates {
        Exchange.microsPerMinor(bookCurrency);
        byCurrency = Map.copyOf(byCurrency);
    }
}
