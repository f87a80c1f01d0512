package dev.baton.testing;

import dev.baton.postgres.DatabaseRoles;
import dev.baton.postgres.EmbeddedPostgres;
import dev.baton.postgres.PostgresSettings;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.springframework.util.FileSystemUtils;

/**
 * The PostgreSQL the tests use, its superuser and the passwords of Baton's roles.
 *
 * @param address {@code host:port}
 */
record TestServer(String address, String superuser, String superuserPassword, UnaryOperator<String> passwords) {

    /** The same at every run: the roles of a given server outlive it. */
    private static final String PASSWORD_ON_A_GIVEN_SERVER = "baton-test";

    static TestServer start() {
        String given = System.getenv("BATON_TEST_DATABASE_URL");
        return given == null || given.isBlank() ? embedded() : given(given);
    }

    private static TestServer given(String url) {
        Properties parsed = org.postgresql.Driver.parseURL(url, new Properties());
        if (parsed == null) {
            throw new IllegalStateException(
                    "BATON_TEST_DATABASE_URL reads jdbc:postgresql://host:port/postgres?user=…&password=…");
        }
        TestServer server = new TestServer(
                parsed.getProperty("PGHOST") + ":" + parsed.getProperty("PGPORT"),
                parsed.getProperty("user", "postgres"),
                parsed.getProperty("password", ""),
                user -> PASSWORD_ON_A_GIVEN_SERVER);
        try (Connection superuser = server.connectAsSuperuser("postgres")) {
            DatabaseRoles.createMissing(superuser, role -> server.passwords().apply(role.user()));
        } catch (SQLException e) {
            throw new IllegalStateException("BATON_TEST_DATABASE_URL must name a superuser", e);
        }
        return server;
    }

    private static TestServer embedded() {
        try {
            Path folder = Files.createTempDirectory("baton-test-");
            EmbeddedPostgres postgres = EmbeddedPostgres.start(
                    folder,
                    PostgresSettings.durable()
                            .forTestsThatMayLoseData()
                            .withProgramsIn(Repository.root().resolve("app/target/pgbin")));
            AtExit.close(() -> discard(postgres, folder));
            Properties secrets = new Properties();
            secrets.load(new StringReader(Files.readString(folder.resolve("secrets/database.properties"))));
            return new TestServer(
                    "127.0.0.1:" + postgres.port(), "postgres", secrets.getProperty("postgres"), secrets::getProperty);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void discard(EmbeddedPostgres postgres, Path folder) {
        postgres.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://%s/%s".formatted(address, database);
    }

    Connection connectAsSuperuser(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), superuser, superuserPassword);
    }
}
