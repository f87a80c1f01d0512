package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.orders.Bucket;
import dev.baton.orders.CancelOrders;
import dev.baton.orders.CancelRequest;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a supplier certainly never got goes to another one, in one act. */
class RerouteUndeliveredTest {

    private final TestRoad road = new TestRoad();
    private SupplierId acme;
    private SupplierId nord;

    @BeforeEach
    void open() {
        acme = road.supplier("ACME", Netting.GROSS);
        nord = road.supplier("NORD", Netting.GROSS);
        road.goods("LAMP", acme, nord);
    }

    @AfterEach
    void close() {
        road.close();
    }

    @Test
    void goesToTheNextSupplierAndIsNeverSentToTheFirst() {
        SalesOrderId order = refused("1", "LAMP×2");
        PurchaseOrderView first = road.purchaseOrder(order);

        int units = reroute(first.id());
        road.work();

        assertThat(units).isEqualTo(2);
        List<PurchaseOrderView> all = road.purchaseOrders(order);
        assertThat(all).extracting(PurchaseOrderView::supplier).containsExactly(acme, nord);
        assertThat(all)
                .extracting(PurchaseOrderView::status)
                .containsExactly(PurchaseOrderStatus.REJECTED, PurchaseOrderStatus.SENT);
        assertThat(road.purchaseOrder(first.number()).sentAt())
                .as("the supplier never had it")
                .isNull();
        assertThat(road.transmission(first).transmission().status()).isEqualTo(TransmissionStatus.WITHDRAWN);
        assertThat(road.taskKinds()).isEmpty();
        assertThat(road.units(order, Bucket.SENT)).isEqualTo(2);
        road.later(Duration.ofDays(2));
        assertThat(road.endpoint.documents("purchase_order"))
                .extracting(document -> document.path("number").asString())
                .containsExactly(first.number(), all.getLast().number());
    }

    @Test
    void whatNobodyWaitsForAnyMoreGoesToNobody() {
        SalesOrderId order = refused("2", "LAMP×3");
        PurchaseOrderView first = road.purchaseOrder(order);
        road.baton
                .bean(CancelOrders.class)
                .cancel(
                        road.merchant,
                        order,
                        new CancelRequest(
                                "one is enough",
                                Map.of(road.order(order).lines().getFirst().id(), 2)));

        reroute(first.id());
        road.work();

        assertThat(road.units(order, Bucket.CANCELLED)).isEqualTo(2);
        assertThat(road.units(order, Bucket.SENT)).isEqualTo(1);
        assertThat(road.purchaseOrders(order)
                        .getLast()
                        .lines()
                        .getFirst()
                        .units()
                        .quantity())
                .isEqualTo(1);
    }

    @Test
    void waitsWhereNobodyElseHasIt() {
        road.goods("VASE", acme);
        SalesOrderId order = refused("3", "VASE×1");

        reroute(road.purchaseOrder(order).id());
        road.work();

        assertThat(road.purchaseOrders(order)).hasSize(1);
        assertThat(road.units(order, Bucket.SENT)).isZero();
    }

    @Test
    void whatTheSupplierHasOrMayHaveIsNotGivenToOthers() {
        PurchaseOrderView sent = road.purchaseOrder(road.place("4", "LAMP×1"));
        assertConflict(sent.id(), "did not certainly fail");
        road.work();

        assertConflict(sent.id(), "did not certainly fail");
        assertThatThrownBy(() -> reroute(new PurchaseOrderId(UUID.randomUUID())))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(CommonProblem.NOT_FOUND));
    }

    @Test
    void whatIsBeingSentAgainIsWaitedFor() {
        SalesOrderId order = refused("5", "LAMP×1");
        PurchaseOrderView first = road.purchaseOrder(order);
        road.baton
                .bean(ResendTransmissions.class)
                .resend(road.merchant, road.transmission(first).transmission().id());

        assertConflict(first.id(), "being sent again");
        road.work();

        assertThat(road.purchaseOrders(order)).hasSize(1);
        assertThat(road.purchaseOrder(first.number()).status()).isEqualTo(PurchaseOrderStatus.SENT);
    }

    @Test
    void aSecondTimeFindsNothingToGive() {
        SalesOrderId order = refused("6", "LAMP×1");
        PurchaseOrderId first = road.purchaseOrder(order).id();
        reroute(first);

        assertConflict(first, "did not certainly fail");
        assertThat(road.purchaseOrders(order)).hasSize(2);
    }

    private SalesOrderId refused(String id, String line) {
        road.endpoint.answers(422, "no");
        SalesOrderId order = road.place(id, line);
        road.work();
        assertThat(road.purchaseOrder(order).status()).isEqualTo(PurchaseOrderStatus.UNDELIVERED);
        return order;
    }

    private void assertConflict(PurchaseOrderId id, String words) {
        assertThatThrownBy(() -> reroute(id))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(CommonProblem.CONFLICT))
                .hasMessageContaining(words);
    }

    private int reroute(PurchaseOrderId id) {
        return road.baton.bean(RerouteUndelivered.class).reroute(road.merchant, id, "it is out of reach");
    }
}
