package dev.baton.orders;

import java.util.UUID;

/** Units of an allocation left the supplier; the same cause (the shipment's id) posts once. */
public record AllocationShipped(AllocationId allocation, UUID cause, int quantity) {}
