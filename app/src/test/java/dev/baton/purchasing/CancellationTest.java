package dev.baton.purchasing;

import static dev.baton.trading.TestRoad.accept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.orders.Bucket;
import dev.baton.orders.CancelOrders;
import dev.baton.orders.CancelOutcome;
import dev.baton.orders.CancelRequest;
import dev.baton.orders.OrderView.LineView;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.Problem;
import dev.baton.purchasing.AnswerCancellation.CancellationReply;
import dev.baton.shipping.NewShipment;
import dev.baton.shipping.NewShipment.NewPackage;
import dev.baton.shipping.NewShipment.PackageLine;
import dev.baton.shipping.RecordShipments;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.trading.TestRoad;
import dev.baton.trading.TransmissionKind;
import dev.baton.trading.TransmissionStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CancellationTest {

    private final TestRoad road = new TestRoad();
    private SupplierId acme;

    @BeforeEach
    void open() {
        acme = road.supplier("ACME", Netting.GROSS);
        road.goods("LAMP", acme);
        road.goods("VASE", acme);
    }

    @AfterEach
    void close() {
        road.close();
    }

    @Test
    void sendsNothingWhenTheOrderIsCancelledBefore() {
        SalesOrderId order = road.place("1", "LAMP×2");

        CancelOutcome outcome = cancel(order);
        road.work();

        assertThat(outcome).isEqualTo(new CancelOutcome(2, 0, 0));
        assertThat(road.endpoint.got()).isEmpty();
        assertThat(road.purchaseOrder(order).status()).isEqualTo(PurchaseOrderStatus.WITHDRAWN);
        assertThat(road.transmission(road.purchaseOrder(order)).transmission().status())
                .isEqualTo(TransmissionStatus.WITHDRAWN);
        assertThat(road.openWork()).isZero();
        assertThat(road.available("LAMP")).isEqualTo(10);
    }

    @Test
    void leavesAWithdrawnLineOffTheDocument() {
        SalesOrderId order = road.place("1", "LAMP×2", "VASE×1");

        cancel(order, "LAMP", 2);
        road.work();

        JsonNode document = road.endpoint.got().getFirst().json();
        assertThat(document.path("lines").size()).isEqualTo(1);
        assertThat(document.at("/lines/0/sku").stringValue()).isEqualTo("S-VASE");
        assertThat(road.purchaseOrder(order).status()).isEqualTo(PurchaseOrderStatus.SENT);
    }

    @Test
    @DisplayName("Cancelling leaves a to-do note and the supplier still ships (odoo #239569)")
    void asksTheSupplierOnceItWasToldAndCancelsWhatItAgreesTo() {
        SalesOrderId order = sent("LAMP×2");

        CancelOutcome outcome = cancel(order);
        road.work();

        assertThat(outcome).isEqualTo(new CancelOutcome(0, 2, 0));
        JsonNode asked = road.endpoint.documents("purchase_order.cancellation").getFirst();
        assertThat(asked.path("number").stringValue())
                .isEqualTo(road.purchaseOrder(order).number());
        assertThat(asked.at("/lines/0/quantity").intValue()).isEqualTo(2);
        assertThat(asked.path("reason").stringValue()).isEqualTo("changed their mind");

        CancellationOutcome answered = answer(order, true);

        assertThat(answered.status()).isEqualTo(Cancellation.Status.AGREED);
        assertThat(answered.cancelledUnits()).isEqualTo(2);
        assertThat(road.units(order, Bucket.CANCELLED)).isEqualTo(2);
        assertThat(road.purchaseOrder(order).status()).isEqualTo(PurchaseOrderStatus.CANCELLED);
        assertThat(road.available("LAMP")).isEqualTo(10);
        assertThat(road.openWork()).isZero();
        assertThat(road.tasks()).isEmpty();
    }

    @Test
    void goesOnAndTellsAPersonWhenTheSupplierRefuses() {
        SalesOrderId order = sent("LAMP×2");
        cancel(order);
        road.work();

        CancellationOutcome answered = answer(order, false);

        assertThat(answered.status()).isEqualTo(Cancellation.Status.REFUSED);
        assertThat(road.units(order, Bucket.SENT)).isEqualTo(2);
        assertThat(line(order).cancelRequested()).isZero();
        assertThat(road.taskKinds()).containsExactly("purchasing.cancellation-refused");
    }

    @Test
    void answersTheSameAnswerAlikeAndRefusesTheOther() {
        SalesOrderId order = sent("LAMP×2");
        cancel(order);
        road.work();
        CancellationOutcome first = answer(order, true);

        assertThat(answer(order, true)).isEqualTo(first);
        assertThatThrownBy(() -> answer(order, false))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(PurchasingProblem.CANCELLATION_ANSWERED));
        assertThat(road.units(order, Bucket.CANCELLED)).isEqualTo(2);
    }

    @Test
    void refusesAnAnswerToAQuestionNobodyAsked() {
        SalesOrderId order = sent("LAMP×2");

        assertThatThrownBy(() -> road.baton
                        .bean(AnswerCancellation.class)
                        .answer(
                                road.merchant,
                                acme,
                                road.purchaseOrder(order).number(),
                                new CancellationReply(new CancellationId(UUID.randomUUID()), true, null)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(PurchasingProblem.UNKNOWN_CANCELLATION));
    }

    @Test
    void putsOneQuestionAtATimeAndGathersWhatIsAskedMeanwhile() {
        SalesOrderId order = sent("LAMP×3");
        cancel(order, "LAMP", 1);
        cancel(order, "LAMP", 1);
        road.work();

        assertThat(road.endpoint.documents("purchase_order.cancellation")).hasSize(1);
        assertThat(road.purchaseOrder(order).cancellations())
                .extracting(Cancellation::status)
                .containsExactly(Cancellation.Status.OPEN, Cancellation.Status.WAITING);

        answer(order, true);
        road.work();

        assertThat(road.endpoint.documents("purchase_order.cancellation")).hasSize(2);
        answer(order, true);
        assertThat(road.units(order, Bucket.CANCELLED)).isEqualTo(2);
        assertThat(road.units(order, Bucket.SENT)).isEqualTo(1);
    }

    @Test
    void countsWhatHadLeftWhenTheSupplierAgreesTooLate() {
        SalesOrderId order = sent("LAMP×3");
        cancel(order, "LAMP", 3);
        road.work();
        ship(order, "S1", 2);

        CancellationOutcome answered = answer(order, true);

        assertThat(answered.cancelledUnits()).isEqualTo(1);
        assertThat(answered.shippedUnits()).isEqualTo(2);
        assertThat(road.units(order, Bucket.SHIPPED)).isEqualTo(2);
        assertThat(road.units(order, Bucket.CANCELLED)).isEqualTo(1);
        assertThat(road.purchaseOrder(order).status()).isEqualTo(PurchaseOrderStatus.SHIPPED);
        assertThat(road.taskKinds()).containsExactly("purchasing.cancellation-refused");
    }

    @Test
    void endsTheQuestionWhenEverythingLeftBeforeAnAnswer() {
        SalesOrderId order = sent("LAMP×2");
        cancel(order);
        road.work();

        ship(order, "S1", 2);

        assertThat(road.purchaseOrder(order).cancellations())
                .extracting(Cancellation::status)
                .containsExactly(Cancellation.Status.OVERTAKEN);
        assertThat(road.units(order, Bucket.SHIPPED)).isEqualTo(2);
        assertThat(line(order).cancelRequested()).isZero();
        assertThat(road.taskKinds()).containsExactly("purchasing.cancellation-refused");
        assertThat(road.openWork()).isZero();
        assertThat(answer(order, false).status()).isEqualTo(Cancellation.Status.OVERTAKEN);
    }

    @Test
    void cancelsInsteadOfReroutingWhatIsRejectedAfterItWasCancelled() {
        SupplierId bolt = road.supplier("BOLT", Netting.GROSS);
        road.shop.offer("LAMP", bolt, "S-LAMP", "11.00", 10);
        SalesOrderId order = sent("LAMP×2");
        cancel(order);
        road.work();

        road.acknowledge(
                road.purchaseOrder(order),
                "A1",
                new Acknowledgement.Statement(
                        1, Acknowledgement.Action.REJECT, 2, dev.baton.orders.RejectReason.OUT_OF_STOCK, null, null));

        assertThat(road.units(order, Bucket.CANCELLED)).isEqualTo(2);
        assertThat(road.purchaseOrders(order)).hasSize(1);
        assertThat(road.purchaseOrder(order).cancellations())
                .extracting(Cancellation::status)
                .containsExactly(Cancellation.Status.OVERTAKEN);
    }

    @Test
    void aRejectThatMeetsAnOpenCancellationLosesNoWantedUnit() {
        SalesOrderId order = sent("LAMP×3");
        cancel(order, "LAMP", 1);
        road.work();

        road.acknowledge(
                road.purchaseOrder(order),
                "A1",
                new Acknowledgement.Statement(
                        1, Acknowledgement.Action.REJECT, 1, dev.baton.orders.RejectReason.OTHER, null, null),
                accept(1, 2));
        CancellationOutcome answered = answer(order, true);

        assertThat(answered.cancelledUnits()).isZero();
        assertThat(road.units(order, Bucket.ACCEPTED)).isEqualTo(2);
        assertThat(road.purchaseOrder(order).lines().getFirst().units().owed()).isEqualTo(2);
        assertThat(road.tasks()).isEmpty();
    }

    @Test
    void aRejectAlsoEndsWhatWasToBeAskedNext() {
        SalesOrderId order = sent("LAMP×3");
        cancel(order, "LAMP", 1);
        cancel(order, "LAMP", 1);
        road.work();

        road.acknowledge(
                road.purchaseOrder(order),
                "A1",
                new Acknowledgement.Statement(
                        1, Acknowledgement.Action.REJECT, 2, dev.baton.orders.RejectReason.OUT_OF_STOCK, null, null));
        road.work();

        assertThat(road.purchaseOrder(order).cancellations())
                .extracting(Cancellation::status)
                .containsOnly(Cancellation.Status.OVERTAKEN);
        assertThat(road.units(order, Bucket.SENT)).isEqualTo(1);
        assertThat(road.endpoint.documents("purchase_order.cancellation")).hasSize(1);
    }

    @Test
    void asksAPersonToCallWhenNoAnswerComesInTheAgreedHours() {
        SalesOrderId order = sent("LAMP×2");
        road.acknowledge(road.purchaseOrder(order), "A1", accept(1, 2));
        cancel(order);
        road.work();

        road.later(Duration.ofDays(4));

        assertThat(road.taskKinds()).containsExactly("purchasing.cancellation-unanswered");
        String number = road.purchaseOrder(order).number();
        assertThat(road.tasks().getFirst().title())
                .startsWith("ACME GmbH did not say whether it")
                .contains("can still cancel 2 units of")
                .endsWith("(" + number + ")");
        assertThat(road.tasks().getFirst().detail())
                .contains("not to ship 2 units of line 1 of " + number, "Call ACME GmbH");
        assertThat(road.openWork()).isZero();
        answer(order, true);
        assertThat(road.tasks()).isEmpty();
    }

    @Test
    void answersItselfWhenTheSuppliersSystemNeverTookThePurchaseOrder() {
        road.endpoint.answers(422, "no");
        SalesOrderId order = sent("LAMP×2");
        assertThat(road.purchaseOrder(order).status()).isEqualTo(PurchaseOrderStatus.UNDELIVERED);

        cancel(order);
        road.work();

        assertThat(road.endpoint.got()).hasSize(1);
        assertThat(road.units(order, Bucket.CANCELLED)).isEqualTo(2);
        assertThat(road.purchaseOrder(order).status()).isEqualTo(PurchaseOrderStatus.CANCELLED);
        assertThat(road.transmissions(road.purchaseOrder(order)))
                .extracting(view -> view.transmission().status())
                .containsOnly(TransmissionStatus.WITHDRAWN);
        assertThat(road.tasks()).isEmpty();
        assertThat(road.openWork()).isZero();
    }

    @Test
    void letsThePurchaseOrderArriveBeforeItsCancellation() {
        road.endpoint.answers(500, "");
        SalesOrderId order = sent("LAMP×2");

        cancel(order);
        road.work();
        assertThat(road.endpoint.got()).hasSize(1);
        road.later(Duration.ofMinutes(1));
        road.later(Duration.ofMinutes(1));

        assertThat(road.endpoint.got())
                .extracting(got -> got.json().path("type").stringValue())
                .containsExactly("purchase_order", "purchase_order", "purchase_order.cancellation");
        assertThat(road.transmissions(road.purchaseOrder(order)))
                .extracting(view -> view.transmission().kind())
                .containsExactly(TransmissionKind.PURCHASE_ORDER, TransmissionKind.CANCELLATION);
    }

    private SalesOrderId sent(String... lines) {
        SalesOrderId order = road.place("1", lines);
        road.work();
        return order;
    }

    private CancelOutcome cancel(SalesOrderId order) {
        return road.baton
                .bean(CancelOrders.class)
                .cancel(road.merchant, order, new CancelRequest("changed their mind", Map.of()));
    }

    private void cancel(SalesOrderId order, String sku, int units) {
        LineView line = road.order(order).lines().stream()
                .filter(each -> sku.equals(each.sku()))
                .findFirst()
                .orElseThrow();
        road.baton
                .bean(CancelOrders.class)
                .cancel(road.merchant, order, new CancelRequest("changed their mind", Map.of(line.id(), units)));
    }

    /** Answers the latest question that was put. */
    private CancellationOutcome answer(SalesOrderId order, boolean accepted) {
        PurchaseOrderView view = road.purchaseOrder(order);
        Cancellation question = view.cancellations().stream()
                .filter(each -> each.status() != Cancellation.Status.WAITING)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        return road.baton
                .bean(AnswerCancellation.class)
                .answer(road.merchant, acme, view.number(), new CancellationReply(question.id(), accepted, null));
    }

    private void ship(SalesOrderId order, String reference, int units) {
        road.baton
                .bean(RecordShipments.class)
                .record(
                        road.merchant,
                        acme,
                        List.of(new NewShipment(
                                road.purchaseOrder(order).number(),
                                reference,
                                road.baton.clock().instant(),
                                List.of(new NewPackage(
                                        "ups", "1Z999AA10123456784", null, List.of(new PackageLine(1, units)))))));
    }

    private LineView line(SalesOrderId order) {
        return road.order(order).lines().getFirst();
    }
}
