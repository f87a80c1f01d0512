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

    /** Long enough for the compiler, also on a busy machine. */
    private static final Duration FIRST_WARM_UP = Duration.ofSeconds(4);

    private record Kind(
            String name,
            List<Integer> connections,
            LimitLoad.Opener opener,
            String pgbenchScript,
            int ordersPerTransaction) {}

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
     * @param each the counted length of one run, in whole seconds for pgbench's sake; a warm-up comes before it
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
                var limitA = limit(limitA(), settings, admin, each);
                var limitB = limit(limitB(), settings, admin, each);
                return new LimitResult(limitA, limitB, setting(admin, "server_version"));
            } finally {
                run(admin, "drop");
            }
        }
    }

    /** Has the server write to the disk what a measurement left in memory, so that the next does not pay for it. */
    public static void settle(JdbcSettings superuser) throws SQLException {
        try (var admin = superuser.connect();
                var statement = admin.createStatement()) {
            statement.execute("checkpoint");
        }
    }

    private Kind limitA() {
        return new Kind("A", List.of(8, 16, 32), OneOrderLoad::new, PgbenchScript.limitA(sql), 1);
    }

    private Kind limitB() {
        return new Kind("B", List.of(2, 4, 8), BatchLoad::new, PgbenchScript.limitB(sql), OrderBatch.ORDERS);
    }

    private static void requireDurability(Connection admin) throws SQLException {
        for (var name : List.of("fsync", "full_page_writes", "synchronous_commit")) {
            var value = setting(admin, name);
            if (!value.equals("on")) {
                throw new IllegalStateException(name + " is " + value + ": without durability there is no limit");
            }
        }
    }

    /** By JDBC and by pgbench in turns, so that a busy moment of the machine hits both. */
    private Limit limit(Kind kind, JdbcSettings settings, Connection admin, Duration each)
            throws SQLException, InterruptedException {
        var pgbench = Pgbench.onPath(settings);
        var byJdbc = new ArrayList<Run>();
        var byPgbench = new ArrayList<Run>();
        for (int count : kind.connections()) {
            startOver(admin);
            var warmUp = byJdbc.isEmpty() ? FIRST_WARM_UP : each.dividedBy(10);
            double rate = new LimitRun(settings, sql, kind.opener()).ordersPerSecond(count, warmUp, each);
            byJdbc.add(reported(kind, "JDBC", new Run(count, rate)));
            if (pgbench.isPresent()) {
                startOver(admin);
                double transactions = pgbench.get().run(kind.pgbenchScript(), count, each);
                byPgbench.add(reported(kind, "pgbench", new Run(count, transactions * kind.ordersPerTransaction())));
            }
        }
        return new Limit(byJdbc, byPgbench);
    }

    /** Every run finds the same small tables: what an earlier one wrote must not cost a later one. */
    private void startOver(Connection admin) throws SQLException {
        run(admin, "between-runs");
        run(admin, "settle");
    }

    private Run reported(Kind kind, String tool, Run run) {
        progress.printf(
                "limit %s %-7s %2d connections %,9.0f orders/s%n",
                kind.name(), tool, run.connections(), run.ordersPerSecond());
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
