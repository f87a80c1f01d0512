package dev.baton.orders;

import org.springframework.stereotype.Component;

/** The writers of an order's parts. */
@Component
record OrderWriters(HeadWrites heads, LineWrites lines, AllocationWrites allocations) {}
