package dev.baton.inventory;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.baton.catalog.CatalogLookup;
import dev.baton.platform.DatabaseAccess.Role;
import dev.baton.platform.Tenancy;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Acts of the inventory over real connections of their own, beside the eight of the shared context. */
final class ManyConnections implements AutoCloseable {

    private final HikariDataSource pool;
    private final Tenancy tenancy;
    private final ClaimStock claimStock;

    ManyConnections(TestBaton baton, int connections) {
        TestDatabase database = baton.database();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.jdbcUrl());
        config.setUsername(Role.APP.user());
        config.setPassword(database.password(Role.APP));
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(connections);
        config.addDataSourceProperty("options", "-c lock_timeout=5000");
        this.pool = new HikariDataSource(config);
        JdbcClient jdbc = JdbcClient.create(pool);
        this.tenancy = new Tenancy(new JdbcTransactionManager(pool), jdbc);
        this.claimStock = new ClaimStock(
                jdbc,
                new StockRows(jdbc),
                new Claims(jdbc),
                baton.bean(CatalogLookup.class),
                event -> {},
                baton.clock());
    }

    Tenancy tenancy() {
        return tenancy;
    }

    ClaimStock claimStock() {
        return claimStock;
    }

    /** Starts the runs at one moment, each on a thread of its own, and throws what any of them threw. */
    static void together(List<Runnable> runs) {
        CyclicBarrier start = new CyclicBarrier(runs.size());
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            List<Future<?>> futures = new ArrayList<>();
            for (Runnable run : runs) {
                futures.add(threads.submit(() -> {
                    await(start);
                    run.run();
                }));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError("a run failed", failed);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
