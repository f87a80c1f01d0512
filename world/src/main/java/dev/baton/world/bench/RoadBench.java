package dev.baton.world.bench;

import dev.baton.world.bench.RoadLedger.RoadMeasure;
import dev.baton.world.bench.RoadResult.CpuSecondsPer1000;
import dev.baton.world.bench.RoadResult.Faults;
import dev.baton.world.bench.RoadResult.Percentiles;
import dev.baton.world.bench.SupplierSink.Outcome;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures the road of a running Baton, from the store's webhook to the supplier's check of the purchase order: first
 * as much as it takes, then at half of that, where waiting times mean something.
 */
public final class RoadBench {

    /**
     * How hard and how long.
     *
     * @param connections of the store
     * @param mostInFlight orders under way to their suppliers at most, at full load
     * @param warmUp full load that is not counted
     * @param fullLoad counted
     * @param halfLoad counted
     */
    public record Effort(int connections, int mostInFlight, Duration warmUp, Duration fullLoad, Duration halfLoad) {}

    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(15);
    private static final long NAP_NANOS = Duration.ofMillis(20).toNanos();

    private final RoadLoad load;
    private final RoadLedger ledger;
    private final SupplierSink suppliers;
    private final CostMeter meter;
    private final PrintStream progress;

    /**
     * Brings together the parties of one measurement; all share the one ledger.
     *
     * @param progress gets a line per stage
     */
    public RoadBench(RoadLoad load, RoadLedger ledger, SupplierSink suppliers, CostMeter meter, PrintStream progress) {
        this.load = load;
        this.ledger = ledger;
        this.suppliers = suppliers;
        this.meter = meter;
        this.progress = progress;
    }

    /**
     * Warms up, measures at full load, then at half.
     *
     * @throws SQLException when the database does not tell its transactions
     */
    public RoadResult measure(Effort effort) throws SQLException, InterruptedException {
        load.closedLoop(effort.connections(), effort.mostInFlight(), effort.warmUp());

        var before = meter.read();
        var full = load.closedLoop(effort.connections(), effort.mostInFlight(), effort.fullLoad());
        var after = meter.read();
        int arrived = ledger.measure(full.startNanos(), full.endNanos()).arrived();
        double ordersPerSecond = arrived / ((full.endNanos() - full.startNanos()) / 1e9);
        report("full load", full, ordersPerSecond);
        drain();

        var half = load.openLoop(effort.connections(), Math.max(1, ordersPerSecond / 2), effort.halfLoad());
        drain();
        var halfMeasure = ledger.measure(half.startNanos(), half.endNanos());
        report("half load", half, halfMeasure.arrived() / ((half.endNanos() - half.startNanos()) / 1e9));

        return new RoadResult(
                ordersPerSecond,
                Percentiles.of(full.accept()),
                Percentiles.of(half.accept()),
                Percentiles.of(halfMeasure.orderToSupplier()),
                (after.writingTransactions() - before.writingTransactions()) / (double) arrived,
                cpu(before, after, arrived),
                faults(full, half, halfMeasure));
    }

    private void report(String stage, LoadResult result, double arrivedPerSecond) {
        progress.printf(
                "%s: accepted %,.0f/s, at their suppliers %,.0f/s, refused %s, unanswered %d%n",
                stage, result.acceptedPerSecond(), arrivedPerSecond, result.refused(), result.unanswered());
    }

    /** Until everything under way has arrived, so that one stage does not pay for another. */
    private void drain() {
        long giveUp = System.nanoTime() + LONGEST_DRAIN.toNanos();
        while (ledger.inFlight() > 0 && System.nanoTime() - giveUp < 0) {
            LockSupport.parkNanos(NAP_NANOS);
        }
    }

    private static CpuSecondsPer1000 cpu(CostMeter.Reading before, CostMeter.Reading after, int orders) {
        return new CpuSecondsPer1000(
                per1000(before.appCpuSeconds(), after.appCpuSeconds(), orders),
                per1000(before.postgresCpuSeconds(), after.postgresCpuSeconds(), orders),
                per1000(before.worldCpuSeconds(), after.worldCpuSeconds(), orders));
    }

    private static OptionalDouble per1000(OptionalDouble before, OptionalDouble after, int orders) {
        return before.isPresent() && after.isPresent()
                ? OptionalDouble.of((after.getAsDouble() - before.getAsDouble()) * 1_000 / orders)
                : OptionalDouble.empty();
    }

    private Faults faults(LoadResult full, LoadResult half, RoadMeasure halfMeasure) {
        long refused = 0;
        for (var result : new LoadResult[] {full, half}) {
            for (long count : result.refused().values()) {
                refused += count;
            }
        }
        long unfit = halfMeasure.unknownOrders();
        for (var outcome : Outcome.values()) {
            unfit += switch (outcome) {
                case TAKEN, REPEATED -> 0;
                case CHANGED, UNFIT, FORGED, UNKNOWN_SUPPLIER -> suppliers.count(outcome);
            };
        }
        return new Faults(
                refused,
                full.unanswered() + half.unanswered(),
                halfMeasure.missing(),
                halfMeasure.excessUnits(),
                unfit);
    }
}
