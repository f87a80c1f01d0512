package dev.baton.sourcing;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What one unit of a currency is worth in the book currency on a day.
 *
 * @param currency ISO 4217 of the foreign currency
 * @param rateMicros book currency per unit, in 10⁻⁶; at least 1
 * @param asOf the day the rate was published for
 */
public record FxRate(String currency, long rateMicros, LocalDate asOf) {
    public FxRate {
        Exchange.microsPerMinor(currency);
        Objects.requireNonNull(asOf, "asOf");
        if (rateMicros < 1 || rateMicros > Exchange.HIGHEST_RATE_MICROS) {
            throw new IllegalArgumentException("rate out of range for " + currency + ": " + rateMicros);
        }
    }
}
