package dev.baton.testing;

import dev.baton.platform.DatabaseAccess.Role;
import dev.baton.postgres.DatabaseRoles;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * One real PostgreSQL for all tests of this JVM, and a fresh database for whoever asks. It does not wait for the disk: a
 * test of durability starts an embedded PostgreSQL of its own.
 *
 * <p>{@code BATON_TEST_DATABASE_URL}, the JDBC URL of a superuser with user and password in it, replaces the embedded
 * server by another, for example PostgreSQL 15.
 *
 * <pre>{@code
 * static final TestDatabase DATABASE = TestPostgres.migrated();
 *
 * @AfterAll
 * static void drop() {
 *     DATABASE.close();
 * }
 * }</pre>
 */
public final class TestPostgres {

    /** Databases of two runs on one given server must not meet. */
    private static final String RUN =
            "baton_test_" + UUID.randomUUID().toString().substring(0, 8);

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private static @Nullable TestServer server;
    private static @Nullable TestDatabase template;

    private TestPostgres() {}

    /** A database with Baton's roles and no table. */
    public static synchronized TestDatabase empty() {
        return create("template0");
    }

    /** A database with every migration applied: a copy of one that was migrated once. */
    public static synchronized TestDatabase migrated() {
        TestDatabase original = template;
        if (original == null) {
            original = create("template0");
            migrate(original);
            template = original;
            AtExit.close(original::close);
        }
        return create(original.name());
    }

    private static void migrate(TestDatabase database) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), Role.OWNER.user(), database.password(Role.OWNER))
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    private static TestDatabase create(String template) {
        TestServer running = server();
        String name = RUN + "_" + COUNTER.incrementAndGet();
        try (Connection superuser = running.connectAsSuperuser("postgres")) {
            DatabaseRoles.createDatabase(superuser, name, template);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create the database " + name, e);
        }
        return new TestDatabase(running, name);
    }

    private static TestServer server() {
        TestServer running = server;
        if (running == null) {
            running = TestServer.start();
            server = running;
        }
        return running;
    }
}
