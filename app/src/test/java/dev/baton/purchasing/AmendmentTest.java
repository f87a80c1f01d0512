package dev.baton.purchasing;

import static dev.baton.purchasing.AmendedRoad.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.orders.CancelOrders;
import dev.baton.orders.CancelRequest;
import dev.baton.orders.SalesOrderId;
import dev.baton.purchasing.Amendment.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Situation 2: the delivery is changed in the store after the purchase order went out; the supplier is asked. */
class AmendmentTest {

    private final AmendedRoad at = new AmendedRoad();

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void asksTheSupplierAndMakesItsYesTheNextVersion() {
        SalesOrderId order = at.sent("LAMP×2");

        at.change(at.road.shop.order("1", "LAMP×2").to(AmendedRoad.NEW_STREET).gift("For you"));
        at.road.work();

        JsonNode asked = at.road.endpoint.documents("purchase_order.amendment").getFirst();
        assertThat(asked.path("number").stringValue()).isEqualTo(at.po(order).number());
        assertThat(asked.path("version").intValue()).isEqualTo(1);
        assertThat(asked.path("nextVersion").intValue()).isEqualTo(2);
        assertThat(asked.path("changes").toString()).isEqualTo("[\"ship_to\",\"gift_message\"]");
        assertThat(asked.at("/shipTo/line1").stringValue()).isEqualTo("Neue Straße 9");
        assertThat(asked.path("giftMessage").stringValue()).isEqualTo("For you");
        assertThat(asked.at("/lines/0/quantity").intValue()).isEqualTo(2);
        assertThat(at.road.transmissions(at.po(order)).getLast().transmission().idempotencyKey())
                .isEqualTo(at.po(order).number() + ".v1.amendment-1");
        assertThat(at.po(order).version()).isEqualTo(1);
        assertThat(at.road.tasks()).isEmpty();

        AmendmentOutcome outcome = at.answer(order, true);

        assertThat(outcome.status()).isEqualTo(Status.AGREED);
        assertThat(outcome.version()).isEqualTo(2);
        assertThat(at.po(order).customerRecord()).isEqualTo(at.road.order(order).customerRecord());
        assertThat(at.road.tasks()).isEmpty();
        assertThat(at.road.purchaseOrders(order)).hasSize(1);
    }

    @Test
    void answersTheSameAnswerAlikeAndRefusesTheOther() {
        SalesOrderId order = at.asked();
        AmendmentOutcome first = at.answer(order, true);

        assertThat(at.answer(order, true)).isEqualTo(first);
        assertProblem(() -> at.answer(order, false), PurchasingProblem.AMENDMENT_ANSWERED);
        assertThat(at.po(order).version()).isEqualTo(2);
    }

    @Test
    void refusesAnAnswerToAQuestionNobodyAsked() {
        SalesOrderId order = at.sent("LAMP×1");

        assertProblem(
                () -> at.answer(order, new AmendmentId(UUID.randomUUID()), true), PurchasingProblem.UNKNOWN_AMENDMENT);
    }

    @Test
    void whatIsNotAskedYetIsAskedAsTheStoreWantsItLast() {
        SalesOrderId order = at.sent("LAMP×2");
        at.change(at.road.shop.order("1", "LAMP×2").gift("For you"));

        at.change(at.road.shop.order("1", "LAMP×2").gift("For her"));
        at.road.work();

        assertThat(at.road.endpoint.documents("purchase_order.amendment"))
                .singleElement()
                .satisfies(asked ->
                        assertThat(asked.path("giftMessage").stringValue()).isEqualTo("For her"));
        assertThat(at.po(order).amendments()).hasSize(1);
    }

    @Test
    void whatIsTakenBackBeforeItIsAskedNeverLeaves() {
        SalesOrderId order = at.sent("LAMP×2");
        at.change(at.road.shop.order("1", "LAMP×2").gift("For you"));

        at.change(at.road.shop.order("1", "LAMP×2"));
        at.road.work();

        assertThat(at.road.endpoint.documents("purchase_order.amendment")).isEmpty();
        assertThat(at.last(order).status()).isEqualTo(Status.WITHDRAWN);
    }

    @Test
    void whatChangesWhileAQuestionIsOpenIsAskedNext() {
        SalesOrderId order = at.asked();

        at.change(at.road.shop.order("1", "LAMP×2").to(AmendedRoad.NEW_STREET).gift("For you"));
        at.road.work();
        assertThat(at.road.endpoint.documents("purchase_order.amendment")).hasSize(1);
        at.answer(order, true);
        at.road.work();

        JsonNode second = at.road.endpoint.documents("purchase_order.amendment").getLast();
        assertThat(second.path("changes").toString()).isEqualTo("[\"gift_message\"]");
        assertThat(second.path("version").intValue()).isEqualTo(2);
        assertThat(at.road.transmissions(at.po(order)).getLast().transmission().idempotencyKey())
                .endsWith(".v2.amendment-2");
    }

    @Test
    void aCancellationGoesFirstAndWhatStillDiffersIsAskedAfterIt() {
        SalesOrderId order = at.asked();

        at.road
                .baton
                .bean(CancelOrders.class)
                .cancel(
                        at.road.merchant,
                        order,
                        new CancelRequest(
                                "one less",
                                Map.of(at.road.order(order).lines().getFirst().id(), 1)));
        at.road.work();
        assertThat(at.last(order).status()).isEqualTo(Status.REPLACED);
        assertThat(at.open(order)).isEqualTo(1);
        AmendmentId replaced = at.last(order).id();
        assertProblem(() -> at.answer(order, replaced, true), PurchasingProblem.AMENDMENT_CLOSED);
        at.answerCancellation(order, true);
        at.road.work();

        JsonNode again = at.road.endpoint.documents("purchase_order.amendment").getLast();
        assertThat(again.at("/lines/0/quantity").intValue()).isEqualTo(1);
        assertThat(at.road.endpoint.documents("purchase_order.amendment")).hasSize(2);
        at.answer(order, true);
        assertThat(at.po(order).version()).isEqualTo(2);
    }

    @Test
    void anAmendmentWaitsForTheAnswerToAnOpenCancellation() {
        SalesOrderId order = at.sent("LAMP×2", "VASE×1");
        at.change(at.road.shop.order("1").line("LAMP", 2, 0).line("VASE", 1).to(AmendedRoad.NEW_STREET));
        at.road.work();

        assertThat(at.road.endpoint.documents("purchase_order.cancellation")).hasSize(1);
        assertThat(at.road.endpoint.documents("purchase_order.amendment")).isEmpty();
        assertThat(at.open(order)).isEqualTo(1);
        at.answerCancellation(order, true);
        at.road.later(Duration.ofMinutes(1));

        assertThat(at.road.endpoint.documents("purchase_order.amendment")).hasSize(1);
    }

    @Test
    void anAmendmentThatTurnsToAnotherCountryIsNotSent() {
        SalesOrderId order = at.sent("LAMP×2");
        at.change(at.road.shop.order("1", "LAMP×2").to(AmendedRoad.NEW_STREET));

        at.change(at.road.shop.order("1", "LAMP×2").to(AmendedRoad.VIENNA));
        at.road.work();

        assertThat(at.road.endpoint.documents("purchase_order.amendment")).isEmpty();
        assertThat(at.po(order).amendments())
                .extracting(Amendment::status)
                .containsExactly(Status.WITHDRAWN, Status.HELD);
    }

    @Test
    void waitsUntilThePurchaseOrderHasArrived() {
        at.road.endpoint.answers(500, "");
        SalesOrderId order = at.sent("LAMP×2");

        at.change(at.road.shop.order("1", "LAMP×2").to(AmendedRoad.NEW_STREET));
        at.road.work();
        assertThat(at.road.endpoint.documents("purchase_order.amendment")).isEmpty();
        at.road.later(Duration.ofMinutes(1));
        at.road.later(Duration.ofMinutes(1));

        assertThat(at.road.endpoint.got())
                .extracting(got -> got.json().path("type").stringValue())
                .containsExactly("purchase_order", "purchase_order", "purchase_order.amendment");
        assertThat(at.last(order).status()).isEqualTo(Status.ASKED);
    }

    @Test
    void repeatsCarryTheSameBytesUnderTheSameKey() {
        SalesOrderId order = at.sent("LAMP×2");
        at.road.endpoint.answers(503, "");
        at.change(at.road.shop.order("1", "LAMP×2").to(AmendedRoad.NEW_STREET));
        at.road.work();
        at.road.later(Duration.ofMinutes(5));

        List<JsonNode> got = at.road.endpoint.documents("purchase_order.amendment");
        assertThat(got).hasSizeGreaterThan(1);
        assertThat(got).containsOnly(got.getFirst());
        assertThat(at.last(order).status()).isEqualTo(Status.ASKED);
    }
}
