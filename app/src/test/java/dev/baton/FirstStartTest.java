package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.testing.Repository;
import java.io.IOException;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who owns a Baton that nobody owns yet: whom the environment names (ShellTest), else whom somebody at the terminal names,
 * else whoever opens the one-time link. One data folder is started until it has an owner.
 */
@DisabledIfEnvironmentVariable(
        named = "BATON_TEST_DATABASE_URL",
        matches = ".+",
        disabledReason =
                "starts programs of its own with the PostgreSQL in their box; another server has nothing to add")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstStartTest {

    private static final String PASSWORD = "a good long password";

    @TempDir
    private static Path temporary;

    private @Nullable Path log;
    private @Nullable Process started;

    @AfterEach
    void stop() throws Exception {
        Path lock = temporary.resolve("data/baton.lock");
        String pid = Files.exists(lock) ? Files.readString(lock).strip() : "";
        if (!pid.isEmpty()) {
            ProcessHandle baton = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
            baton.destroy();
            baton.onExit().get(60, TimeUnit.SECONDS);
        }
        process().destroy();
        assertThat(process().waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private Process process() {
        return Objects.requireNonNull(started);
    }

    /** Starts it; at a terminal when the words say so. */
    private void start(String... before) throws IOException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        Path script = temporary.resolve("start");
        Files.writeString(
                script,
                "#!/bin/sh\nexec '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m".formatted(java)
                        + " --enable-native-access=ALL-UNNAMED -cp '%s' %s run --port 0 --data '%s'\n"
                                .formatted(
                                        System.getProperty("java.class.path"),
                                        Baton.class.getName(),
                                        temporary.resolve("data")));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        Path file = Files.createTempFile(temporary, "log", "");
        log = file;
        List<String> command = new java.util.ArrayList<>(List.of(before));
        command.add(script.toString());
        if (before.length > 0) {
            command.add("/dev/null");
        }
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(file.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("BATON_"));
        builder.environment()
                .put(
                        "BATON_PROGRAMS",
                        Repository.root().resolve("app/target/pgbin").toString());
        started = builder.start();
    }

    /** What it has said since that place. */
    private String said(int from) throws IOException {
        return Files.readString(Objects.requireNonNull(log)).substring(from);
    }

    /** Waits until that is said after the place; answers the place behind it. */
    private int until(String wanted, int from) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (System.nanoTime() < end) {
            int at = said(from).indexOf(wanted);
            if (at >= 0) {
                return from + at + wanted.length();
            }
            assertThat(process().isAlive()).as(said(0)).isTrue();
            process().waitFor(50, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("never said '" + wanted + "' in " + said(0));
    }

    private String found(Pattern pattern) throws IOException {
        Matcher found = pattern.matcher(said(0));
        assertThat(found.find()).as(said(0)).isTrue();
        return found.group(1);
    }

    private static HttpResponse<String> get(HttpClient http, String address) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The status a sign-in is answered with: 303 when it is taken. */
    private static int signIn(String base, String email, String password) throws Exception {
        try (HttpClient http =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            Element form = Objects.requireNonNull(
                    Jsoup.parse(get(http, base + "/console/sign-in").body()).selectFirst("#sign-in"));
            Map<String, String> fields = new HashMap<>();
            form.select("input[name]").forEach(field -> fields.put(field.attr("name"), field.val()));
            fields.putAll(Map.of("email", email, "password", password));
            String body = fields.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return http.send(
                            HttpRequest.newBuilder(URI.create(base + form.attr("action")))
                                    .header("content-type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        }
    }

    @Test
    @Order(1)
    void whereNobodySitsAtATerminalALinkIsPrinted() throws Exception {
        start();
        until("choose a password:", 0);
        until("./baton key create", 0);

        assertThat(said(0)).contains("within 7 days").doesNotContain("Who owns");
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> page = get(http, found(Pattern.compile("(http://\\S+/welcome/\\S+)")));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(Jsoup.parse(page.body()).select("input[type=email]"))
                    .as("whoever has the link says who they are")
                    .isNotEmpty();
        }
    }

    @Test
    @Order(2)
    void aPersonAtTheTerminalIsAskedUntilTheAnswersCanBeUsed() throws Exception {
        assumeTrue(hasTerminals(), "this machine has no util-linux 'script', which makes a terminal");
        start("script", "-q", "-e", "-f", "-c");
        OutputStream keyboard = process().getOutputStream();
        int at = until("Who owns this Baton? E-mail address (empty: give me a link): ", 0);

        keyboard.write("nobody\n".getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
        at = until("Give an e-mail address such as owner@example.org.", at);
        at = until("Who owns this Baton?", at);
        at = type(keyboard, "owner@example.org", "too short", at);
        at = until("Choose a password of 12 to ", at);
        at = until("Who owns this Baton?", at);
        at = type(keyboard, "owner@example.org", PASSWORD, at);
        until("Welcome. Sign in at ", at);
        until("./baton key create", at);

        assertThat(said(0).split("Password of at least", -1))
                .as("nobody types a password for an address that cannot be used")
                .hasSize(3);
        assertThat(said(0)).as("a password is not shown").doesNotContain(PASSWORD, "too short");
        assertThat(said(0)).doesNotContain("/welcome/");
        String base = found(Pattern.compile("Sign in at (http://\\S+)/console\\."));
        assertThat(signIn(base, "owner@example.org", "another password")).isNotEqualTo(303);
        assertThat(signIn(base, "owner@example.org", PASSWORD)).isEqualTo(303);
    }

    private int type(OutputStream keyboard, String email, String password, int from) throws Exception {
        keyboard.write((email + "\n").getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
        int at = until("Password of at least 12 characters: ", from);
        keyboard.write((password + "\n").getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
        return at;
    }

    private static boolean hasTerminals() throws InterruptedException {
        try {
            Process script = new ProcessBuilder("script", "--version")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return script.waitFor() == 0 && said.contains("util-linux");
        } catch (IOException none) {
            return false;
        }
    }

    @Test
    @Order(3)
    void aBatonThatHasAnOwnerAsksNobodyAnything() throws Exception {
        assumeTrue(hasTerminals(), "nobody became the owner, for want of a terminal");
        start();
        until("Baton answers at ", 0);
        String base = found(Pattern.compile("Baton answers at (http://\\S+) "));

        assertThat(signIn(base, "owner@example.org", PASSWORD)).isEqualTo(303);

        assertThat(said(0)).doesNotContain("/welcome/", "Who owns");
    }
}
