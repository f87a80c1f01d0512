package dev.baton.orders;

import java.util.Set;

/**
 * What the store asked for one order, for whoever has to keep it from a paper.
 *
 * @param currency of the order
 * @param minor in minor units: what a unit of each line costs, what each line costs before and after its discount, the
 *     subtotal and the total; none is zero
 */
public record OrderPrices(String currency, Set<Long> minor) {

    public OrderPrices {
        minor = Set.copyOf(minor);
    }
}
