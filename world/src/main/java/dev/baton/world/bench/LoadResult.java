package dev.baton.world.bench;

import java.util.Map;

/**
 * What a store saw of a stretch of posting.
 *
 * @param startNanos reading of {@link System#nanoTime()} before the first order
 * @param endNanos the same when no order was posted any more
 * @param accepted answered 2xx
 * @param refused answered otherwise, by status
 * @param unanswered no connection, broken off, or still hanging after the grace
 * @param accept from the time an order was due to leave until its 2xx had been read
 */
public record LoadResult(
        long startNanos,
        long endNanos,
        long accepted,
        Map<Integer, Long> refused,
        long unanswered,
        LatencyHistogram accept) {

    /** How fast the store got rid of its orders. */
    public double acceptedPerSecond() {
        return accepted / ((endNanos - startNanos) / 1e9);
    }
}
