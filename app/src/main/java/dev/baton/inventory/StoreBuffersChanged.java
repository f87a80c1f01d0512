package dev.baton.inventory;

import dev.baton.catalog.SkuId;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import org.jspecify.annotations.Nullable;

/**
 * A store must leave another number of units than before. Published in the transaction that says so.
 *
 * @param sku the only SKU that is meant; null = any
 */
public record StoreBuffersChanged(
        MerchantId merchant, StoreId store, @Nullable SkuId sku) {}
