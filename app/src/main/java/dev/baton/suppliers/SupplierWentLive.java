package dev.baton.suppliers;

import dev.baton.platform.MerchantId;

/** A supplier left watch mode: what was planned for it while nothing was sent may leave now. */
public record SupplierWentLive(MerchantId merchant, SupplierId supplier) {}
