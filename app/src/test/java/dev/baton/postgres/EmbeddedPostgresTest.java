package dev.baton.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.baton.platform.DatabaseAccess.Role;
import dev.baton.testing.Repository;
import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The durable server as the product starts it; one data folder for all tests, with a space in its name. */
class EmbeddedPostgresTest {

    @TempDir
    static Path temporary;

    private static final PostgresSettings DURABLE =
            PostgresSettings.durable().withProgramsIn(Repository.root().resolve("app/target/pgbin"));

    private static Path folder;
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() {
        folder = temporary.resolve("data of a shop");
        postgres = EmbeddedPostgres.start(folder, DURABLE);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void waitsForTheDiskBeforeItConfirms() throws SQLException {
        assertThat(show("fsync")).isEqualTo("on");
        assertThat(show("synchronous_commit")).isEqualTo("on");
        assertThat(show("full_page_writes")).isEqualTo("on");
        assertThat(show("data_checksums")).isEqualTo("on");
    }

    @Test
    void speaksUtf8AndSortsByBytes() throws SQLException {
        assertThat(show("server_encoding")).isEqualTo("UTF8");
        assertThat(ask(Role.APP, "select datcollate from pg_database where datname = 'baton'"))
                .isEqualTo("C");
    }

    @Test
    void connectsTheAppAsAnOrdinaryUser() throws SQLException {
        for (Role role : Role.values()) {
            assertThat(ask(
                            role,
                            "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles"
                                    + " where rolname = current_user"))
                    .isEqualTo("f");
        }
        try (Connection app = connect(Role.APP)) {
            assertThat(SafetyCheck.findings(app)).isEmpty();
        }
    }

    @Test
    void letsOnlyTheOwnerCreateTables() throws SQLException {
        assertThatThrownBy(() -> ask(Role.APP, "create table planted (x int)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> ask(Role.APP, "create temp table planted (x int)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void refusesAWrongPassword() {
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), "baton_app", "guessed"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    /** What a test's database gives up for speed is what an operator is warned of. */
    @Test
    void saysWhyADatabaseIsNotToBeTrustedWithOrders(@TempDir Path elsewhere) throws SQLException, IOException {
        PostgresSettings careless = DURABLE.forTestsThatMayLoseData();
        try (EmbeddedPostgres other = EmbeddedPostgres.start(elsewhere, careless);
                Connection superuser = DriverManager.getConnection(
                        other.jdbcUrl(), Passwords.SUPERUSER, secret(elsewhere, Passwords.SUPERUSER))) {
            assertThat(SafetyCheck.findings(superuser))
                    .anySatisfy(finding -> assertThat(finding).contains("fsync is off", "Set fsync = on"))
                    .anySatisfy(finding -> assertThat(finding).contains("full_page_writes is off"))
                    .anySatisfy(finding -> assertThat(finding).contains("synchronous_commit is off"))
                    .anySatisfy(finding -> assertThat(finding).contains("is a superuser"))
                    .anySatisfy(finding -> assertThat(finding).contains("bypasses row-level security"));
        }
    }

    /** What is drawn at random needs no slow hash: each would keep every new connection waiting. */
    @Test
    void hashesItsRandomPasswordsOnce() throws SQLException, IOException {
        assertThat(secret(folder, "baton_app")).hasSizeGreaterThanOrEqualTo(32);
        try (Connection superuser = DriverManager.getConnection(
                        postgres.jdbcUrl(), Passwords.SUPERUSER, secret(folder, Passwords.SUPERUSER));
                Statement statement = superuser.createStatement();
                ResultSet hashes = statement.executeQuery("select rolpassword from pg_authid where rolcanlogin")) {
            while (hashes.next()) {
                assertThat(hashes.getString(1)).startsWith("SCRAM-SHA-256$1:");
            }
        }
    }

    private static String secret(Path data, String user) throws IOException {
        Properties secrets = new Properties();
        try (Reader file = Files.newBufferedReader(data.resolve("secrets/database.properties"))) {
            secrets.load(file);
        }
        return secrets.getProperty(user);
    }

    @Test
    void keepsPasswordsFromOtherUsers() throws IOException {
        assertThat(Files.getPosixFilePermissions(folder.resolve("secrets/database.properties")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("secrets")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void refusesASecondStartOnTheSameFolder() {
        Throwable refusal = catchThrowable(() -> EmbeddedPostgres.start(folder, DURABLE));

        assertThat(refusal)
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessageContaining("process " + ProcessHandle.current().pid())
                .hasMessageContaining("BATON_DATA");
    }

    @Test
    void saysSoWhenThePortIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PostgresSettings settings = DURABLE.onPort(other.getLocalPort());

            assertThatThrownBy(() -> EmbeddedPostgres.start(temporary.resolve("second"), settings))
                    .isInstanceOf(PostgresUnavailable.class)
                    .hasMessageContaining("Port %d".formatted(other.getLocalPort()))
                    .hasMessageContaining("taken");
        }
    }

    private static String show(String setting) throws SQLException {
        return ask(Role.APP, "show " + setting);
    }

    private static String ask(Role role, String query) throws SQLException {
        try (Connection connection = connect(role);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static Connection connect(Role role) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), role.user(), postgres.password(role));
    }
}
