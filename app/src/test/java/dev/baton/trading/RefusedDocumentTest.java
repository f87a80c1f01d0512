package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.orders.Bucket;
import dev.baton.orders.CancelOrders;
import dev.baton.orders.CancelRequest;
import dev.baton.orders.OrderView.LineView;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.work.ParkedWork;
import dev.baton.platform.work.RetryWork;
import dev.baton.platform.work.Work;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A purchase order the supplier's system refused, and what a person or the supplier may still do with it. */
class RefusedDocumentTest {

    private final TestRoad road = new TestRoad();

    @BeforeEach
    void open() {
        SupplierId acme = road.supplier("ACME", Netting.GROSS);
        road.goods("LAMP", acme);
        road.goods("RUG", acme);
    }

    @AfterEach
    void close() {
        road.close();
    }

    /** What is sent again are the bytes of the first attempt, cancelled units included: the supplier has to be told. */
    @Test
    void aResendOfARefusedDocumentIsFollowedByTheCancellationOfPartOfIt() {
        SalesOrderId order = road.place("1", "LAMP×1", "RUG×1");
        PurchaseOrderView issued = road.purchaseOrder(order);
        road.endpoint.answers(400, "no");
        road.work();
        LineView lamp = road.order(order).lines().getFirst();
        road.baton
                .bean(CancelOrders.class)
                .cancel(road.merchant, order, new CancelRequest("changed my mind", Map.of(lamp.id(), 1)));
        road.work();
        assertThat(road.units(order, Bucket.CANCELLED)).isZero();

        resend(road.transmission(issued));
        road.work();
        road.later(Duration.ofMinutes(1));

        assertThat(road.endpoint.documents("purchase_order.cancellation"))
                .singleElement()
                .satisfies(
                        asked -> assertThat(asked.path("number").stringValue()).isEqualTo(issued.number()));
    }

    @Test
    void sendsAgainWhatAPersonBringsBackAsParkedWork() {
        PurchaseOrderView issued = road.purchaseOrder(road.place("1", "LAMP×1"));
        road.endpoint.answers(400, "no");
        road.work();
        UUID parked = road.baton.in(
                road.merchant,
                () -> road.baton
                        .bean(ParkedWork.class)
                        .page(road.merchant, null, 10)
                        .getFirst()
                        .id());

        road.baton.bean(RetryWork.class).retry(road.merchant, parked);
        road.work();

        assertThat(road.transmission(issued).transmission().status()).isEqualTo(TransmissionStatus.SENT);
        assertThat(road.endpoint.got()).hasSize(2);
        assertThat(road.tasks()).isEmpty();
    }

    @Test
    void leavesNothingForAPersonWhenTheSupplierAnswersDuringAnAttemptThatFails() {
        PurchaseOrderView issued = road.purchaseOrder(road.place("1", "LAMP×1"));
        road.endpoint.answers(400, "no");
        road.endpoint.meanwhile(() -> road.acknowledge(issued, "A1", TestRoad.accept(1, 1)));

        road.work();

        assertThat(road.transmission(issued).transmission().status()).isEqualTo(TransmissionStatus.ACKNOWLEDGED);
        assertThat(road.taskKinds()).isEmpty();
        assertThat(road.baton.<Long>in(
                        road.merchant, () -> road.baton.bean(Work.class).countParked(road.merchant)))
                .isZero();
    }

    private void resend(TransmissionView view) {
        road.baton
                .bean(ResendTransmissions.class)
                .resend(road.merchant, view.transmission().id());
    }
}
