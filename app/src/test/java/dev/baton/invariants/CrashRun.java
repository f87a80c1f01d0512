package dev.baton.invariants;

import dev.baton.world.DemoSettings;
import dev.baton.world.demo.Stage;
import dev.baton.world.mail.MailHouse;
import dev.baton.world.oracle.BatonPicture;
import dev.baton.world.oracle.Difference;
import dev.baton.world.oracle.Figures;
import dev.baton.world.story.OrderScript;
import dev.baton.world.story.Playbook;
import dev.baton.world.story.Plot;
import dev.baton.world.story.Telling;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * One play of the world against a Baton that is killed at every point in turn: each life is ended by the first point it
 * reaches of those that are left, then one life brings everything to its end.
 */
final class CrashRun implements AutoCloseable {

    private static final int ORDERS = 70;

    /**
     * Passed by few orders or mails, and by none whose news and whose change of mind come in together after an outage:
     * these points are tried first, one by one, while the program is up most of the time.
     */
    private static final Set<String> RARE = Set.of(
            "purchasing.withdrawn",
            "orders.waiting-served",
            "trading.resent",
            "trading.returned",
            "trading.returned-kept",
            "trading.feed-waits",
            "trading.feed-decided",
            "channels.pull-asked",
            "channels.pull-kept",
            "channels.pull-ended");

    /** The plots that pass them are among so many orders placed first. */
    private static final int EARLY = 12;

    /** Four hours of a supplier's patience are 72 s, so that an answer has many restarts to come through in. */
    private static final double RATE = 200;

    /** Orders rest so long on the wall: some fifteen lives, so that a change of mind comes through in time as well. */
    private static final int GRACE_SECONDS = 80;

    private static final Duration PLACING = Duration.ofSeconds(160);
    private static final Duration OUTAGES = Duration.ofMinutes(15);
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(150);
    private static final Duration LAST_LIFE = Duration.ofMinutes(7);

    private final KilledBaton baton;
    private final Stage stage;
    private final MailHouse mail;
    private final List<String> halts = new ArrayList<>();
    private final List<String> lives = new ArrayList<>();
    private @Nullable Outage outage;

    private CrashRun(KilledBaton baton, Stage stage, MailHouse mail) {
        this.baton = baton;
        this.stage = stage;
        this.mail = mail;
    }

    /** Sets the merchant up in a first life, which ends by a kill at no point in particular. */
    static CrashRun open(Path folder) throws Exception {
        Instant origin = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
        MailHouse mail = MailHouse.open();
        KilledBaton baton = new KilledBaton(folder, origin, RATE, mail);
        try {
            baton.start(Set.of());
            Stage stage = new Stage(settings(baton, baton.awaitKey(), origin), mail);
            stage.open();
            try (Connection database = new DatabaseInside(folder).connect()) {
                new StepWatch(database).begin();
            }
            baton.kill();
            return new CrashRun(baton, stage, mail);
        } catch (Exception | Error failed) {
            baton.close();
            mail.close();
            throw failed;
        }
    }

    private static DemoSettings settings(KilledBaton baton, String key, Instant origin) {
        return new DemoSettings(
                baton.baseUrl(),
                key,
                ORDERS,
                seed(),
                true,
                RATE,
                origin,
                null,
                PLACING,
                LAST_LIFE,
                (int) (GRACE_SECONDS * RATE),
                OUTAGES,
                0);
    }

    /** The first seed that lets the rare plots come early and tells of orders in every way. */
    private static long seed() {
        return LongStream.range(1, 100_000)
                .filter(seed -> fits(Playbook.of(ORDERS, seed).scripts().values()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean fits(Collection<OrderScript> scripts) {
        Set<Plot> early = scripts.stream().limit(EARLY).map(OrderScript::plot).collect(Collectors.toSet());
        Set<Telling> tellings = scripts.stream().map(OrderScript::telling).collect(Collectors.toSet());
        return early.containsAll(Set.of(
                        Plot.CANCELLED_BEFORE_SEND, Plot.WAITING, Plot.PARKED_THEN_RESENT, Plot.RETURNED_THEN_RESENT))
                && tellings.containsAll(Set.of(Telling.values()));
    }

    /** Plays until every point has ended one life, a last one has lost its database, and everything is at rest. */
    void play(Set<String> points) throws Exception {
        Set<String> left = new TreeSet<>(points);
        stage.play();
        while (!left.isEmpty()) {
            Set<String> armed = new TreeSet<>(left);
            armed.retainAll(RARE);
            baton.start(armed.isEmpty() ? left : armed);
            boolean pulls = armed.stream().anyMatch(point -> point.startsWith("channels.pull"));
            Thread.startVirtualThread(() -> stir(pulls));
            String point = awaitHalt(armed.isEmpty() ? left : armed);
            halts.add(point);
            lives.add(stage.clock().instant() + " halted at " + point);
            left.remove(point);
        }
        baton.start(left);
        outage = Outage.of(baton, baton.awaitKey(), stage);
        stage.awaitEnd();
    }

    /** What may be sold changes in each life, also when all orders are done; while it matters, products are read anew. */
    private void stir(boolean products) {
        if (products) {
            stage.readProducts();
        }
        stage.restockPlenty();
    }

    private String awaitHalt(Set<String> armed) throws IOException, InterruptedException {
        try {
            return baton.awaitHalt(LONGEST_LIFE);
        } catch (AssertionError lived) {
            throw new AssertionError(
                    lived.getMessage() + "\nhalted before:\n" + String.join("\n", lives) + "\narmed were " + armed
                            + "\nit said:\n" + baton.said(),
                    lived);
        }
    }

    /** Where it was halted, in order. */
    List<String> halts() {
        return List.copyOf(halts);
    }

    /** What was seen while the database was gone. */
    Outage outage() {
        return Objects.requireNonNull(outage);
    }

    /** Everything that is not as the scripts have it, by the world's own oracle. */
    List<Difference> differences() {
        List<Difference> all = new ArrayList<>();
        stage.faults().forEach(fault -> all.add(new Difference("fault of the world", "", fault.toString())));
        all.addAll(stage.oracle().judge(stage.ledger().entries(), picture()));
        return all;
    }

    /** All that the world wrote down of the orders that differ, and when each life ended. */
    String histories() {
        Set<String> names = differences().stream().map(Difference::order).collect(Collectors.toSet());
        Set<String> ids = stage.playbook().scripts().values().stream()
                .filter(script -> names.contains(script.name()))
                .map(OrderScript::id)
                .collect(Collectors.toSet());
        List<String> told = new ArrayList<>(lives);
        stage.ledger().entries().stream()
                .filter(entry -> ids.contains(entry.fact().order()))
                .forEach(entry -> told.add(entry.at() + " " + entry.fact()));
        return String.join("\n", new TreeSet<>(told));
    }

    /** What Baton says now. */
    BatonPicture picture() {
        return stage.picture();
    }

    /** What happened, counted. */
    Figures figures() {
        return stage.figures();
    }

    Stage stage() {
        return stage;
    }

    KilledBaton baton() {
        return baton;
    }

    @Override
    public void close() {
        stage.close();
        baton.close();
        mail.close();
    }
}
