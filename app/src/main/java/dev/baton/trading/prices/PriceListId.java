package dev.baton.trading.prices;

import java.util.UUID;

/** A price list a supplier sends from time to time. */
public record PriceListId(UUID value) {}
