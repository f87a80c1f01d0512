package dev.baton.purchasing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a supplier wrote to the merchant about a purchase order.
 *
 * @param text its words; null once the customer they may speak of was erased
 */
public record SupplierMessage(
        UUID id, Instant writtenAt, @Nullable String text) {}
