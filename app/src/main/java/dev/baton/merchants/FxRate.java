package dev.baton.merchants;

import java.time.LocalDate;

/**
 * A dated exchange rate.
 *
 * @param rateMicros 10⁻⁶ units of {@code to} for one unit of {@code from}
 */
public record FxRate(String from, String to, LocalDate asOf, long rateMicros) {}
