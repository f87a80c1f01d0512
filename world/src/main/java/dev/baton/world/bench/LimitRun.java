package dev.baton.world.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** One load on a number of connections, each with its own thread, as fast as the server answers. */
final class LimitRun {

    private final JdbcSettings settings;
    private final FrozenSql sql;
    private final LimitLoad.Opener opener;
    private final LongAdder orders = new LongAdder();
    private volatile boolean stopped;

    LimitRun(JdbcSettings settings, FrozenSql sql, LimitLoad.Opener opener) {
        this.settings = settings;
        this.sql = sql;
        this.opener = opener;
    }

    /**
     * Orders committed per second within {@code length}, after a warm-up that is not counted.
     *
     * @throws SQLException when any connection fails: a limit with failures in it is none
     */
    double ordersPerSecond(int connections, Duration warmUp, Duration length)
            throws SQLException, InterruptedException {
        var ready = new CountDownLatch(connections);
        var failed = new CountDownLatch(1);
        try (var executor = Executors.newFixedThreadPool(connections)) {
            var loads = new ArrayList<Future<?>>();
            for (int i = 0; i < connections; i++) {
                loads.add(executor.submit(() -> {
                    work(ready, failed);
                    return null;
                }));
            }
            try {
                ready.await();
                failed.await(warmUp.toNanos(), TimeUnit.NANOSECONDS);
                long ordersBefore = orders.sum();
                long start = System.nanoTime();
                failed.await(length.toNanos(), TimeUnit.NANOSECONDS);
                double seconds = (System.nanoTime() - start) / 1e9;
                return (orders.sum() - ordersBefore) / seconds;
            } finally {
                stopped = true;
                rethrowFailure(loads);
            }
        }
    }

    private void work(CountDownLatch ready, CountDownLatch failed) throws SQLException {
        try {
            try (var load = opener.open(settings.connect(), sql)) {
                ready.countDown();
                while (!stopped) {
                    orders.add(load.commitOne());
                }
            }
        } catch (SQLException | RuntimeException e) {
            ready.countDown();
            failed.countDown();
            throw e;
        }
    }

    private static void rethrowFailure(List<Future<?>> loads) throws SQLException, InterruptedException {
        for (var load : loads) {
            try {
                load.get();
            } catch (ExecutionException e) {
                switch (e.getCause()) {
                    case SQLException cause -> throw cause;
                    case RuntimeException cause -> throw cause;
                    case null, default -> throw new IllegalStateException(e);
                }
            }
        }
    }
}
