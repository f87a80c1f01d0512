package dev.baton;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testing.Readme;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** The program as an operator meets it: one process of its own, its commands beside it, and its end. */
@DisabledIfEnvironmentVariable(
        named = "BATON_TEST_DATABASE_URL",
        matches = ".+",
        disabledReason =
                "starts programs of its own with the PostgreSQL in their box; another server has nothing to add")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ShellTest {

    private static final Pattern ANSWERS = Pattern.compile("Baton answers at (http://\\S+) ");

    @TempDir
    static Path temporary;

    private static Path data;
    private static Running first;

    /** A Baton of its own process and what it has said so far. */
    private record Running(Process process, Path log) {

        static Running start(Map<String, String> environment, String... words) throws IOException {
            Path log = Files.createTempFile(temporary, "baton", ".log");
            List<String> command = new java.util.ArrayList<>(List.of(
                    ProcessHandle.current().info().command().orElseThrow(),
                    "-XX:+UseSerialGC",
                    "-Xmx256m",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Baton.class.getName()));
            command.addAll(List.of(words));
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("BATON_"));
            builder.environment().putAll(environment);
            return new Running(builder.start(), log);
        }

        String said() {
            try {
                return Files.readString(log);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        /** Waits until that is said; where the process ends first, what it said is shown. */
        String until(Pattern wanted) throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
            while (System.nanoTime() < end) {
                boolean alive = process.isAlive();
                Matcher found = wanted.matcher(said());
                if (found.find()) {
                    return found.group(1);
                }
                assertThat(alive).as(said()).isTrue();
                process.waitFor(50, TimeUnit.MILLISECONDS);
            }
            throw new AssertionError("never said " + wanted + ":\n" + said());
        }

        int end() throws InterruptedException {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(said()).isTrue();
            return process.exitValue();
        }
    }

    private record Said(int code, String out, String err) {}

    private static Said call(Map<String, String> environment, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Baton.call(words, environment, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
        return new Said(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    private static Said key(Path folder, String scope, String... more) {
        List<String> words = new java.util.ArrayList<>(
                List.of("key", "create", "--name", "me", "--scope", scope, "--data", folder.toString()));
        words.addAll(List.of(more));
        return call(Map.of(), words.toArray(String[]::new));
    }

    private static int get(String base, String path, String key) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("authorization", "Bearer " + key)
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private static String page(String address) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        data = temporary.resolve("the shop");
        first = Running.start(
                Map.of("BATON_OWNER_EMAIL", "owner@example.org", "BATON_PORT", "0"), "run", "--data", data.toString());
        first.until(ANSWERS);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        first.process().destroyForcibly();
        first.process().waitFor(10, TimeUnit.SECONDS);
    }

    @Test
    @Order(1)
    void aFirstStartPrintsALinkForTheOwnerOnceAndTheLinkOpens() throws Exception {
        String link = first.until(Pattern.compile("(http://\\S+/welcome/\\S+)"));

        assertThat(get(link, "", "")).isEqualTo(200);
        assertThat(page(link)).as("whom BATON_OWNER_EMAIL names").contains("owner@example.org");
        assertThat(first.said()).doesNotContain("Who owns").containsPattern(Readme.said("BATON_OWNER_EMAIL="));
        assertThat(Files.exists(data.resolveSibling("the shop.witness"))).isTrue();
    }

    @Test
    @Order(2)
    void aSecondProcessOnTheDataFolderIsRefusedInOneLineThatNamesTheFirst() throws Exception {
        Running second = Running.start(Map.of(), "run", "--port", "0", "--data", data.toString());

        assertThat(second.end()).isEqualTo(1);
        assertThat(second.said().lines())
                .singleElement()
                .asString()
                .contains("(process " + first.process().pid() + ")")
                .contains("BATON_DATA=");
    }

    @Test
    @Order(3)
    void aKeyMadeWhileBatonRunsWorksAtOnce() throws Exception {
        Said made = key(data, "admin,read");

        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.out()).matches("bk_[0-9a-f]{32}_\\S+\n");
        String base = first.until(ANSWERS);
        assertThat(get(base, "/api/v1/settings", made.out().strip())).isEqualTo(200);
        assertThat(get(base, "/api/v1/settings", made.out().strip() + "x")).isEqualTo(401);
    }

    @Test
    @Order(4)
    void aKeyOfAScopeNobodyKnowsIsRefusedWithTheList() {
        Said refused = key(data, "admn");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .isEqualTo("baton: --scope: Use one or more of admin, catalog, orders, read, stock, suppliers, or only"
                        + " supplier.\n");
    }

    @Test
    @Order(5)
    void theDoctorLooksAtTheDatabaseOfTheRunningBaton() {
        String port = URI.create(match(ANSWERS, first.said())).getPort() + "";

        Said said = call(Map.of(), "doctor", "--data", data.toString(), "--port", port);

        assertThat(said.code()).as(said.out()).isZero();
        assertThat(said.out().lines())
                .anyMatch(line -> line.startsWith("ok     JDK 25"))
                .anyMatch(line -> line.matches("ok {5}PostgreSQL 18\\S* keeps what it confirms"))
                .anyMatch(line -> line.startsWith("ok     All roles are there"))
                .anyMatch(line -> line.startsWith("ok     The clocks of this machine"))
                .anyMatch(line -> line.matches("ok {5}\\d.* GiB free .*"))
                .anyMatch(line -> line.endsWith("is in use; a Baton runs on this data folder"))
                .noneMatch(line -> line.startsWith("fault"));
    }

    @Test
    @Order(6)
    void anOperatorsOwnPostgresServesAsWell() throws Exception {
        Path folder = temporary.resolve("given");
        Files.createDirectories(folder.resolve("secrets"));
        Files.copy(data.resolve("secrets/database.properties"), folder.resolve("secrets/database.properties"));
        String url = givenDatabase();

        Running given = Running.start(
                Map.of("BATON_DATABASE_URL", url, "BATON_MODE", "demo"),
                "run",
                "--port",
                "0",
                "--data",
                folder.toString(),
                "--bootstrap-key-file",
                folder.resolve("key.json").toString());

        String base = given.until(ANSWERS);
        Said key = call(
                Map.of("BATON_DATABASE_URL", url),
                "key",
                "create",
                "--name",
                "me",
                "--scope",
                "read",
                "--data",
                folder.toString());
        assertThat(get(base, "/api/v1/settings", key.out().strip()))
                .as(key.err())
                .isEqualTo(200);
        Said doctor = call(Map.of("BATON_DATABASE_URL", url), "doctor", "--data", folder.toString(), "--port", "0");
        assertThat(doctor.out()).contains("keeps what it confirms").contains("All roles are there");
        assertThat(get(base, "/api/v1/settings", "bk_none")).isEqualTo(401);
        assertThat(folder.resolve("pg18")).doesNotExist();
        assertThat(call(Map.of("BATON_DATABASE_URL", url), "merchant", "list", "--data", folder.toString())
                        .out())
                .contains("  My shop (EUR, UTC), owned by ");
        given.process().destroy();
        assertThat(given.end()).isEqualTo(143);
        assertThat(call(
                                Map.of("BATON_DATABASE_URL", url),
                                "key",
                                "create",
                                "--name",
                                "me",
                                "--scope",
                                "read",
                                "--data",
                                folder.toString())
                        .out())
                .startsWith("bk_");
    }

    /** A database of its own beside the first Baton's, reached as its superuser. */
    private static String givenDatabase() throws IOException, SQLException {
        Properties secrets = new Properties();
        secrets.load(Files.newBufferedReader(data.resolve("secrets/database.properties")));
        String port =
                Files.readAllLines(data.resolve("pg18/postmaster.pid")).get(3).strip();
        String password = secrets.getProperty("postgres");
        try (Connection superuser = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", password);
                Statement statement = superuser.createStatement()) {
            statement.execute("create database operators template template0 encoding 'UTF8' locale 'C'");
        }
        return "postgresql://postgres:" + password + "@127.0.0.1:" + port + "/operators";
    }

    @Test
    @Order(7)
    void aSecondMerchantMadeWhileBatonRunsHasALinkForItsOwnerAndKeysOfItsOwn() throws Exception {
        String base = match(ANSWERS, first.said());

        Said made = call(
                Map.of(),
                "merchant",
                "create",
                "--name",
                "Second shop",
                "--owner-email",
                "second@example.org",
                "--port",
                URI.create(base).getPort() + "",
                "--data",
                data.toString());

        assertThat(made.code()).as(made.err()).isZero();
        String link = match(Pattern.compile("(http://127.0.0.1:\\d+/welcome/\\S+)"), made.out());
        assertThat(page(link)).contains("second@example.org");
        String merchant = match(Pattern.compile("--merchant (\\S+)"), made.out());
        assertThat(get(
                        base,
                        "/api/v1/settings",
                        key(data, "read", "--merchant", merchant).out().strip()))
                .isEqualTo(200);
        Said whose = key(data, "read");
        assertThat(whose.code()).isEqualTo(2);
        assertThat(whose.err()).contains("--merchant and one of ", merchant, "./baton merchant list");
    }

    @Test
    @Order(8)
    void aStopIsCleanAndQuickAndTheCommandsWorkWithoutARunningBaton() throws Exception {
        first.process().destroy();

        assertThat(first.end()).isEqualTo(143);
        assertThat(data.resolve("pg18/postmaster.pid")).doesNotExist();
        assertThat(first.said()).doesNotContain("ERROR").doesNotContain("Exception");
        Said merchants = call(Map.of(), "merchant", "list", "--data", data.toString());
        assertThat(merchants.out().lines())
                .as(merchants.err())
                .satisfiesExactly(
                        mine -> assertThat(mine)
                                .endsWith(
                                        "  My shop (EUR, UTC), owned by owner@example.org (has not opened the link yet)"),
                        second -> assertThat(second).contains("  Second shop (EUR, UTC), owned by second@example.org"));
        assertThat(key(data, "admin", "--merchant", merchants.out().substring(0, 36))
                        .out())
                .startsWith("bk_");
        Said said = call(Map.of(), "doctor", "--data", data.toString(), "--port", "0");
        assertThat(said.code()).as(said.out()).isZero();
        assertThat(said.out()).contains("keeps what it confirms");
    }

    @Test
    @Order(9)
    void theDoctorSaysWhatToDoAboutEachFaultAndEndsWithOne() throws Exception {
        Files.setPosixFilePermissions(data.resolve("secrets/master.key"), PosixFilePermissions.fromString("rw-r--r--"));
        Said said = call(
                Map.of("BATON_DATABASE_URL", "postgresql://u:p@127.0.0.1:1/postgres"),
                "doctor",
                "--data",
                data.toString(),
                "--port",
                "0",
                "--public-url",
                "http://shop.example.org");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out())
                .contains("fault  Others can read the master key: chmod 600 ")
                .contains("fault  The database of BATON_DATABASE_URL cannot be prepared")
                .contains("must be that of a superuser of a running PostgreSQL 15 or newer")
                .contains("note   http://shop.example.org is not https");
    }

    @Test
    @Order(10)
    void theDoctorNamesATakenPortAndWhatTheFirstStartWillMake() throws Exception {
        try (var taken = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            Path nowhere = temporary.resolve("nowhere");
            Said said = call(
                    Map.of(), "doctor", "--data", nowhere.toString(), "--port", String.valueOf(taken.getLocalPort()));

            assertThat(said.code()).isEqualTo(1);
            assertThat(said.out())
                    .contains("is taken: choose another with --port.")
                    .contains("note   No database yet; the first ./baton run makes it in " + nowhere);
            assertThat(nowhere).doesNotExist();
        }
    }

    @Test
    @Order(11)
    void aKeyBeforeTheFirstStartIsRefusedWithTheNextStep() {
        Said said = key(temporary.resolve("nowhere"), "admin");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("Start ./baton run once");
    }

    private static String match(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
