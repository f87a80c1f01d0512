package dev.baton.world;

import dev.baton.world.demo.Past;
import dev.baton.world.demo.SetupFailed;
import dev.baton.world.demo.Stage;
import dev.baton.world.http.MiniServer;
import dev.baton.world.launch.Bench;
import dev.baton.world.launch.OwnBaton;
import dev.baton.world.mail.MailHouse;
import dev.baton.world.page.WorldPage;
import dev.baton.world.story.Playbook;
import java.io.PrintStream;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The program that plays everybody Baton talks to. */
public final class World {

    /** Exit code of a living world that was stopped, of a run cut short, and of a wrong command line. */
    private static final int STOPPED = 0;

    private static final int NOT_GOOD = 1;
    private static final int MISUSED = 2;

    /** Looked up once for every part of every mail, in every file of the class path, unless it is named. */
    private static final String MAIL_STREAMS = "jakarta.mail.util.StreamProvider";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private World() {}

    /**
     * Plays a demo or measures: {@code demo [options]} or {@code bench [options]}; {@code --help} lists them. With
     * {@code --exit} a demo runs to the end, prints a summary and one JSON line last, and exits 0 only when all went by
     * the scripts.
     */
    public static void main(String[] args) throws InterruptedException {
        if (System.getProperty(MAIL_STREAMS) == null) {
            System.setProperty(MAIL_STREAMS, "org.eclipse.angus.mail.util.MailStreamProvider");
        }
        System.exit(call(List.of(args), System.getenv("BATON_LAUNCHER"), System.err));
    }

    /**
     * Does what the words ask for and answers the exit code: 1 when it did not go well, 2 when they are wrong.
     *
     * @param launcher the file {@code baton}; null when nobody named it
     * @param err where what is wrong is said
     */
    static int call(List<String> given, @Nullable String launcher, PrintStream err) throws InterruptedException {
        try {
            Optional<String> help = Usage.askedFor(given);
            if (help.isPresent()) {
                System.out.print(help.get());
                return STOPPED;
            }
            if (!given.isEmpty() && given.getFirst().equals("bench")) {
                return Bench.run(given, launcher);
            }
            List<String> words = CommandLine.checked(given);
            return OwnBaton.isAskedFor(words)
                    ? OwnBaton.play(words, launcher, World::play)
                    : playOther(words.toArray(String[]::new));
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return MISUSED;
        } catch (IllegalStateException e) {
            err.println(e.getMessage());
            return NOT_GOOD;
        }
    }

    /** Plays against a Baton somebody else started with the world's mail server as its own. */
    private static int playOther(String... args) {
        CommandLine.Ports ports = CommandLine.mailPorts(args);
        try (MailHouse mail = MailHouse.open(ports.smtp(), ports.imap())) {
            return play(args, mail);
        }
    }

    private static int play(String[] args, MailHouse mail) {
        PrintStream out = new PrintStream(System.out, true, java.nio.charset.StandardCharsets.UTF_8);
        DemoSettings settings = CommandLine.parse(args);
        if (settings.orders() < Playbook.fewest()) {
            out.println(
                    "A run has one of everything, which takes " + Playbook.fewest() + " orders: so many are played.");
        }
        try {
            if (settings.untilTheEnd()) {
                DemoResult result = DemoRun.run(settings, mail);
                out.print(result.summary());
                out.println(result.json());
                return result.exitCode();
            }
            live(settings, CommandLine.past(args), mail, out);
            return STOPPED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NOT_GOOD;
        }
    }

    private static void live(DemoSettings settings, @Nullable Past past, MailHouse mail, PrintStream out)
            throws InterruptedException {
        try (Stage stage = new Stage(settings, mail, past);
                MiniServer page = MiniServer.start(settings.pagePort(), new WorldPage(stage)::handle)) {
            stage.open();
            out.println("The world's page: " + page.url());
            stage.play();
            if (past != null) {
                catchUp(stage, past, out);
            }
            while (true) {
                Thread.sleep(Duration.ofSeconds(1));
                out.print("\r" + line(stage) + "   ");
                out.flush();
            }
        } catch (SetupFailed e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** A month is played through the same road as everything later; whoever waits sees how far it is. */
    private static void catchUp(Stage stage, Past past, PrintStream out) throws InterruptedException {
        long began = System.nanoTime();
        out.println("A month of history is played first, by the same road as everything later:");
        while (!stage.clock().isPresent()) {
            out.print(String.format(
                    Locale.ROOT,
                    "\r  %s · %3.0f %% · %s   ",
                    DAY.format(stage.clock().instant()),
                    100 * past.gone(stage.clock()),
                    line(stage)));
            out.flush();
            Thread.sleep(Duration.ofMillis(500));
        }
        out.println(String.format(
                Locale.ROOT,
                "\r  %s · done in %d s · %s   ",
                DAY.format(stage.clock().instant()),
                Math.round((System.nanoTime() - began) / 1e9),
                line(stage)));
        out.println("Open the console now; an order comes every few seconds.");
    }

    private static String line(Stage stage) {
        Map<String, Integer> counted = stage.figures().counted();
        return String.format(
                Locale.ROOT,
                "%d orders · %d purchase orders · %d acknowledged · %d rejected · %d parcels · %d delivered",
                stage.placed(),
                counted.getOrDefault("purchaseOrders", 0),
                counted.getOrDefault("acknowledged", 0),
                counted.getOrDefault("rejected", 0),
                counted.getOrDefault("parcels", 0),
                counted.getOrDefault("delivered", 0));
    }
}
