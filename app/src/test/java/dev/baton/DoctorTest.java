package dev.baton;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.postgres.DataFolderLock;
import dev.baton.postgres.EmbeddedPostgres;
import dev.baton.postgres.PostgresSettings;
import dev.baton.testing.Repository;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code ./baton doctor}: every fault it knows, made on a database of its own or a machine that is none of ours, is named
 * with what to do about it, and ends it with 1; mended again, it ends with 0.
 */
class DoctorTest {

    private static final String ALTER_SYSTEM = "alter system ";

    @TempDir
    private static Path temporary;

    private static Path data;
    private static EmbeddedPostgres postgres;

    private record Said(int code, List<String> lines) {

        void isFault(String fault) {
            assertThat(lines).filteredOn(line -> line.startsWith("fault")).containsExactly("fault  " + fault);
            assertThat(code).isOne();
        }

        void isFaultLike(String pattern) {
            assertThat(lines)
                    .filteredOn(line -> line.startsWith("fault"))
                    .singleElement()
                    .asString()
                    .matches("fault {2}" + pattern);
            assertThat(code).isOne();
        }
    }

    /** Ours but for one thing. */
    private record OtherMachine(Runtime.Version java, long free, Clock clock) implements Machine {

        static final Machine SOUND = new OtherMachine(Runtime.version(), 1L << 40, Clock.systemUTC());

        @Override
        public long freeBytes(Path there) {
            return free;
        }
    }

    @BeforeAll
    static void start() throws IOException {
        data = temporary.resolve("data").toAbsolutePath();
        postgres = EmbeddedPostgres.start(
                data,
                PostgresSettings.durable().withProgramsIn(Repository.root().resolve("app/target/pgbin")));
        Files.writeString(data.resolve("secrets/master.key"), "x");
        lockKey("rw-------");
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    private static void lockKey(String permissions) throws IOException {
        Files.setPosixFilePermissions(data.resolve("secrets/master.key"), PosixFilePermissions.fromString(permissions));
    }

    private static Said doctor(Machine machine, Path folder, String... options) {
        List<String> words = new ArrayList<>(List.of("doctor", "--port", "0", "--data", folder.toString()));
        words.addAll(List.of(options));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CommandLine line = CommandLine.parse(words.toArray(String[]::new), Map.of());
        int code = new DoctorCommand(line, new PrintStream(out, true, UTF_8), machine).run();
        return new Said(code, out.toString(UTF_8).lines().toList());
    }

    private static Said doctor(String... options) {
        return doctor(OtherMachine.SOUND, data, options);
    }

    /** What the database's superuser does, in the order given. */
    private static void superuser(String... statements) throws IOException, SQLException {
        Properties secrets = new Properties();
        secrets.load(Files.newBufferedReader(data.resolve("secrets/database.properties")));
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/baton",
                        "postgres",
                        secrets.getProperty("postgres"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void findsNothingWhereNothingIsWrongAndTellsWhatItLookedAt() {
        Said said = doctor();

        assertThat(said.code()).isZero();
        assertThat(said.lines())
                .noneMatch(line -> line.startsWith("fault"))
                .anyMatch(line -> line.startsWith("ok     JDK "))
                .anyMatch(line -> line.startsWith("ok     1024.0 GiB free at "))
                .anyMatch(line -> line.startsWith("ok     The master key is readable by its owner only"))
                .anyMatch(line -> line.endsWith(" keeps what it confirms"))
                .anyMatch(line -> line.startsWith("ok     All roles are there"))
                .anyMatch(line -> line.startsWith("ok     The clocks of this machine and the database agree"))
                .anyMatch(line -> line.startsWith("ok     Port 0 "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "full_page_writes", "synchronous_commit"})
    void aDatabaseThatLosesWhatItConfirmed(String setting) throws Exception {
        superuser(ALTER_SYSTEM + "set " + setting + " = off", "select pg_reload_conf()");
        try {
            untilShown(setting, "off");

            doctor().isFault("%s is off: a confirmed order can be lost in a power cut. Set %s = on."
                    .formatted(setting, setting));
        } finally {
            superuser(ALTER_SYSTEM + "reset " + setting, "select pg_reload_conf()");
            untilShown(setting, "on");
        }
        assertThat(doctor().code()).isZero();
    }

    /** A new setting is there a moment after the server was told to read it. */
    private static void untilShown(String setting, String value) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < end) {
            try (Connection app = DriverManager.getConnection(
                            postgres.jdbcUrl(),
                            "baton_app",
                            postgres.access().passwords().get(dev.baton.platform.DatabaseAccess.Role.APP));
                    Statement statement = app.createStatement();
                    var row = statement.executeQuery("show " + setting)) {
                row.next();
                if (row.getString(1).equals(value)) {
                    return;
                }
            }
            Thread.sleep(20);
        }
        throw new AssertionError(setting + " never became " + value);
    }

    @Test
    void aRoleThatIsMissing() throws Exception {
        superuser("alter role baton_gate rename to somebody");
        try {
            doctor().isFault("The role baton_gate is missing: start ./baton run, which makes it.");
        } finally {
            superuser("alter role somebody rename to baton_gate");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "baton_dispatcher, superuser, nosuperuser",
        "baton_owner, bypassrls, nobypassrls",
        "baton_gate, superuser, nosuperuser"
    })
    void aRoleThatSeesEveryMerchant(String role, String might, String mended) throws Exception {
        superuser("alter role %s %s".formatted(role, might));
        try {
            doctor().isFault("The role %s sees every merchant: alter role %s nosuperuser nobypassrls."
                    .formatted(role, role));
        } finally {
            superuser("alter role %s %s".formatted(role, mended));
        }
        assertThat(doctor().code()).isZero();
    }

    @Test
    void theRoleThatDoesTheBusinessIsASuperuser() throws Exception {
        superuser("alter role baton_app superuser");
        try {
            Said said = doctor();

            assertThat(said.code()).isOne();
            assertThat(said.lines())
                    .contains("fault  baton_app is a superuser and would see every merchant's rows: connect as an"
                            + " ordinary role.");
        } finally {
            superuser("alter role baton_app nosuperuser");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-40, 40})
    void clocksThatDisagree(long seconds) {
        Clock wrong = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds));

        doctor(new OtherMachine(Runtime.version(), 1L << 40, wrong), data)
                .isFaultLike("This machine's clock and the database's are (39|40) s apart: let both be set by NTP\\.");
    }

    @Test
    void aDiskThatIsNearlyFull() {
        doctor(new OtherMachine(Runtime.version(), (1L << 31) - 1, Clock.systemUTC()), data)
                .isFault("2.0 GiB free at " + data
                        + ": a full disk stops every order. Make room, or choose another folder with --data.");
    }

    @Test
    void aJavaThatIsTooOld() {
        doctor(new OtherMachine(Runtime.Version.parse("21.0.2"), 1L << 40, Clock.systemUTC()), data)
                .isFault("JDK 21.0.2 is too old: install JDK 25 and set JAVA_HOME to it.");
    }

    @Test
    void aDataFolderThatCannotBeMade() throws IOException {
        Path file = Files.writeString(temporary.resolve("a file"), "");

        doctor(OtherMachine.SOUND, file.resolve("data"))
                .isFault(file + " cannot be written: give this account the folder, or choose another with --data.");
        assertThat(temporary).isDirectoryNotContaining("glob:**/.baton-doctor*");
    }

    @Test
    void aMasterKeyThatOthersRead() throws IOException {
        for (String permissions : List.of("rw-r-----", "rw----r--", "rw--w----")) {
            lockKey(permissions);
            doctor().isFault("Others can read the master key: chmod 600 " + data.resolve("secrets/master.key"));
        }
        lockKey("rw-------");
        assertThat(doctor().code()).isZero();
    }

    @Test
    void aPortThatSomebodyElseHas() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            Path other = Files.createDirectories(temporary.resolve("other"));

            doctor(OtherMachine.SOUND, other, "--port", port)
                    .isFault("Port " + port + " of 127.0.0.1 is taken: choose another with --port.");
        }
    }

    @Test
    void aDatabaseThatIsGoneUnderABatonThatHoldsTheFolder() {
        Path held = temporary.resolve("held").toAbsolutePath();
        try (DataFolderLock lock = DataFolderLock.acquire(held)) {
            doctor(OtherMachine.SOUND, held)
                    .isFault("A Baton holds " + held + " but its database does not run: see "
                            + lock.folder().resolve("log") + ".");
        }
    }

    @Test
    void aRelayThatIsNotThereAndNoneAtAll() throws IOException {
        int nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = closed.getLocalPort();
        }

        doctor("--smtp-url", "smtp://127.0.0.1:" + nobody, "--mail-from", "shop@example.org")
                .isFaultLike("The mail relay takes nothing: .*127\\.0\\.0\\.1.*\\. Check BATON_SMTP_URL, and that this"
                        + " machine may call the relay\\.");
        Said none = doctor();
        assertThat(none.code())
                .as("a shop whose suppliers are called needs none")
                .isZero();
        assertThat(none.lines())
                .contains("note   No mail relay: suppliers and customers get no mail. Set BATON_SMTP_URL and"
                        + " BATON_MAIL_FROM.");
    }

    @Test
    void severalFaultsAreAllNamed() throws Exception {
        superuser("alter role baton_gate bypassrls");
        lockKey("rw-r--r--");
        try {
            Said said = doctor(new OtherMachine(Runtime.Version.parse("24"), 0, Clock.systemUTC()), data);

            assertThat(said.code()).isOne();
            assertThat(said.lines())
                    .filteredOn(line -> line.startsWith("fault"))
                    .hasSize(4);
        } finally {
            superuser("alter role baton_gate nobypassrls");
            lockKey("rw-------");
        }
    }
}
