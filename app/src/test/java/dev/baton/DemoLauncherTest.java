package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testing.BareMachine;
import dev.baton.testing.Repository;
import dev.baton.world.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./baton demo} as anybody calls it: the real launcher starts the world, the world starts Baton by the launcher, and
 * Baton its PostgreSQL. That a whole story ends as it should, SabotageTest shows.
 */
@DisabledIfEnvironmentVariable(
        named = "BATON_TEST_DATABASE_URL",
        matches = ".+",
        disabledReason =
                "starts programs of its own with the PostgreSQL in their box; another server has nothing to add")
@Tag("alone")
class DemoLauncherTest {

    private static final Pattern CONSOLE = Pattern.compile("Its console: +(http://\\S+)/console");
    private static final Pattern KEY = Pattern.compile("A key for it: +(bk_\\S+)");
    private static final Pattern PAGE = Pattern.compile("The world's page: (http://\\S+)");
    private static final Pattern SENT = Pattern.compile("orders · ([1-9][0-9]*) purchase orders");

    @TempDir
    private Path folder;

    private BareMachine machine;
    private Path out;
    private Path err;
    private @Nullable Process started;

    @BeforeEach
    void install() throws IOException {
        machine = BareMachine.built(folder);
        machine.install(Baton.class.getName(), World.class.getName());
        out = machine.root().resolve("out");
        err = machine.root().resolve("err");
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (started != null) {
            started.destroy();
            started.waitFor(30, TimeUnit.SECONDS);
        }
    }

    private Process demo() {
        return Objects.requireNonNull(started);
    }

    private void start(String... words) throws IOException {
        Map<String, String> environment = new HashMap<>();
        // whatever PostgreSQL and its guard need
        environment.put("PATH", System.getenv("PATH"));
        environment.put(
                "BATON_PROGRAMS", Repository.root().resolve("app/target/pgbin").toString());
        // what is written ahead of time is there only once Baton was packaged
        String listed = System.getProperty("spring.index.ignore");
        environment.put(
                "BATON_JAVA_OPTS",
                "-Dspring.aot.enabled=false -XX:TieredStopAtLevel=1"
                        + (listed == null ? "" : " -Dspring.index.ignore=" + listed));
        started = machine.start(environment, out, err, words);
    }

    private String said() throws IOException {
        return Files.readString(out) + Files.readString(err);
    }

    private String until(Pattern wanted) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (System.nanoTime() < end) {
            boolean alive = demo().isAlive();
            Matcher found = wanted.matcher(said());
            if (found.find()) {
                return found.group(1);
            }
            assertThat(alive).as(said()).isTrue();
            demo().waitFor(50, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("never said " + wanted + ":\n" + said());
    }

    private static int get(String address, String key) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("authorization", "Bearer " + key)
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void ordersReachSuppliersTheSaidAddressesAnswerAndASignalEndsAllOfIt() throws Exception {
        start("demo");
        String base = until(CONSOLE);
        assertThat(get(base + "/api/v1/status", until(KEY))).isEqualTo(200);
        assertThat(get(base + "/console", "")).isIn(200, 302, 303);
        assertThat(get(until(PAGE), "")).isEqualTo(200);
        until(SENT);
        Path data = machine.root().resolve("home/demo-data");
        ProcessHandle baton = running(data.resolve("baton.lock"));
        ProcessHandle postgres = running(data.resolve("pg18/postmaster.pid"));

        demo().destroy();

        assertThat(demo().waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(demo().exitValue()).isEqualTo(143);
        baton.onExit().get(40, TimeUnit.SECONDS);
        postgres.onExit().get(40, TimeUnit.SECONDS);
        assertThat(data.resolve("pg18/postmaster.pid")).doesNotExist();
    }

    private static ProcessHandle running(Path file) throws IOException {
        return ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                .orElseThrow();
    }

    @Test
    void aRunThatDidNotEndInTimeSaysSoInItsLastLineAndItsExitCode() throws Exception {
        start(
                "demo",
                "--orders",
                "1",
                "--seed",
                "7",
                "--place-seconds",
                "1",
                "--deadline-seconds",
                "1",
                "--exit",
                "--json");

        assertThat(demo().waitFor(3, TimeUnit.MINUTES)).as(said()).isTrue();

        assertThat(demo().exitValue()).as(said()).isOne();
        List<String> lines = Files.readAllLines(out);
        JsonNode result = JsonMapper.builder().build().readTree(lines.getLast());
        assertThat(result.at("/orders").asInt()).as(said()).isPositive();
        assertThat(result.at("/differences").asInt()).isPositive();
        assertThat(result.at("/complaints").isEmpty()).as(said()).isFalse();
        Matcher kept =
                Pattern.compile("Baton's log and data are kept in (\\S+)").matcher(Files.readString(err));
        assertThat(kept.find()).as(said()).isTrue();
        Path data = Path.of(kept.group(1));
        assertThat(data.resolve("baton.log")).content().contains("Baton answers at");
        assertThat(data.resolve("pg18/postmaster.pid")).doesNotExist();
        org.springframework.util.FileSystemUtils.deleteRecursively(data);
    }
}
