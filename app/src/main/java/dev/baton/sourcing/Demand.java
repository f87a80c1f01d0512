package dev.baton.sourcing;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the order that needs a supplier.
 *
 * @param lineId the sales order's line; unique in a request
 * @param skuId what is wanted, bundles already exploded
 * @param quantity selling units, at least 1
 * @param pinnedSupplierId the only supplier allowed for this line; null where any may ship it
 */
public record Demand(
        UUID lineId, UUID skuId, int quantity, @Nullable UUID pinnedSupplierId) {
    public Demand {
        Objects.requireNonNull(lineId, "lineId");
        Objects.requireNonNull(skuId, "skuId");
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be at least 1: " + quantity);
        }
    }
}
