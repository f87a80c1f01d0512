package dev.baton.orders;

import java.util.UUID;

/** Units of a line go from one bucket to another for a cause; unique by all but the quantity. */
record Move(OrderLineId line, UUID cause, Bucket from, Bucket to, int quantity) {}
