package dev.baton.trading.prices;

import java.util.UUID;

/** One edition of a price list as it came. */
public record PriceFileId(UUID value) {}
