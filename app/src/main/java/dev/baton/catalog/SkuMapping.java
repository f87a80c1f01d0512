package dev.baton.catalog;

import java.util.List;

/**
 * What one unit of a store's SKU is made of: another code, a pack of n, several SKUs at once.
 *
 * @param country ISO 3166-1 alpha-2 an order has to go to; {@link #EVERYWHERE} for all countries without one of their
 *     own
 * @param parts by the merchant's codes, goods or bundles; empty = the store's SKU is not mapped any more
 */
public record SkuMapping(StoreItem item, String country, List<Part> parts) {

    /** Every country that has no mapping of its own. */
    public static final String EVERYWHERE = "";

    public SkuMapping {
        parts = List.copyOf(parts);
    }

    /** So many units of a SKU. */
    public record Part(String sku, int quantity) {}
}
