package dev.baton.world.bench;

import dev.baton.world.bench.LimitResult.Limit;
import dev.baton.world.bench.LimitResult.Run;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Measures the database's own limit with the frozen statements of {@code bench/limit.sql}: what an order costs when
 * nothing but the bare minimum is written. Everything Baton does is judged as a ratio to it.
 *
 * <p>Works in its own schema {@code bench_limit}, made at the start and dropped at the end.
 */
public final class Limits {

    private static final int SECONDS_EACH = 10;
    private static final int QUICK_SECONDS_EACH = 3;
    private static final List<Integer> CONNECTIONS_A = List.of(8, 16, 32);
    private static final List<Integer> CONNECTIONS_B = List.of(2, 4, 8);

    private final FrozenSql sql;
    private final PrintStream progress;

    /**
     * Checks that the statements are the frozen ones.
     *
     * @param progress gets a line per run
     */
    public Limits(PrintStream progress) {
        this.sql = FrozenSql.load();
        this.progress = progress;
    }

    /**
     * By hand: {@code --url jdbc:postgresql://host:port/database --user name [--password word] [--seconds n | --quick]}.
     * The password may come from {@code PGPASSWORD} instead.
     */
    public static void main(String[] arguments) throws SQLException, InterruptedException {
        var options = Options.of(arguments);
        var password = options.text("password").or(() -> Optional.ofNullable(System.getenv("PGPASSWORD")));
        var settings = new JdbcSettings(options.required("url"), options.required("user"), password.orElse(null));
        int seconds = options.number("seconds").orElse(options.has("quick") ? QUICK_SECONDS_EACH : SECONDS_EACH);
        var result = new Limits(System.out).measure(settings, Duration.ofSeconds(seconds));
        System.out.print(BenchTable.ofLimits(result));
    }

    /**
     * Runs both limits at every number of connections, by JDBC and, where it is installed, by pgbench.
     *
     * @param each the counted length of one run; a tenth to a third of it comes before as warm-up
     * @throws SQLException when the server cannot be reached or a statement fails
     * @throws IllegalStateException when the server would lose commits (fsync, full_page_writes or synchronous_commit
     *     off): a limit without durability is none; or when pgbench is installed and fails
     */
    public LimitResult measure(JdbcSettings settings, Duration each) throws SQLException, InterruptedException {
        try (var admin = settings.connect()) {
            requireDurability(admin);
            run(admin, "drop");
            run(admin, "schema");
            try {
                var limitA = limit("A", settings, admin, each, CONNECTIONS_A, OneOrderLoad::new);
                var limitB = limit("B", settings, admin, each, CONNECTIONS_B, BatchLoad::new);
                return new LimitResult(limitA, limitB, setting(admin, "server_version"));
            } finally {
                run(admin, "drop");
            }
        }
    }

    private static void requireDurability(Connection admin) throws SQLException {
        for (var name : List.of("fsync", "full_page_writes", "synchronous_commit")) {
            var value = setting(admin, name);
            if (!value.equals("on")) {
                throw new IllegalStateException(name + " is " + value + ": without durability there is no limit");
            }
        }
    }

    private Limit limit(
            String name,
            JdbcSettings settings,
            Connection admin,
            Duration each,
            List<Integer> connections,
            LimitLoad.Opener opener)
            throws SQLException, InterruptedException {
        var byJdbc = new ArrayList<Run>();
        for (int count : connections) {
            startOver(admin);
            // The first run also warms the compiler up.
            var warmUp = byJdbc.isEmpty() ? each.dividedBy(3) : each.dividedBy(10);
            var rate = new LimitRun(settings, sql, opener).ordersPerSecond(count, warmUp, each);
            byJdbc.add(reported(name, "JDBC", new Run(count, rate)));
        }
        return new Limit(byJdbc, byPgbench(name, settings, admin, each, connections));
    }

    private List<Run> byPgbench(
            String name, JdbcSettings settings, Connection admin, Duration each, List<Integer> connections)
            throws SQLException, InterruptedException {
        var runs = new ArrayList<Run>();
        var pgbench = Pgbench.onPath(settings);
        if (pgbench.isPresent()) {
            var script = name.equals("A") ? PgbenchScript.limitA(sql) : PgbenchScript.limitB(sql);
            int ordersPerTransaction = name.equals("A") ? 1 : OrderBatch.ORDERS;
            for (int count : connections) {
                startOver(admin);
                var rate = pgbench.get().run(script, count, each) * ordersPerTransaction;
                runs.add(reported(name, "pgbench", new Run(count, rate)));
            }
        }
        return runs;
    }

    /** Every run finds the same small tables: what an earlier one wrote must not cost a later one. */
    private void startOver(Connection admin) throws SQLException {
        run(admin, "between-runs");
        run(admin, "settle");
    }

    private Run reported(String limit, String tool, Run run) {
        progress.printf(
                "limit %s %-7s %2d connections %,9.0f orders/s%n",
                limit, tool, run.connections(), run.ordersPerSecond());
        return run;
    }

    private void run(Connection admin, String section) throws SQLException {
        try (var statement = admin.createStatement()) {
            statement.execute(sql.section(section).text());
        }
    }

    private static String setting(Connection admin, String name) throws SQLException {
        try (var statement = admin.prepareStatement("select current_setting(?)")) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
