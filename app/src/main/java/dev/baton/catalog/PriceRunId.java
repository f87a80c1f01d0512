package dev.baton.catalog;

import java.util.UUID;

/** One price list of a supplier on its way into costs. */
public record PriceRunId(UUID value) {}
