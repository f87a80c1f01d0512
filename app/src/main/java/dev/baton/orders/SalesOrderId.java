package dev.baton.orders;

import java.util.UUID;

/** A customer's order as Baton fulfils it. */
public record SalesOrderId(UUID value) {}
