package dev.baton.notifications;

import dev.baton.orders.SalesOrderId;

/**
 * Something a customer is to be told.
 *
 * @param key what it is, the same whenever it is told of again: a message tells it once
 */
record Happened(SalesOrderId order, String key, EventFacts facts) {}
