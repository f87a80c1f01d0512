package dev.baton.world.launch;

import dev.baton.world.mail.Certificate;
import dev.baton.world.mail.MailHouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Baton of one's own: its launcher run on a data folder and a free port, at a rate of time if wanted. Closing
 * stops it and, where it was temporary, deletes the folder.
 */
public final class BatonProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process process;
    private final Answer answer;
    private final Duration startTime;
    private final Path dataFolder;

    private BatonProcess(Process process, Answer answer, Duration startTime, Path dataFolder) {
        this.process = process;
        this.answer = answer;
        this.startTime = startTime;
        this.dataFolder = dataFolder;
    }

    private record Answer(URI baseUrl, String merchant, String adminKey, String email, String password) {}

    /**
     * How to start it.
     *
     * @param launcher the file {@code baton}
     * @param mode {@code demo} or {@code bench}: only these let time run at a rate and keys be written to a file
     * @param dataFolder where its database lies
     * @param origin the instant at which business time and the wall show the same
     * @param rate business seconds per second
     * @param mail by which it sends mail and reads what came back; null = it has none
     * @param past business seconds per second until the origin, and where the world's page is; null = it begins now
     */
    public record Start(
            Path launcher,
            String mode,
            Path dataFolder,
            Instant origin,
            double rate,
            @Nullable Mail mail,
            @Nullable Past past) {

        /** One that begins now. */
        public Start(Path launcher, String mode, Path dataFolder, Instant origin, double rate, @Nullable Mail mail) {
            this(launcher, mode, dataFolder, origin, rate, mail, null);
        }
    }

    /** Where it begins in the past: how fast it catches up, and where the page of the world lies that plays with it. */
    public record Past(double rate, URI world) {}

    /** A mail server, and whether somebody stands before it who may spoil mail. */
    public record Mail(MailHouse house, boolean guarded) {}

    /**
     * Starts Baton and waits until it answers.
     *
     * @throws IllegalStateException when it ends early or does not answer in two minutes; its output was shown
     */
    public static BatonProcess start(Start start) throws InterruptedException {
        try {
            Files.createDirectories(start.dataFolder());
            Path keyFile = start.dataFolder().resolve("bootstrap.json");
            Files.deleteIfExists(keyFile);
            int port = freePort();
            List<String> command = List.of(
                    start.launcher().toString(),
                    "run",
                    "--data",
                    start.dataFolder().toString(),
                    "--port",
                    String.valueOf(port),
                    "--bootstrap-key-file",
                    keyFile.toString(),
                    "--clock-origin",
                    start.origin().toString(),
                    "--clock-rate",
                    String.valueOf(
                            start.past() == null ? start.rate() : start.past().rate()),
                    "--clock-then",
                    String.valueOf(start.rate()));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("BATON_MODE", start.mode());
            builder.environment().put("BATON_PUBLIC_URL", "http://127.0.0.1:" + port);
            if (start.past() != null) {
                builder.environment()
                        .put("BATON_DEMO_WORLD", start.past().world().toString());
            }
            if (start.mail() != null) {
                mail(builder.environment(), start.mail());
            }
            builder.redirectOutput(start.dataFolder().resolve("baton.log").toFile());
            long before = System.nanoTime();
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            Answer answer = await(process, keyFile, start.dataFolder());
            return new BatonProcess(process, answer, Duration.ofNanos(System.nanoTime() - before), start.dataFolder());
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** How it sends mail and reads what came back; it trusts the world's own certificate, and no other. */
    private static void mail(Map<String, String> environment, Mail mail) {
        environment.put("BATON_SMTP_URL", mail.house().smtpUrl(mail.guarded()).toString());
        environment.put("BATON_MAIL_FROM", "baton@mail.example");
        environment.put("BATON_BOUNCES_URL", mail.house().bouncesUrl().toString());
        String trust = "-Djavax.net.ssl.trustStore="
                + mail.house().certificate().file()
                + " -Djavax.net.ssl.trustStoreType=PKCS12 -Djavax.net.ssl.trustStorePassword=" + Certificate.PASSWORD;
        environment.merge("BATON_JAVA_OPTS", trust, (before, added) -> before + " " + added);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Answer await(Process process, Path keyFile, Path dataFolder)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (!Files.exists(keyFile)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroy();
                throw new IllegalStateException(
                        "Baton did not start; it said:\n" + Files.readString(dataFolder.resolve("baton.log")));
            }
            process.waitFor(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
        JsonNode said = JSON.readTree(Files.readString(keyFile));
        return new Answer(
                URI.create(said.path("baseUrl").asString()),
                said.path("merchant").asString(),
                said.path("adminKey").asString(),
                said.path("consoleEmail").asString(""),
                said.path("consolePassword").asString(""));
    }

    /** Where it listens. */
    public URI baseUrl() {
        return answer.baseUrl();
    }

    /** The merchant it was started with, in hex. */
    public String merchant() {
        return answer.merchant();
    }

    /** A key of that merchant with every scope. */
    public String adminKey() {
        return answer.adminKey();
    }

    /** How to sign in to its console, in words; empty when nobody can. */
    public String signIn() {
        return answer.email().isEmpty() ? "" : answer.email() + " with the password " + answer.password();
    }

    /** From the launcher's first breath to the first answer. */
    public Duration startTime() {
        return startTime;
    }

    /** The process of the launcher, which has become Baton's own. */
    public long pid() {
        return process.pid();
    }

    /** Where its database and its log lie. */
    public Path dataFolder() {
        return dataFolder;
    }

    /** Stops it and waits for it. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Deletes a data folder whose Baton was closed. */
    public static void forget(Path dataFolder) {
        try (Stream<Path> files = Files.walk(dataFolder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
