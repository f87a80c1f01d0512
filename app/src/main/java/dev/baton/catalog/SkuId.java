package dev.baton.catalog;

import java.util.UUID;

/** One thing the merchant sells. */
public record SkuId(UUID value) {}
