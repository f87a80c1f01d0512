package dev.baton.suppliers;

import dev.baton.platform.MerchantId;

/**
 * News: a supplier is away on other days than before, new demand goes another way while it is, or it takes new units
 * again.
 */
public record SupplierDaysChanged(MerchantId merchant, SupplierId supplier) {}
