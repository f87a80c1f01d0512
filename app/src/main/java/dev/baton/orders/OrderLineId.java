package dev.baton.orders;

import java.util.UUID;

/** One line of goods of a sales order. */
public record OrderLineId(UUID value) {}
