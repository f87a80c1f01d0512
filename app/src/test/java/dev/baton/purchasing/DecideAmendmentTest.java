package dev.baton.purchasing;

import static dev.baton.purchasing.AmendedRoad.assertProblem;
import static dev.baton.trading.TestRoad.accept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.orders.Bucket;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.Problem;
import dev.baton.purchasing.Amendment.Decision;
import dev.baton.purchasing.Amendment.Status;
import dev.baton.purchasing.DecideAmendment.Choice;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Situation 2, when the supplier says no, nothing, or has shipped: a person decides. */
class DecideAmendmentTest {

    private final AmendedRoad at = earlyInTheWeek();

    /** Only working hours count: a case that lasts a day or two begins on no Thursday, whatever the clock was left at. */
    private static AmendedRoad earlyInTheWeek() {
        TestClock clock = TestBaton.shared().clock();
        ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
        if (now.getDayOfWeek().compareTo(DayOfWeek.TUESDAY) > 0) {
            clock.set(now.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                    .truncatedTo(ChronoUnit.DAYS)
                    .plusHours(9)
                    .toInstant());
        }
        return new AmendedRoad();
    }

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void aNoIsATaskThatNamesOrderSupplierAndDifferenceAndLettingGoEndsIt() {
        SalesOrderId order = at.asked();

        at.answer(order, false);

        assertThat(at.road.tasks()).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo("purchasing.amendment-refused");
            assertThat(task.title()).contains("ACME GmbH", "#1", at.po(order).number(), "the address");
        });
        at.decide(order, Choice.LET_GO, null);
        at.decide(order, Choice.LET_GO, null);
        assertThat(at.road.tasks()).isEmpty();
        assertThat(at.last(order).decision()).isEqualTo(Decision.LET_GO);
        assertThat(at.po(order).version()).isEqualTo(1);
        assertProblem(() -> at.decide(order, Choice.CANCEL, null), PurchasingProblem.AMENDMENT_CLOSED);
    }

    @Test
    void theSameWishIsNotAskedAgainAfterANo() {
        SalesOrderId order = at.asked();
        at.answer(order, false);

        at.change(at.road.shop.order("1", "LAMP×2").to(AmendedRoad.NEW_STREET).phone("+49 30 1"));
        at.road.work();

        assertThat(at.po(order).amendments()).hasSize(1);
    }

    @Test
    void aStoreThatGoesBackToWhatWasToldEndsTheTask() {
        SalesOrderId order = at.asked();
        at.answer(order, false);

        at.change(at.road.shop.order("1", "LAMP×2"));

        assertThat(at.last(order).status()).isEqualTo(Status.WITHDRAWN);
        assertThat(at.road.tasks()).isEmpty();
    }

    @Test
    void cancellingAfterANoAsksTheSupplierNotToShip() {
        SalesOrderId order = at.asked();
        at.answer(order, false);

        at.decide(order, Choice.CANCEL, null);
        at.road.work();

        assertThat(at.road.endpoint.documents("purchase_order.cancellation")).hasSize(1);
        at.answerCancellation(order, true);
        assertThat(at.road.units(order, Bucket.CANCELLED)).isEqualTo(2);
        at.change(at.road.shop.order("1", "LAMP×2").to(AmendedRoad.NEW_STREET).phone("+49 30 2"));
        assertThat(at.road.units(order, Bucket.CANCELLED)).isEqualTo(2);
        assertThat(at.road.tasks()).isEmpty();
    }

    @Test
    void interceptingNeedsANote() {
        SalesOrderId order = at.asked();
        at.answer(order, false);

        assertThatThrownBy(() -> at.decide(order, Choice.INTERCEPT, " ")).isInstanceOf(Problem.class);
        at.decide(order, Choice.INTERCEPT, "DHL was called, case 4711");
        assertThat(at.last(order).decisionNote()).contains("4711");
    }

    @Test
    void silenceIsRemindedOfOnceAndThenATask() {
        SalesOrderId order = at.sent("LAMP×2");
        at.road.acknowledge(at.po(order), "A1", accept(1, 2));
        at.change(at.road.shop.order("1", "LAMP×2").to(AmendedRoad.NEW_STREET));
        at.road.work();

        at.road.later(Duration.ofDays(1));
        JsonNode reminder =
                at.road.endpoint.documents("purchase_order.reminder").getFirst();
        assertThat(reminder.path("amendmentId").stringValue())
                .isEqualTo(at.last(order).id().value().toString());
        assertThat(at.road.transmissions(at.po(order)).getLast().transmission().idempotencyKey())
                .endsWith(".v1.amendment-1.reminder");
        assertThat(at.road.tasks()).isEmpty();
        at.road.later(Duration.ofDays(4));

        assertThat(at.road.taskKinds()).contains("purchasing.amendment-unanswered");
        at.decide(order, Choice.LET_GO, "she picks it up at the old place");
        assertThat(at.last(order).status()).isEqualTo(Status.DECIDED);
        assertThat(at.road.taskKinds()).doesNotContain("purchasing.amendment-unanswered");
        assertProblem(() -> at.answer(order, true), PurchasingProblem.AMENDMENT_CLOSED);
        assertThat(at.road.endpoint.documents("purchase_order.reminder")).hasSize(1);
    }

    @Test
    void goodsThatLeaveFirstMakeItATask() {
        SalesOrderId order = at.asked();

        at.ship(order, 2);

        assertThat(at.last(order).status()).isEqualTo(Status.OVERTAKEN);
        assertThat(at.road.taskKinds()).containsExactly("purchasing.amendment-overtaken");
        assertThat(at.answer(order, true).status()).isEqualTo(Status.OVERTAKEN);
        assertThatThrownBy(() -> at.decide(order, Choice.CANCEL, null)).isInstanceOf(Problem.class);
        at.decide(order, Choice.INTERCEPT, "DHL diverts it");
        assertThat(at.road.tasks()).isEmpty();
    }

    @Test
    void anotherCountryIsAPersonsDecisionBeforeTheSupplierIsAsked() {
        SalesOrderId order = at.sent("LAMP×2");

        at.change(at.road.shop.order("1", "LAMP×2").to(AmendedRoad.VIENNA));
        at.road.work();

        assertThat(at.road.endpoint.documents("purchase_order.amendment")).isEmpty();
        assertThat(at.last(order).status()).isEqualTo(Status.HELD);
        assertThat(at.road.tasks())
                .singleElement()
                .satisfies(task -> assertThat(task.title()).contains("AT", "DE", "ACME GmbH", "#1"));
        at.decide(order, Choice.ASK, null);
        at.road.work();
        assertThat(at.road.endpoint.documents("purchase_order.amendment")).hasSize(1);
        at.answer(order, true);
        assertThat(at.po(order).shipCountry()).isEqualTo("AT");
        assertThat(at.road.tasks()).isEmpty();
    }
}
