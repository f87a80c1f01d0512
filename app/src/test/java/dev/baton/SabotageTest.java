package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.testing.Overtime;
import dev.baton.world.DemoResult;
import dev.baton.world.DemoRun;
import dev.baton.world.DemoSettings;
import dev.baton.world.http.Json;
import dev.baton.world.http.MiniServer;
import dev.baton.world.http.Reply;
import dev.baton.world.mail.MailHouse;
import dev.baton.world.oracle.Difference;
import dev.baton.world.sabotage.Sabotage;
import dev.baton.world.story.Playbook;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The smallest playbook, played against the real Baton once as it is and once with each kind of somebody in the middle,
 * each with a merchant of its own; the clean one first and by itself, then two at a time, because each prints, mails and
 * reads some hundred documents. A run that is spoilt must say so and name what was spoilt. On another server than the one
 * in the box only the clean one is played: whether the world notices harm is no question to a database.
 */
@DisplayName("The demo notices sabotage")
@Tag("alone")
class SabotageTest {

    private static final double RATE = 600;
    private static final Duration PLACING = Duration.ofSeconds(6);
    private static final Duration DEADLINE = Duration.ofMinutes(4);
    private static final boolean IN_THE_BOX = System.getenv("BATON_TEST_DATABASE_URL") == null;
    private static final Map<Sabotage, Future<DemoResult>> SPOILT = new EnumMap<>(Sabotage.class);

    private static final MailHouse MAIL = MailHouse.open();
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(2);
    private static @Nullable RunningBaton baton;
    private static @Nullable DemoResult clean;

    @BeforeAll
    static void playAll() {
        Instant origin = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
        RunningBaton running = RunningBaton.atRate(origin, RATE, MAIL);
        baton = running;
        clean = play(running, origin, null);
        for (Sabotage sabotage : IN_THE_BOX ? Sabotage.values() : new Sabotage[0]) {
            SPOILT.put(sabotage, THREADS.submit(() -> play(running, origin, sabotage)));
        }
    }

    @AfterAll
    static void stop() {
        THREADS.close();
        if (baton != null) {
            baton.close();
        }
        MAIL.close();
    }

    private static DemoResult play(RunningBaton baton, Instant origin, @Nullable Sabotage sabotage) {
        String key = baton.key(baton.newMerchant(), "admin");
        try (Overtime _ = Overtime.of(Thread.currentThread(), DEADLINE.plusMinutes(2))) {
            return DemoRun.run(settings(baton.baseUrl(), key, origin).withSabotage(sabotage), MAIL);
        }
    }

    private static DemoSettings settings(URI baseUrl, String key, Instant origin) {
        return DemoSettings.of(baseUrl, key, Playbook.fewest(), 7, RATE, origin).within(PLACING, DEADLINE);
    }

    @Test
    void endsWithoutADifferenceWhenNobodyIsInTheMiddle() {
        DemoResult result = Objects.requireNonNull(clean);

        assertThat(result.complaints()).as(result.summary()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Sabotage.class)
    void namesWhatWasSpoilt(Sabotage sabotage) throws Exception {
        assumeTrue(IN_THE_BOX, "only the clean one was played");
        DemoResult result = Objects.requireNonNull(SPOILT.get(sabotage)).get();

        assertThat(result.differences())
                .as(result.summary())
                .extracting(Difference::what)
                .contains(sabotage.word().replace('-', ' '));
        assertThat(result.exitCode()).isOne();
    }

    @Test
    void isNotTakenInByAnAppThatOnlyAnswers202() {
        Instant origin = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
        DemoResult result;
        try (MiniServer yes = MiniServer.start(0, _ -> Reply.json(202, Json.object()))) {
            DemoSettings settings =
                    settings(yes.url(), "bk_any", origin).within(Duration.ofSeconds(2), Duration.ofSeconds(15));
            result = DemoRun.run(settings, MAIL);
        }

        assertThat(result.differences())
                .extracting(Difference::what)
                .contains("lost order", "lost send", "missing hold")
                .doesNotContain("fault of the world");
        assertThat(result.exitCode()).isOne();
    }
}
