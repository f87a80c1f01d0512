package dev.baton.world.bench;

import dev.baton.world.bench.LimitResult.Limit;
import java.util.Locale;

/** The measured figures as lines for a person to read. */
final class BenchTable {

    private BenchTable() {}

    static String ofLimits(LimitResult limits) {
        return "PostgreSQL " + limits.serverVersion() + "\n"
                + line("limit A, one order a transaction", limits.limitA())
                + line("limit B, 200 orders a transaction", limits.limitB());
    }

    private static String line(String name, Limit limit) {
        var pgbench = limit.differenceFromPgbench()
                .map(difference -> String.format(
                        Locale.ROOT,
                        "%+.0f %% to pgbench%s",
                        difference * 100,
                        limit.suspect() ? ": SUSPECT, more than 20 % apart" : ""))
                .orElse("pgbench is not installed");
        return String.format(Locale.ROOT, "%-36s %,9.0f orders/s   %s%n", name, limit.ordersPerSecond(), pgbench);
    }
}
