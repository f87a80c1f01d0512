package dev.baton.platform.work;

import java.time.Instant;
import java.util.UUID;

/**
 * Work to be done later, written in the business transaction that causes it.
 *
 * @param queue what can be in trouble: an endpoint, a store, a mail relay; trouble stays inside its queue
 * @param kind the {@link WorkHandler} that does it
 * @param subject the row it is about
 * @param dueAt business time from which it may run
 * @param handOver true: the row is born leased to this node and runs right after commit, without a look at the table
 */
public record NewWork(String queue, String kind, UUID subject, Instant dueAt, boolean handOver) {}
