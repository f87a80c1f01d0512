package dev.baton.orders;

import java.util.UUID;

/** Units of an allocation reached the customer; the same cause (the package's id) posts once. */
public record UnitsDelivered(AllocationId allocation, UUID cause, int quantity) {}
