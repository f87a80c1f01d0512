package dev.baton.purchasing;

import org.jspecify.annotations.Nullable;

/**
 * What a supplier is told of another cost it named.
 *
 * @param version of the purchase order
 * @param quantity units of the line it ships or has shipped
 * @param accepted whether the line costs what was named
 * @param costMicros what a unit of the line costs, in 10⁻⁶ of the currency
 * @param namedMicros what was named
 * @param reason null = none is told
 */
public record CounterOfferNotice(
        CounterOfferId id,
        String number,
        int version,
        int line,
        int quantity,
        boolean accepted,
        String currency,
        long costMicros,
        long namedMicros,
        @Nullable String reason) {}
