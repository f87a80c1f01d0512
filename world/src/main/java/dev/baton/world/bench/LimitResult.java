package dev.baton.world.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What this database can do at best with an order, however good the program in front of it.
 *
 * @param limitA one order per transaction
 * @param limitB 200 orders per transaction
 * @param serverVersion as PostgreSQL states it
 */
public record LimitResult(Limit limitA, Limit limitB, String serverVersion) {

    /**
     * One limit, measured at several numbers of connections of which the best counts.
     *
     * @param byJdbc the runs that count
     * @param byPgbench the same statements run by PostgreSQL's own tool; empty where that is not installed
     */
    public record Limit(List<Run> byJdbc, List<Run> byPgbench) {

        /** Beyond this the two do not measure the same thing and the figure is not to be trusted. */
        public static final double SUSPECT_DIFFERENCE = 0.20;

        public Limit {
            byJdbc = List.copyOf(byJdbc);
            byPgbench = List.copyOf(byPgbench);
        }

        /** Orders per second: the limit. */
        public double ordersPerSecond() {
            return best(byJdbc).orElseThrow().ordersPerSecond();
        }

        /** JDBC's best against pgbench's best: 0.1 is 10 % more than pgbench. Empty where pgbench did not run. */
        public Optional<Double> differenceFromPgbench() {
            return best(byPgbench).map(pgbench -> ordersPerSecond() / pgbench.ordersPerSecond() - 1);
        }

        /** Whether the two differ by more than {@link #SUSPECT_DIFFERENCE}. */
        public boolean suspect() {
            return differenceFromPgbench()
                    .filter(difference -> Math.abs(difference) > SUSPECT_DIFFERENCE)
                    .isPresent();
        }

        private static Optional<Run> best(List<Run> runs) {
            return runs.stream().max(Comparator.comparingDouble(Run::ordersPerSecond));
        }
    }

    /** Committed orders per second over so many connections. */
    public record Run(int connections, double ordersPerSecond) {}
}
