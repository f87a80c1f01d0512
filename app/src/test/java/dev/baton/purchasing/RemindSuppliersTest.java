package dev.baton.purchasing;

import static dev.baton.trading.TestRoad.accept;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.orders.SalesOrderId;
import dev.baton.platform.Tasks.Task;
import dev.baton.suppliers.Netting;
import dev.baton.trading.TestRoad;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deadlines run in the supplier's working hours: Berlin, Monday to Friday 9 to 17, four hours; Easter Monday is off. */
class RemindSuppliersTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant FRIDAY_EVENING = berlin(3, 17, 30);
    private static final Instant TUESDAY_ONE = berlin(7, 13, 0);
    private static final Instant TUESDAY_FIVE = berlin(7, 17, 0);

    private final TestRoad road = new TestRoad();
    private Instant before;

    @BeforeEach
    void open() {
        before = road.baton.clock().instant();
        road.goods("LAMP", road.supplier("ACME", Netting.GROSS));
        road.baton.clock().set(FRIDAY_EVENING);
        road.shop.stock(road.supplier("ACME", Netting.GROSS), "S-LAMP", 10);
    }

    @AfterEach
    void close() {
        road.baton.clock().set(before);
        road.close();
    }

    /** What waits for a person, but for the supplier's stock feed, which is rightly missed over these days. */
    private List<Task> tasks() {
        return road.tasks().stream()
                .filter(task -> !task.kind().equals("inventory.stale"))
                .toList();
    }

    private List<String> taskKinds() {
        return tasks().stream().map(Task::kind).toList();
    }

    /** Promised on Tuesday at nine with a lead time of one day, and one more: due when Wednesday ends. */
    @Test
    void tellsAPersonWhenPromisedGoodsDoNotLeave() {
        SalesOrderId order = sent();
        at(berlin(7, 9, 0));
        road.acknowledge(road.purchaseOrder(order), "A1", accept(1, 2));

        at(berlin(8, 16, 59));
        assertThat(taskKinds()).isEmpty();
        at(berlin(8, 17, 0));

        assertThat(tasks()).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo("purchasing.late");
            assertThat(task.title()).startsWith("ACME GmbH has not shipped");
            assertThat(task.detail()).contains("2 of S-LAMP");
        });
        assertThat(road.openWork()).isZero();
    }

    @Test
    void remindsOnTuesdayAtOneOfWhatWasSentOnFridayEveningBeforeAHolidayMonday() {
        SalesOrderId order = sent();
        assertThat(road.purchaseOrder(order).respondBy()).isEqualTo(TUESDAY_ONE);

        at(TUESDAY_ONE.minusSeconds(1));
        assertThat(road.endpoint.got()).hasSize(1);
        at(TUESDAY_ONE);

        assertThat(road.endpoint.documents("purchase_order.reminder"))
                .singleElement()
                .satisfies(reminder -> {
                    assertThat(reminder.path("number").stringValue())
                            .isEqualTo(road.purchaseOrder(order).number());
                    assertThat(reminder.path("respondBy").stringValue()).isEqualTo(TUESDAY_FIVE.toString());
                });
        assertThat(tasks()).isEmpty();
    }

    @Test
    void asksAPersonWhenTheReminderHadNoEffectEither() {
        sent();
        at(TUESDAY_ONE);

        at(TUESDAY_FIVE);

        assertThat(taskKinds()).containsExactly("purchasing.unanswered");
        assertThat(road.openWork()).isZero();
    }

    @Test
    void remindsNobodyWhoHasAnswered() {
        SalesOrderId order = sent();
        road.acknowledge(road.purchaseOrder(order), "A1", accept(1, 2));

        at(TUESDAY_FIVE);

        assertThat(road.endpoint.got()).hasSize(1);
        assertThat(tasks()).isEmpty();
    }

    @Test
    void aReminderThatDidNotComeThroughIsNotRepeatedAfterTheAnswer() {
        SalesOrderId order = sent();
        road.endpoint.answers(503, "");
        at(TUESDAY_ONE);
        assertThat(road.endpoint.got()).hasSize(2);

        road.endpoint.answers(200, "");
        road.acknowledge(road.purchaseOrder(order), "A1", accept(1, 2));
        at(TUESDAY_FIVE);

        assertThat(road.endpoint.got()).hasSize(2);
        assertThat(tasks()).isEmpty();
    }

    @Test
    void closesTheTaskWhenTheAnswerComesAfterAll() {
        SalesOrderId order = sent();
        at(TUESDAY_ONE);
        at(TUESDAY_FIVE);

        road.acknowledge(road.purchaseOrder(order), "A1", accept(1, 2));

        assertThat(tasks()).isEmpty();
    }

    private SalesOrderId sent() {
        SalesOrderId order = road.place("1", "LAMP×2");
        road.work();
        return order;
    }

    private void at(Instant when) {
        road.baton.clock().set(when);
        road.work();
    }

    private static Instant berlin(int dayOfApril, int hour, int minute) {
        return ZonedDateTime.of(2026, 4, dayOfApril, hour, minute, 0, 0, BERLIN).toInstant();
    }
}
