package dev.baton.merchants;

import java.util.UUID;

/** Identifies a brand of a merchant; the default brand has the merchant's own id. */
public record BrandId(UUID value) {}
