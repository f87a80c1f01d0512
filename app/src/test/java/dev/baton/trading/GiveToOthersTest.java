package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.orders.Bucket;
import dev.baton.orders.RejectReason;
import dev.baton.orders.SalesOrderId;
import dev.baton.purchasing.Acknowledgement;
import dev.baton.purchasing.Cancellation;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.ReroutePurchaseOrder.Given;
import dev.baton.purchasing.RerouteRoad;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A purchase order its supplier may have goes to another one, but never before the first has agreed to leave it. */
class GiveToOthersTest extends GivenAway {

    @Test
    void anUnansweredOneStaysWithItsSupplierUntilItAgreesAndGoesToAnotherThen() {
        SalesOrderId order = sent("LAMP×2");
        road.later(Duration.ofDays(1));
        PurchaseOrderView first = road.purchaseOrder(order);

        assertThat(preview(first)).isEqualTo(new Given(PurchaseOrderStatus.SENT, RerouteRoad.ASKS_FIRST, 2));
        assertThat(give(first)).isEqualTo(preview(first));
        road.work();

        assertThat(road.purchaseOrders(order)).as("nobody else has it yet").hasSize(1);
        assertThat(road.units(order, Bucket.SENT)).isEqualTo(2);
        assertThat(road.available("LAMP")).as("claimed once").isEqualTo(18);
        assertThat(questions(order)).extracting(Cancellation::forOthers).containsExactly(true);
        assertThat(road.endpoint
                        .documents("purchase_order.cancellation")
                        .getFirst()
                        .path("reason")
                        .stringValue())
                .isEqualTo(REASON);

        answer(order, true);
        road.work();

        assertThat(road.purchaseOrders(order))
                .extracting(PurchaseOrderView::supplier)
                .containsExactly(acme, nord);
        assertThat(road.purchaseOrders(order))
                .extracting(PurchaseOrderView::status)
                .containsExactly(PurchaseOrderStatus.CANCELLED, PurchaseOrderStatus.SENT);
        assertThat(road.units(order, Bucket.SENT)).isEqualTo(2);
        assertThat(road.units(order, Bucket.CANCELLED)).isZero();
        assertThat(road.available("LAMP")).as("claimed once").isEqualTo(18);
        assertThat(road.tasks()).isEmpty();
    }

    @Test
    void aNoLeavesItWhereItIsAndTellsAPerson() {
        SalesOrderId order = sent("LAMP×2");
        give(road.purchaseOrder(order));
        road.work();

        answer(order, false);
        road.work();

        assertThat(road.purchaseOrder(order).status()).isEqualTo(PurchaseOrderStatus.SENT);
        assertThat(road.units(order, Bucket.SENT)).isEqualTo(2);
        assertThat(asked(order)).isZero();
        assertThat(road.tasks()).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo("purchasing.cancellation-refused");
            assertThat(task.title())
                    .contains("keeps " + road.purchaseOrder(order).number());
            assertThat(task.detail()).contains("2 units stay with it");
        });
        assertThat(give(road.purchaseOrder(order)).units())
                .as("it may be asked once more")
                .isEqualTo(2);
    }

    @Test
    void silenceBringsAPersonToCall() {
        SalesOrderId order = sent("LAMP×1");
        road.acknowledge(road.purchaseOrder(order), "A1", TestRoad.accept(1, 1));
        give(road.purchaseOrder(order));
        road.work();

        road.later(Duration.ofDays(4));

        assertThat(road.taskKinds()).contains("purchasing.cancellation-unanswered");
        assertThat(road.purchaseOrders(order)).hasSize(1);
        answer(order, true);
        assertThat(road.purchaseOrders(order))
                .as("what was promised goes on, too")
                .hasSize(2);
        assertThat(road.units(order, Bucket.ALLOCATED)).isEqualTo(1);
    }

    @Test
    void oneOfWhichNobodyKnowsWhetherItArrivedIsAskedBackFirst() {
        for (int i = 0; i < Transmission.ATTEMPTS; i++) {
            road.endpoint.answers(500, "");
        }
        SalesOrderId order = sent("LAMP×1");
        for (int i = 0; i < Transmission.ATTEMPTS; i++) {
            road.later(Duration.ofHours(2));
        }
        PurchaseOrderView first = road.purchaseOrder(order);
        assertThat(first.status()).isEqualTo(PurchaseOrderStatus.UNKNOWN);

        assertThat(give(first)).isEqualTo(new Given(PurchaseOrderStatus.UNKNOWN, RerouteRoad.ASKS_FIRST, 1));
        road.work();
        assertThat(road.endpoint.documents("purchase_order.cancellation")).hasSize(1);
        assertThat(road.purchaseOrders(order)).hasSize(1);

        answer(order, true);
        assertThat(road.purchaseOrders(order))
                .extracting(PurchaseOrderView::supplier)
                .containsExactly(acme, nord);
    }

    @Test
    void oneThatTurnsOutNeverToHaveArrivedGoesOnWithoutAnAnswer() {
        road.endpoint.answers(503, "");
        SalesOrderId order = sent("LAMP×2");
        assertThat(road.purchaseOrder(order).status()).isEqualTo(PurchaseOrderStatus.SENDING);
        give(road.purchaseOrder(order));
        road.endpoint.answers(422, "no");

        road.later(Duration.ofMinutes(1));
        road.later(Duration.ofMinutes(1));

        assertThat(road.endpoint.documents("purchase_order.cancellation")).isEmpty();
        assertThat(road.purchaseOrders(order))
                .extracting(PurchaseOrderView::supplier)
                .containsExactly(acme, nord);
        assertThat(road.purchaseOrders(order).getFirst().status()).isEqualTo(PurchaseOrderStatus.CANCELLED);
        assertThat(road.units(order, Bucket.SENT)).isEqualTo(2);
        assertThat(road.tasks()).isEmpty();
    }

    @Test
    void oneThatWasParkedBeforeAnythingLeftGoesToAnotherAtOnce() {
        SupplierId mute = road.supplier("MUTE", Netting.GROSS, null, true);
        road.goods("VASE", mute);
        SalesOrderId order = sent("VASE×2");
        PurchaseOrderView first = road.purchaseOrder(order);
        assertThat(road.transmission(first).transmission().status()).isEqualTo(TransmissionStatus.PARKED);
        road.shop.offer("VASE", nord, "S-VASE", "11.00", 10);

        assertThat(give(first)).isEqualTo(new Given(PurchaseOrderStatus.ISSUED, RerouteRoad.AT_ONCE, 2));
        road.work();

        assertThat(road.purchaseOrders(order))
                .extracting(PurchaseOrderView::supplier)
                .containsExactly(mute, nord);
        assertThat(road.purchaseOrders(order))
                .extracting(PurchaseOrderView::status)
                .containsExactly(PurchaseOrderStatus.WITHDRAWN, PurchaseOrderStatus.SENT);
        assertThat(road.transmission(first).transmission().status()).isEqualTo(TransmissionStatus.WITHDRAWN);
        assertThat(road.available("VASE")).isEqualTo(18);
        assertThat(road.tasks()).isEmpty();
    }

    @Test
    void itNeverComesBackToTheSupplierItWasTakenFrom() {
        road.shop.offer("LAMP", acme, "S-LAMP-2", "10.50", 10);
        SalesOrderId order = sent("LAMP×2");
        give(road.purchaseOrder(order));
        answer(order, true);
        road.work();

        PurchaseOrderView second = road.purchaseOrders(order).getLast();
        assertThat(second.supplier()).isEqualTo(nord);
        road.acknowledge(
                second,
                "A1",
                new Acknowledgement.Statement(1, Acknowledgement.Action.REJECT, 2, RejectReason.OTHER, null, null));

        assertThat(road.purchaseOrders(order)).hasSize(2);
        assertThat(road.units(order, Bucket.SENT) + road.units(order, Bucket.ALLOCATED))
                .isZero();
    }

    @Test
    void itWaitsWhereNobodyElseHasIt() {
        road.goods("VASE", acme);
        SalesOrderId order = sent("VASE×1");
        give(road.purchaseOrder(order));
        answer(order, true);

        assertThat(road.purchaseOrders(order)).hasSize(1);
        assertThat(road.units(order, Bucket.OPEN) + road.units(order, Bucket.WAITING))
                .isEqualTo(1);
    }
}
