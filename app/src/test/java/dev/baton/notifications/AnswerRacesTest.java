package dev.baton.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.orders.AnswerQuestion.Outcome;
import dev.baton.orders.Bucket;
import dev.baton.orders.CustomerAnswer;
import dev.baton.orders.ReleaseHolds;
import dev.baton.orders.SalesOrderId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who decides about a repeated order first wins: what comes meanwhile waits, and changes nothing. */
class AnswerRacesTest extends AskedOrders {

    @Test
    @DisplayName("The customer cancels while the operator's release is about to commit: the release wins")
    void anAnswerWaitsForADecisionThatIsUnderWay() throws Exception {
        SalesOrderId second = repeated();
        ask(second);

        Outcome said =
                meanwhile(() -> decide(second, CustomerAnswer.SEND_BOTH), () -> answer(second, CustomerAnswer.CANCEL));
        road.work();

        assertThat(said).isEqualTo(Outcome.DECIDED_OTHERWISE);
        assertThat(road.units(second, Bucket.SENT)).isEqualTo(1);
        assertThat(road.order(second).cancelledAt()).isNull();
        assertThat(question(second).answer()).isNull();
        assertThat(road.taskKinds()).doesNotContain(IN_THE_STORE);
    }

    @Test
    @DisplayName("The operator releases while the customer's cancellation is about to commit: the cancellation wins")
    void aDecisionWaitsForAnAnswerThatIsUnderWay() throws Exception {
        SalesOrderId second = repeated();
        ask(second);
        UUID hold = duplicate(second).id();

        meanwhile(
                () -> answer(second, CustomerAnswer.CANCEL),
                () -> road.baton.bean(ReleaseHolds.class).release(road.merchant, hold, "both are wanted"));
        road.work();

        assertThat(road.units(second, Bucket.CANCELLED)).isEqualTo(1);
        assertThat(road.purchaseOrders(second)).isEmpty();
        assertThat(question(second).answer()).isEqualTo(CustomerAnswer.CANCEL);
        assertThat(duplicate(second).releasedWhy()).isEqualTo("the order was cancelled");
    }

    @Test
    @DisplayName("Two taps at once: the second waits for the first and changes nothing")
    void oneOfTwoTapsCounts() throws Exception {
        SalesOrderId second = repeated();
        ask(second);

        Outcome later =
                meanwhile(() -> answer(second, CustomerAnswer.SEND_BOTH), () -> answer(second, CustomerAnswer.CANCEL));
        road.work();

        assertThat(later).isEqualTo(Outcome.ANSWERED_BEFORE);
        assertThat(road.units(second, Bucket.SENT)).isEqualTo(1);
    }

    @Test
    @DisplayName("The time is over while an answer is about to commit: nobody is told")
    void theDeadlineWaitsForAnAnswerThatIsUnderWay() throws Exception {
        SalesOrderId second = repeated();
        ask(second);
        road.baton.clock().advance(Duration.ofHours(25));

        meanwhile(() -> answer(second, CustomerAnswer.SEND_BOTH), () -> road.baton.runDue());
        road.work();

        assertThat(road.taskKinds()).doesNotContain(SILENT);
        assertThat(waiting()).isZero();
    }

    /** Does the second while the first is done and not committed: what it waits for is seen from outside. */
    private <T> T meanwhile(Runnable first, Callable<T> second) throws Exception {
        try (ExecutorService other = Executors.newSingleThreadExecutor();
                Connection outside = road.baton.database().connectAsSuperuser()) {
            return road.baton
                    .<Future<T>>in(road.merchant, () -> {
                        first.run();
                        Future<T> late = other.submit(second);
                        await().until(() -> isWaiting(outside));
                        return late;
                    })
                    .get();
        }
    }

    private static boolean isWaiting(Connection outside) throws SQLException {
        try (Statement look = outside.createStatement();
                ResultSet waits = look.executeQuery(
                        "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")) {
            return waits.next();
        }
    }
}
