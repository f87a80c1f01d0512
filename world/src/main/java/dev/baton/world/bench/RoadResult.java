package dev.baton.world.bench;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * How fast orders went from the store's webhook to their suppliers.
 *
 * @param ordersPerSecond whole orders that reached their suppliers, sustained, at full load
 * @param acceptAtFullLoad from the time a webhook was sent until its 2xx, while as many are under way as are allowed
 * @param accept from the time a webhook was due until its 2xx, at half load
 * @param orderToSupplier from the time a webhook was due until the last purchase order of that order had been checked
 *     by its supplier, at half load
 * @param commitsPerOrder writing transactions of the database per order at full load
 * @param cpuSecondsPer1000 at full load
 * @param faults what must be zero for the figures to count
 */
public record RoadResult(
        double ordersPerSecond,
        Percentiles acceptAtFullLoad,
        Percentiles accept,
        Percentiles orderToSupplier,
        double commitsPerOrder,
        CpuSecondsPer1000 cpuSecondsPer1000,
        Faults faults) {

    /** Half of all were as fast, 99 of 100 were as fast. */
    public record Percentiles(Duration p50, Duration p99) {

        static Percentiles of(LatencyHistogram histogram) {
            return new Percentiles(histogram.percentile(50), histogram.percentile(99));
        }
    }

    /** Seconds of processor time per 1,000 orders; empty where the system does not tell. */
    public record CpuSecondsPer1000(OptionalDouble app, OptionalDouble postgres, OptionalDouble world) {}

    /**
     * Things that went wrong while measuring.
     *
     * @param refused webhooks answered other than 2xx
     * @param unanswered webhooks without an answer
     * @param missing orders of the half load that were expected at a supplier and never came
     * @param excessUnits units beyond what was ordered
     * @param unfit requests to suppliers that were not a signed, complete and unchanged purchase order for a posted
     *     order
     */
    public record Faults(long refused, long unanswered, long missing, long excessUnits, long unfit) {

        /** Zero when the figures count. */
        public long sum() {
            return refused + unanswered + missing + excessUnits + unfit;
        }
    }
}
