package dev.baton.catalog;

import java.util.UUID;

/** One supplier's offer of one SKU from one place. */
public record OfferId(UUID value) {}
