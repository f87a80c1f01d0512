package dev.baton.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.Crash;
import dev.baton.world.mail.Certificate;
import dev.baton.world.mail.MailHouse;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The product as a process of its own, killed and started again on one data folder and one port. */
public final class KilledBaton implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(1);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final long LOOK_EVERY_MILLIS = 20;

    private final Path folder;
    private final Instant origin;
    private final double rate;
    private final @Nullable MailHouse mail;
    private final int port;
    private String mode = "torture";
    private int lives;
    private @Nullable Process process;

    /** Business time runs at the rate from the origin on, in every life the same. */
    public KilledBaton(Path folder, Instant origin, double rate, @Nullable MailHouse mail) throws IOException {
        this.mail = mail;
        this.folder = folder;
        this.origin = origin;
        this.rate = rate;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = socket.getLocalPort();
        }
    }

    /** As the demo runs it: somebody owns the merchant, and the file of the key says how they sign in. */
    public KilledBaton withAnOwner() {
        mode = "demo";
        return this;
    }

    /** What the program wrote for whoever started it. */
    public JsonNode keyFileOf() throws IOException, InterruptedException {
        awaitKey();
        return JsonMapper.builder().build().readTree(Files.readString(keyFile()));
    }

    /** Where it listens, in every life. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Its files. */
    public Path folder() {
        return folder;
    }

    /** Starts it; it halts at whichever of the points it reaches first, at none when there are none. */
    public void start(Collection<String> points) throws IOException {
        lives++;
        Files.deleteIfExists(keyFile());
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "dev.baton.Baton",
                "run",
                "--data",
                folder.toString(),
                "--port",
                Integer.toString(port),
                "--bootstrap-key-file",
                keyFile().toString(),
                "--clock-origin",
                origin.toString(),
                "--clock-rate",
                Double.toString(rate));
        builder.environment().put("CLASSPATH", classPath());
        builder.environment().put("BATON_MODE", mode);
        builder.environment().keySet().removeAll(List.of("BATON_CRASH_AT", "BATON_DATABASE_URL"));
        if (!points.isEmpty()) {
            builder.environment().put("BATON_CRASH_AT", String.join(",", points));
        }
        if (mail != null) {
            mail(builder.environment(), mail);
        }
        builder.redirectErrorStream(true).redirectOutput(log().toFile());
        process = builder.start();
    }

    private void mail(Map<String, String> environment, MailHouse house) {
        environment.put("BATON_PUBLIC_URL", baseUrl().toString());
        environment.put("BATON_SMTP_URL", house.smtpUrl(false).toString());
        environment.put("BATON_MAIL_FROM", "baton@mail.example");
        environment.put("BATON_BOUNCES_URL", house.bouncesUrl().toString());
        environment.put(
                "JDK_JAVA_OPTIONS",
                "-Djavax.net.ssl.trustStore=" + house.certificate().file()
                        + " -Djavax.net.ssl.trustStoreType=PKCS12 -Djavax.net.ssl.trustStorePassword="
                        + Certificate.PASSWORD);
    }

    /** Only what is shipped: no class of the tests. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Waits until it answers; a key with every scope. */
    public String awaitKey() throws IOException, InterruptedException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (!Files.exists(keyFile())) {
            assertThat(running().isAlive() && System.nanoTime() < end)
                    .as("Baton starts; it said:\n%s", said())
                    .isTrue();
            running().waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
        JsonNode answer = JsonMapper.builder().build().readTree(Files.readString(keyFile()));
        return answer.path("adminKey").asString();
    }

    /**
     * Waits until it has halted at one of its points and names that.
     *
     * @throws AssertionError when it lives on, or ends in any other way
     */
    public String awaitHalt(Duration most) throws IOException, InterruptedException {
        boolean ended = running().waitFor(most.toMillis(), TimeUnit.MILLISECONDS);
        assertThat(ended).as("Baton reaches one of its points within %s", most).isTrue();
        assertThat(running().exitValue())
                .as("exit status of life %d; it said:\n%s", lives, said())
                .isEqualTo(Crash.STATUS);
        List<String> last =
                said().lines().filter(line -> line.startsWith(Crash.LAST_WORDS)).toList();
        assertThat(last).as("last words; it said:\n%s", said()).hasSize(1);
        return last.getFirst().substring(Crash.LAST_WORDS.length());
    }

    /** Kills it from outside, at no point in particular. */
    public void kill() throws InterruptedException {
        running().destroyForcibly().waitFor();
    }

    /** What this life said. */
    public String said() throws IOException {
        return Files.readString(log());
    }

    private Path log() {
        return folder.resolve("life-" + lives + ".log");
    }

    private Path keyFile() {
        return folder.resolve("bootstrap.json");
    }

    private Process running() {
        Process started = process;
        if (started == null) {
            throw new IllegalStateException("start it first");
        }
        return started;
    }

    /** Stops it and the database with it. */
    @Override
    public void close() {
        Process started = process;
        if (started == null) {
            return;
        }
        started.destroy();
        try {
            if (!started.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                started.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            started.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
