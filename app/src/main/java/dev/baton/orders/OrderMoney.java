package dev.baton.orders;

/**
 * The order's totals as the store states them, in minor units of the order's currency.
 *
 * @param taxIncluded whether prices contain the tax
 */
public record OrderMoney(
        long subtotalMinor,
        long discountMinor,
        long taxMinor,
        boolean taxIncluded,
        long shippingMinor,
        long totalMinor) {}
