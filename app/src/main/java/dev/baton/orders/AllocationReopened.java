package dev.baton.orders;

/** A supplier took its yes on units of an allocation back; {@code quantity} is 1 or more. */
public record AllocationReopened(AllocationId allocation, int quantity) {}
