package dev.baton.platform;

import dev.baton.platform.DatabaseAccess.Role;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.stereotype.Component;

/**
 * Runs every pending migration of every module, as the owner, beside the rest of the start. No pool opens before it is
 * done, and nothing else of this process starts.
 */
@Component
final class Migrations implements SmartLifecycle {

    private final CompletableFuture<Void> done = new CompletableFuture<>();

    Migrations(DatabaseAccess access) {
        Thread.ofPlatform().name("migrations").start(() -> run(access));
    }

    private void run(DatabaseAccess access) {
        try {
            Flyway.configure()
                    .dataSource(new OwnerConnections(access))
                    .locations("classpath:db/migration")
                    .loggers("slf4j")
                    // each module numbers its own migrations, so that a new one may stand below another module's last
                    .outOfOrder(true)
                    // the log is written in order: the first commit that waits for the disk takes all before it along
                    .initSql("set synchronous_commit = off")
                    .load()
                    .migrate();
            done.complete(null);
        } catch (RuntimeException | Error failed) {
            done.completeExceptionally(failed);
        }
    }

    /** Waits for the database not before a connection is needed: the scripts are found meanwhile. */
    private static final class OwnerConnections extends AbstractDataSource {

        private final DatabaseAccess access;

        OwnerConnections(DatabaseAccess access) {
            this.access = access;
        }

        @Override
        public Connection getConnection() throws SQLException {
            return getConnection(Role.OWNER.user(), access.passwordOf(Role.OWNER));
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return DriverManager.getConnection(access.jdbcUrl(), user, password);
        }
    }

    /**
     * Waits until the schema is there.
     *
     * @throws java.util.concurrent.CompletionException when the database does not start or a migration fails
     */
    void await() {
        done.join();
    }

    @Override
    public void start() {
        await();
    }

    @Override
    public void stop() {
        // what is there stays
    }

    @Override
    public boolean isRunning() {
        return done.isDone();
    }

    /** Before everything else. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
