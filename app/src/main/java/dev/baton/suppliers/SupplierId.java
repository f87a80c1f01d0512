package dev.baton.suppliers;

import java.util.UUID;

/** A supplier of one merchant. */
public record SupplierId(UUID value) {}
