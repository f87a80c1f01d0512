package dev.baton.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.DatabaseAccess.Role;
import dev.baton.testing.Repository;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was confirmed is still there after a kill -9 of the server, of the program, and of both. */
@Timeout(120)
class EmbeddedPostgresCrashTest {

    private static final PostgresSettings DURABLE =
            PostgresSettings.durable().withProgramsIn(Repository.root().resolve("app/target/pgbin"));

    @TempDir
    Path folder;

    @Test
    void startsTheServerAgainWhenItIsKilled() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, DURABLE)) {
            confirmOneRow(postgres.jdbcUrl(), postgres.password(Role.OWNER));

            killServer();

            assertThat(rowsOnceItAnswers(postgres)).isEqualTo(1);
        }
    }

    @Test
    void stopsTheServerAKilledProgramLeftBehind() throws Exception {
        killProgramAfterItsServerAnswers();
        ProcessHandle leftBehind = server();
        assertThat(leftBehind.isAlive()).isTrue();

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, DURABLE)) {
            assertThat(leftBehind.onExit()).succeedsWithin(Duration.ofSeconds(10));
            assertThat(rowsOnceItAnswers(postgres)).isEqualTo(1);
        }
    }

    @Test
    void startsAfterProgramAndServerWereKilledTogether() throws Exception {
        killProgramAfterItsServerAnswers();
        killServer();

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, DURABLE)) {
            assertThat(rowsOnceItAnswers(postgres)).isEqualTo(1);
        }
    }

    @Test
    void startsWhenTheNumberInThePidFileNowBelongsToAnotherProcess() throws Exception {
        EmbeddedPostgres.start(folder, DURABLE).close();
        Process other = new ProcessBuilder("cat").start();
        Path cluster = folder.toRealPath().resolve("pg18");
        Files.writeString(
                cluster.resolve("postmaster.pid"),
                other.pid() + "\n" + cluster + "\n1700000000\n5432\n\n127.0.0.1\n  0 0\nready\n");

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, DURABLE)) {
            assertThat(postgres.jdbcUrl()).startsWith("jdbc:postgresql://127.0.0.1:");
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroy();
        }
    }

    @Test
    void keepsTheDataAndThePasswordsOverACleanStop() throws Exception {
        String password;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, DURABLE)) {
            password = postgres.password(Role.OWNER);
            confirmOneRow(postgres.jdbcUrl(), password);
        }
        assertThat(folder.resolve("pg18/postmaster.pid")).doesNotExist();

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, DURABLE)) {
            assertThat(postgres.password(Role.OWNER)).isEqualTo(password);
            assertThat(rowsOnceItAnswers(postgres)).isEqualTo(1);
        }
    }

    /** A Baton of its own process: starts the server, confirms one row, says so, and waits to be killed. */
    static final class KilledProgram {

        private KilledProgram() {}

        public static void main(String[] args) throws Exception {
            EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(args[0]), DURABLE);
            confirmOneRow(postgres.jdbcUrl(), postgres.password(Role.OWNER));
            System.out.println("confirmed");
            System.in.read();
        }
    }

    private void killProgramAfterItsServerAnswers() throws IOException, InterruptedException {
        Process program = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledProgram.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        try (var output = new BufferedReader(new InputStreamReader(program.getInputStream(), UTF_8))) {
            assertThat(output.lines().anyMatch("confirmed"::equals)).isTrue();
        } finally {
            program.destroyForcibly();
        }
        assertThat(program.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    private void killServer() throws Exception {
        ProcessHandle server = server();
        server.destroyForcibly();
        server.onExit().get(10, TimeUnit.SECONDS);
    }

    private ProcessHandle server() throws IOException {
        String pid = Files.readAllLines(folder.resolve("pg18/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static void confirmOneRow(String url, String password) throws SQLException {
        try (Connection owner = DriverManager.getConnection(url, Role.OWNER.user(), password);
                Statement statement = owner.createStatement()) {
            statement.execute("create table confirmed (id int primary key)");
            statement.execute("insert into confirmed values (1)");
        }
    }

    private static int rowsOnceItAnswers(EmbeddedPostgres postgres) {
        while (true) {
            try (Connection owner = DriverManager.getConnection(
                            postgres.jdbcUrl(), Role.OWNER.user(), postgres.password(Role.OWNER));
                    Statement statement = owner.createStatement();
                    ResultSet rows = statement.executeQuery("select count(*) from confirmed")) {
                rows.next();
                return rows.getInt(1);
            } catch (SQLException notYet) {
                Thread.onSpinWait();
            }
        }
    }
}
