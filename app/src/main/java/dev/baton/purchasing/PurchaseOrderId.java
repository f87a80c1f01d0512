package dev.baton.purchasing;

import java.util.UUID;

/** Identifies one purchase order; suppliers know it by its number instead. */
public record PurchaseOrderId(UUID value) {}
