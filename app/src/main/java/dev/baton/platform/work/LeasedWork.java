package dev.baton.platform.work;

import dev.baton.platform.MerchantId;
import java.time.Duration;
import java.util.UUID;

/**
 * Work this node holds a lease on.
 *
 * @param attempts runs that failed or never ended, this one included, from 1; waits are not counted
 * @param fence number of the claim; a finish with an older fence is refused
 * @param leaseEndNanos end of the lease on this node's monotonic clock ({@link System#nanoTime})
 */
public record LeasedWork(
        UUID id,
        MerchantId merchant,
        String queue,
        String kind,
        UUID subject,
        int attempts,
        long fence,
        long leaseEndNanos) {

    /** Whether at least this much of the lease is left; asked before each outside effect. */
    public boolean hasLeft(Duration atLeast) {
        return leaseEndNanos - System.nanoTime() >= atLeast.toNanos();
    }
}
