package dev.baton.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.testing.TestBaton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** The dispatcher and its lanes, with handlers of the test's own and polls made by hand. */
class WorkEngineTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Of the pool that work and people share: the setting nobody made. */
    private static final int CONNECTIONS = 8;

    private final TestBaton baton = TestBaton.shared();
    private final MerchantId merchant = baton.newMerchant();
    private final Work work = baton.bean(Work.class);
    private final Semaphore doors = new Semaphore(0);
    private final List<WorkEngine> engines = new ArrayList<>();

    @AfterEach
    void stop() {
        doors.release(10_000);
        engines.forEach(WorkEngine::stop);
    }

    @Test
    void leavesInTheTableWhatALaneHasNoRoomFor() throws Exception {
        Handler slow = new Handler(5, PATIENCE, this::behindTheDoor);
        WorkEngine engine = engine(slow);
        add("queue", slow, 40);

        engine.dispatch(2_000);
        LeasedWork first = slow.next();
        for (int polls = 0; polls < 5; polls++) {
            engine.dispatch(2_000);
        }

        assertThat(leased(slow)).isBetween(10, 15);
        doors.release(1_000);
        List<LeasedWork> ran = new ArrayList<>(List.of(first));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (ran.size() < 40 && System.nanoTime() < end) {
            engine.dispatch(2_000);
            LeasedWork next = slow.ran.poll(100, TimeUnit.MILLISECONDS);
            if (next != null) {
                ran.add(next);
            }
        }
        assertThat(ran).hasSize(40).extracting(LeasedWork::attempts).containsOnly(1);
    }

    @Test
    void aFullLaneHidesNoOtherKindBehindItInTheSameQueue() throws Exception {
        Handler slow = new Handler(5, PATIENCE, this::behindTheDoor);
        Handler quick = new Handler(5, PATIENCE, this::finish);
        WorkEngine engine = engine(slow, quick);
        add("queue", slow, 80);
        baton.clock().advance(Duration.ofSeconds(1));
        add("queue", quick, 1);

        engine.dispatch(2_000);

        assertThat(quick.next().kind()).isEqualTo(quick.kind());
    }

    @Test
    void aQueueLateInTheOrderIsReachedWhereOnePollLooksAtFew() throws Exception {
        Handler quick = new Handler(5, PATIENCE, this::finish);
        WorkEngine engine = engine(quick);
        add("a", quick, 1);
        add("b", quick, 1);
        add("c", quick, 1);

        long end = System.nanoTime() + PATIENCE.toNanos();
        while (slots(quick) > 0 && System.nanoTime() < end) {
            engine.dispatch(1);
        }

        assertThat(List.of(
                        quick.next().queue(), quick.next().queue(), quick.next().queue()))
                .containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void waitingIsNoFailureAndParksNothing() {
        int[] runs = {0};
        Handler patient = new Handler(1, PATIENCE, item -> {
            if (++runs[0] == 20) {
                throw new IllegalStateException("the first failure");
            }
            baton.bean(Tenancy.class)
                    .run(
                            merchant,
                            () -> work.again(merchant, item, baton.clock().instant(), "not yet"));
        });
        WorkEngine engine = engine(patient);
        add("queue", patient, 1);

        engine.runDue();

        assertThat(runs[0]).isEqualTo(20);
        assertThat(baton.<Long>in(merchant, () -> work.countParked(merchant))).isZero();
        assertThat(attempts(patient)).isEqualTo(1);
    }

    @Test
    void failuresAreCountedUntilItIsParked() {
        Handler failing = new Handler(1, PATIENCE, item -> {
            throw new IllegalStateException("again and again");
        });
        WorkEngine engine = engine(failing);
        add("queue", failing, 1);

        for (int round = 0; round < failing.attemptsLimit(); round++) {
            assertThat(baton.<Long>in(merchant, () -> work.countParked(merchant)))
                    .isZero();
            engine.runDue();
            baton.clock().advance(Duration.ofHours(2));
        }

        assertThat(baton.<Long>in(merchant, () -> work.countParked(merchant))).isEqualTo(1);
    }

    @Test
    void whatFoundNoDatabaseDoesNotSleepUntilItsLeaseEnds() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        Handler unlucky = new Handler(5, Duration.ofHours(1), item -> {
            if (runs.incrementAndGet() == 1) {
                throw new CannotCreateTransactionException("no connection is free");
            }
            finish(item);
        });
        WorkEngine engine = engine(unlucky);
        add("queue", unlucky, 1);

        long end = System.nanoTime() + PATIENCE.toNanos();
        while (slots(unlucky) > 0 && System.nanoTime() < end) {
            engine.dispatch(10);
            Thread.sleep(20);
        }

        assertThat(slots(unlucky)).isZero();
        assertThat(unlucky.ran).hasSize(2).extracting(LeasedWork::attempts).containsOnly(1);
        assertThat(unlucky.ran).extracting(LeasedWork::fence).doesNotHaveDuplicates();
    }

    @Test
    void aRunThatLostTheDatabaseOnItsWayCountsAsAnAttempt() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        Handler unlucky = new Handler(5, Duration.ofHours(1), item -> {
            if (runs.incrementAndGet() == 1) {
                throw new TransactionSystemException("the commit was not answered");
            }
            finish(item);
        });
        WorkEngine engine = engine(unlucky);
        add("queue", unlucky, 1);

        long end = System.nanoTime() + PATIENCE.toNanos();
        while (slots(unlucky) > 0 && System.nanoTime() < end) {
            engine.dispatch(10);
            Thread.sleep(20);
        }

        assertThat(unlucky.ran).extracting(LeasedWork::attempts).containsExactly(1, 2);
    }

    @Test
    void whatNeverRanBecauseItsLeaseWasNearlyOverHasCostNoAttempt() {
        Handler hasty = new Handler(5, Duration.ofSeconds(1), this::finish);
        WorkEngine engine = engine(hasty);
        add("queue", hasty, 3);

        engine.dispatch(2_000);
        engine.stop();

        assertThat(hasty.ran).isEmpty();
        assertThat(leased(hasty)).isZero();
        assertThat(attempts(hasty)).isZero();
    }

    @Test
    void leavesAConnectionFreeForPeopleHoweverManyLanesAreSlow() {
        Tenancy tenancy = baton.bean(Tenancy.class);
        AtomicInteger inside = new AtomicInteger();
        Handler[] slow = new Handler[3 * CONNECTIONS];
        for (int lane = 0; lane < slow.length; lane++) {
            slow[lane] = new Handler(
                    1,
                    PATIENCE,
                    item -> tenancy.run(merchant, () -> {
                        inside.incrementAndGet();
                        behindTheDoor(item);
                    }));
        }
        WorkEngine engine = engine(slow);
        for (Handler each : slow) {
            add("queue of " + each.kind(), each, 1);
        }
        engine.dispatch(2_000);
        await().atMost(PATIENCE).until(() -> inside.get() == CONNECTIONS - 2);

        for (int page = 0; page < slow.length; page++) {
            assertThat(tenancy.<Integer>inTransaction(merchant, () -> page(inside)))
                    .isEqualTo(CONNECTIONS - 2);
        }
        doors.release(slow.length);
        await().atMost(PATIENCE).until(() -> Arrays.stream(slow).allMatch(each -> slots(each) == 0));
    }

    private int page(AtomicInteger inside) {
        baton.bean(JdbcClient.class).sql("select 1").query(Integer.class).single();
        return inside.get();
    }

    @Test
    void queuesThatShareALaneGetTheirTurnsAlike() {
        Handler shared = new Handler(5, PATIENCE, this::finish);
        Lane lane = new Lane(shared, baton.bean(BatchRunner.class), () -> {});
        List<DueWork.Due> due = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            due.add(due("flooded", shared));
        }
        for (int i = 0; i < 3; i++) {
            due.add(due("small", shared));
        }
        due.add(due("smallest", shared));

        List<DueWork.Due> chosen = lane.choose(due);

        assertThat(chosen).hasSize(10);
        assertThat(chosen)
                .extracting(DueWork.Due::queue)
                .filteredOn(queue -> !queue.equals("flooded"))
                .containsExactlyInAnyOrder("small", "small", "small", "smallest");
    }

    private DueWork.Due due(String queue, Handler handler) {
        return new DueWork.Due(merchant, UUID.randomUUID(), queue, handler.kind(), UUID.randomUUID());
    }

    /** Does with each item as the test says, and keeps what came. */
    private static final class Handler implements WorkHandler {

        private final String kind = "test." + UUID.randomUUID();
        private final LinkedBlockingQueue<LeasedWork> ran = new LinkedBlockingQueue<>();
        private final int batchLimit;
        private final Duration lease;
        private final Consumer<LeasedWork> action;

        private Handler(int batchLimit, Duration lease, Consumer<LeasedWork> action) {
            this.batchLimit = batchLimit;
            this.lease = lease;
            this.action = action;
        }

        private LeasedWork next() throws InterruptedException {
            LeasedWork next = ran.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing ran");
            }
            return next;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public Effect effect() {
            return Effect.REPEATABLE;
        }

        @Override
        public int batchLimit() {
            return batchLimit;
        }

        @Override
        public Duration lease() {
            return lease;
        }

        @Override
        public int attemptsLimit() {
            return 3;
        }

        @Override
        public void run(MerchantId of, List<LeasedWork> batch) {
            for (LeasedWork item : batch) {
                ran.add(item);
                action.accept(item);
            }
        }
    }

    private void behindTheDoor(LeasedWork item) {
        doors.acquireUninterruptibly();
        finish(item);
    }

    private void finish(LeasedWork item) {
        baton.bean(Tenancy.class).run(merchant, () -> work.finish(merchant, List.of(item)));
    }

    private WorkEngine engine(Handler... handlers) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        for (Handler handler : handlers) {
            beans.addBean(handler.kind(), handler);
        }
        WorkEngine engine = new WorkEngine(
                baton.bean(DueWork.class),
                baton.bean(DatabaseClock.class),
                beans.getBeanProvider(WorkHandler.class),
                baton.bean(BatchRunner.class),
                new HandOver(),
                false);
        engines.add(engine);
        return engine;
    }

    private void add(String queue, Handler handler, int rows) {
        List<NewWork> works = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            works.add(new NewWork(
                    queue, handler.kind(), UUID.randomUUID(), baton.clock().instant(), false));
        }
        baton.bean(Tenancy.class).run(merchant, () -> work.add(merchant, works));
    }

    private int slots(Handler handler) {
        return rows(handler, "count(*)");
    }

    private int leased(Handler handler) {
        return rows(handler, "count(lease_owner)");
    }

    private int attempts(Handler handler) {
        return rows(handler, "coalesce(max(attempts), 0)");
    }

    private int rows(Handler handler, String what) {
        return baton.<Integer>in(
                merchant,
                () -> baton.jdbc()
                        .sql("select " + what + " from work where merchant_id = :merchant and kind = :kind")
                        .param("merchant", merchant.value())
                        .param("kind", handler.kind())
                        .query(Integer.class)
                        .single());
    }
}
