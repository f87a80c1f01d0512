package dev.baton.suppliers;

import dev.baton.platform.MerchantId;

/** News: a supplier said that it is away on these days, or said so again. */
public record ClosureDeclared(MerchantId merchant, SupplierId supplier, Closure closure) {}
