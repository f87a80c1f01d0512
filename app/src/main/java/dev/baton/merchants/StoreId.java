package dev.baton.merchants;

import java.util.UUID;

/** One store of a merchant. */
public record StoreId(UUID value) {}
