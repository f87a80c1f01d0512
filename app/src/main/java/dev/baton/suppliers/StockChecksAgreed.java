package dev.baton.suppliers;

import dev.baton.platform.MerchantId;

/** It was agreed anew when a supplier is asked for its stock, or that it is not. */
public record StockChecksAgreed(MerchantId merchant, SupplierId supplier) {}
