package dev.baton.inventory;

import dev.baton.catalog.SkuId;
import java.time.Instant;
import java.util.UUID;

/**
 * Units of an order line that no supplier has.
 *
 * @param sku the goods SKU that is missing, a part where the line is a bundle
 * @param quantity selling units of it, above 0
 * @param since when the customer ordered: the oldest is served first
 */
public record WaitingLine(SkuId sku, UUID orderLine, int quantity, Instant since) {}
