package dev.baton.channels;

import dev.baton.merchants.StoreId;

/** What makes an order one and the same, however it came. */
record OrderKey(StoreId store, String storeOrderId) {}
