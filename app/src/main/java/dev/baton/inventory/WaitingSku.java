package dev.baton.inventory;

import dev.baton.catalog.SkuId;
import java.time.Instant;

/**
 * A SKU somebody waits for.
 *
 * @param units ordered units no supplier has
 * @param lines order lines they are of
 * @param since when the oldest of them was ordered
 */
public record WaitingSku(SkuId sku, long units, int lines, Instant since) {}
