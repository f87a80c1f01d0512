package dev.baton.world.launch;

import dev.baton.world.demo.Past;
import dev.baton.world.mail.MailHouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a demo against a Baton of its own when the command line names none. */
public final class OwnBaton {

    /** Ten business minutes a second: four hours of a supplier's patience pass in 24 seconds. */
    private static final String FAST = "600";

    private static final String LIVELY = "60";

    private static final String TIME_RATE = "--time-rate";

    /** Starting takes a few seconds of it; the rest plays the month. */
    private static final Duration MONTH_WITHIN = Duration.ofSeconds(58);

    /** What a month has when nobody says otherwise. */
    private static final int ORDERS_OF_THE_MONTH = 320;

    /** The file in a data folder that says whose it is. */
    private static final String OWN_MARK = "bootstrap.json";

    private OwnBaton() {}

    /** What is done with the completed words and the mail server Baton sends by; its answer is the exit code. */
    @FunctionalInterface
    public interface Play {
        int play(String[] words, MailHouse mail);
    }

    /** Whether the words ask for a demo and name no Baton to play against. */
    public static boolean isAskedFor(List<String> words) {
        return !words.isEmpty() && words.getFirst().equals("demo") && !words.contains("--base-url");
    }

    /**
     * Starts Baton, plays, and stops it; a run to the end uses a folder of its own that is deleted, a living demo
     * begins anew in {@code demo-data} each time.
     *
     * @param words of the command line, each option's value in a word of its own
     * @param launcher the file {@code baton}, from the environment; null when the world was started without it
     */
    public static int play(List<String> words, @Nullable String launcher, Play play) throws InterruptedException {
        if (launcher == null) {
            throw new IllegalArgumentException(
                    "name a running Baton with --base-url and --admin-key, or start the demo with ./baton demo");
        }
        if (!words.contains("--exit")) {
            return live(words, launcher, play);
        }
        String asked = rateIn(words);
        String rate = asked == null ? FAST : asked;
        Instant origin = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
        Path folder = temporary();
        int code;
        try (MailHouse mail = MailHouse.open();
                BatonProcess baton = BatonProcess.start(new BatonProcess.Start(
                        Path.of(launcher),
                        "demo",
                        folder,
                        origin,
                        Double.parseDouble(rate),
                        new BatonProcess.Mail(mail, words.contains("--sabotage"))))) {
            List<String> full = full(words, baton, origin);
            if (asked == null) {
                full.addAll(List.of(TIME_RATE, rate));
            }
            code = play.play(full.toArray(String[]::new), mail);
        }
        if (code == 0) {
            BatonProcess.forget(folder);
        } else {
            System.err.println("Baton's log and data are kept in " + folder);
        }
        return code;
    }

    /** Plays on until it is stopped, after a month that is played first; begins anew each time. */
    private static int live(List<String> words, String launcher, Play play) throws InterruptedException {
        String asked = rateIn(words);
        String rate = asked == null ? LIVELY : asked;
        Path folder = ownFolder();
        Past past = Past.within(MONTH_WITHIN);
        Instant origin = Clock.systemUTC().instant().plus(MONTH_WITHIN).truncatedTo(ChronoUnit.SECONDS);
        int page = port(words);
        try (MailHouse mail = MailHouse.open();
                BatonProcess baton = BatonProcess.start(new BatonProcess.Start(
                        Path.of(launcher),
                        "demo",
                        folder,
                        origin,
                        Double.parseDouble(rate),
                        new BatonProcess.Mail(mail, words.contains("--sabotage")),
                        new BatonProcess.Past(past.rate(), URI.create("http://127.0.0.1:" + page))))) {
            System.out.println("Its console:      " + baton.baseUrl() + "/console");
            System.out.println("Sign in there as: " + baton.signIn());
            System.out.println("Its API:          " + baton.baseUrl() + "/api");
            System.out.println("A key for it:     " + baton.adminKey());
            System.out.println("Business time:    " + rate + " seconds a second, once the month is over");
            List<String> full = full(words, baton, origin);
            full.addAll(List.of("--past-rate", String.valueOf(past.rate()), "--page-port", String.valueOf(page)));
            if (asked == null) {
                full.addAll(List.of(TIME_RATE, rate));
            }
            if (!words.contains("--orders")) {
                full.addAll(List.of("--orders", String.valueOf(ORDERS_OF_THE_MONTH)));
            }
            return play.play(full.toArray(String[]::new), mail);
        }
    }

    private static List<String> full(List<String> words, BatonProcess baton, Instant origin) {
        List<String> full = new ArrayList<>(words);
        full.addAll(List.of(
                "--base-url",
                baton.baseUrl().toString(),
                "--admin-key",
                baton.adminKey(),
                "--clock-origin",
                origin.toString()));
        return full;
    }

    /** The port of the world's page: Baton's console leads there, so that it has to be known before. */
    private static int port(List<String> words) {
        int at = words.indexOf("--page-port");
        try {
            return at >= 0 ? Integer.parseInt(words.get(at + 1)) : BatonProcess.freePort();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private static @Nullable String rateIn(List<String> words) {
        int at = words.indexOf(TIME_RATE);
        return at >= 0 ? words.get(at + 1) : null;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("baton-demo-");
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /**
     * {@code demo-data}, empty: what is in it of an earlier demo is deleted, for its orders are of another time.
     *
     * @throws IllegalArgumentException when something else lies there
     */
    private static Path ownFolder() {
        Path folder = Path.of("demo-data").toAbsolutePath();
        if (!Files.exists(folder)) {
            return folder;
        }
        if (!Files.exists(folder.resolve(OWN_MARK))) {
            throw new IllegalArgumentException(folder + " is there and no demo made it: move it away first.");
        }
        System.out.println("The demo begins anew; what the last one left in " + folder + " is deleted.");
        BatonProcess.forget(folder);
        return folder;
    }
}
