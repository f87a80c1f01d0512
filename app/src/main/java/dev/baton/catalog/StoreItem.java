package dev.baton.catalog;

import dev.baton.merchants.StoreId;

/**
 * What a store calls something it sells.
 *
 * @param sku the SKU as an order's line carries it
 */
public record StoreItem(StoreId store, String sku) {}
