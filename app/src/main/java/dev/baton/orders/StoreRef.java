package dev.baton.orders;

import dev.baton.merchants.StoreId;

/** Which store's order a sales order fulfils. */
public record StoreRef(StoreId store, String storeOrderId, String name) {}
