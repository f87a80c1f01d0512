package dev.baton.world.launch;

import dev.baton.world.mail.MailHouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
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
     * keeps {@code demo-data}.
     *
     * @param launcher the file {@code baton}, from the environment; null when the world was started without it
     */
    public static int play(List<String> words, @Nullable String launcher, Play play) throws InterruptedException {
        if (launcher == null) {
            throw new IllegalArgumentException(
                    "name a running Baton with --base-url and --admin-key, or start the demo with ./baton demo");
        }
        boolean toTheEnd = words.contains("--exit");
        String asked = rateIn(words);
        String rate = asked != null ? asked : toTheEnd ? FAST : LIVELY;
        Instant origin = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
        Path folder = folder(toTheEnd);
        int code;
        try (MailHouse mail = MailHouse.open();
                BatonProcess baton = BatonProcess.start(new BatonProcess.Start(
                        Path.of(launcher),
                        "demo",
                        folder,
                        origin,
                        Double.parseDouble(rate),
                        new BatonProcess.Mail(mail, words.contains("--sabotage"))))) {
            if (!toTheEnd) {
                System.out.println("Baton:            " + baton.baseUrl());
                System.out.println("Its console:      " + baton.baseUrl() + "/console");
                System.out.println("Sign in there as: " + baton.signIn());
                System.out.println("Its API:          " + baton.baseUrl() + "/api");
                System.out.println("A key for it:     " + baton.adminKey());
                System.out.println("Business time:    " + rate + " seconds a second");
            }
            List<String> full = new ArrayList<>(words);
            full.addAll(List.of(
                    "--base-url",
                    baton.baseUrl().toString(),
                    "--admin-key",
                    baton.adminKey(),
                    "--clock-origin",
                    origin.toString()));
            if (asked == null) {
                full.addAll(List.of(TIME_RATE, rate));
            }
            code = play.play(full.toArray(String[]::new), mail);
        }
        if (toTheEnd && code == 0) {
            BatonProcess.forget(folder);
        } else if (toTheEnd) {
            System.err.println("Baton's log and data are kept in " + folder);
        }
        return code;
    }

    private static @Nullable String rateIn(List<String> words) {
        int at = words.indexOf(TIME_RATE);
        return at >= 0
                ? words.get(at + 1)
                : words.stream()
                        .filter(word -> word.startsWith(TIME_RATE + "="))
                        .map(word -> word.substring(TIME_RATE.length() + 1))
                        .findFirst()
                        .orElse(null);
    }

    private static Path folder(boolean temporary) {
        try {
            return temporary
                    ? Files.createTempDirectory("baton-demo-")
                    : Path.of("demo-data").toAbsolutePath();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
