package dev.baton.orders;

import org.springframework.stereotype.Component;

/** What writes an order and tells of it. */
@Component
record ClosingWrites(OrderWrites writes, Announcing announcing, CustomerRecords records) {}
