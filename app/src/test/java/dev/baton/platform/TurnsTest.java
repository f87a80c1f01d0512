package dev.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.baton.testing.TestBaton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.CannotCreateTransactionException;

/** Programs that call; work is looked at with its engine. */
class TurnsTest {

    /** Of the pool: the setting nobody made. */
    private static final int CONNECTIONS = 8;

    private static final int PROGRAMS = 3 * CONNECTIONS;

    private final TestBaton baton = TestBaton.shared();
    private final MerchantId merchant = baton.newMerchant();
    private final Tenancy tenancy = baton.bean(Tenancy.class);
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final CountDownLatch hold = new CountDownLatch(1);

    @Test
    void leavesAConnectionFreeForAPageHoweverManyProgramsCall() throws Exception {
        List<Thread> programs = new ArrayList<>();
        try {
            for (int program = 0; program < PROGRAMS; program++) {
                programs.add(Thread.ofVirtual().start(this::call));
            }
            await().until(() -> inside.get() == CONNECTIONS - 1);

            for (int page = 0; page < PROGRAMS; page++) {
                assertThat(tenancy.<Integer>inTransaction(merchant, inside::get))
                        .isEqualTo(CONNECTIONS - 1);
            }
            // those whose turn does not come are told so, and may ask again
            await().atMost(Duration.ofSeconds(20)).until(() -> refused.get() == PROGRAMS - CONNECTIONS + 1);
            assertThat(inside).hasValue(CONNECTIONS - 1);
        } finally {
            hold.countDown();
        }
        for (Thread program : programs) {
            assertThat(program.join(Duration.ofSeconds(20))).isTrue();
        }
    }

    @Test
    void makesAPersonWaitWhereAStoreIsToldToComeAgain() throws Exception {
        List<Thread> others = new ArrayList<>();
        AtomicInteger person = new AtomicInteger();
        try {
            for (int other = 0; other < CONNECTIONS; other++) {
                others.add(Thread.ofVirtual()
                        .start(() -> tenancy.<Integer>inTransaction(merchant, () -> {
                            inside.incrementAndGet();
                            waitForTheEnd();
                            return 0;
                        })));
            }
            await().until(() -> inside.get() == CONNECTIONS);
            others.add(
                    Thread.ofVirtual().start(() -> person.set(tenancy.<Integer>inTransaction(merchant, inside::get))));

            assertThatThrownBy(() -> Turns.bringing(() -> tenancy.<Integer>inTransaction(merchant, inside::get)))
                    .isInstanceOf(CannotCreateTransactionException.class);

            // the person came before the store, and has waited longer than it
            assertThat(others.getLast().isAlive()).isTrue();
        } finally {
            hold.countDown();
        }
        for (Thread other : others) {
            assertThat(other.join(Duration.ofSeconds(20))).isTrue();
        }
        assertThat(person).hasValue(CONNECTIONS);
    }

    private void call() {
        try {
            Turns.calling(() -> tenancy.<Boolean>inTransaction(merchant, () -> {
                inside.incrementAndGet();
                waitForTheEnd();
                return true;
            }));
        } catch (CannotCreateTransactionException noTurn) {
            refused.incrementAndGet();
        }
    }

    private void waitForTheEnd() {
        try {
            hold.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
