package dev.baton.orders;

import java.util.UUID;

/** The decision that one offer fills so many units of one line; also the id of its claim on stock. */
public record AllocationId(UUID value) {}
