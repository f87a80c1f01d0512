package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.orders.CancelOrders;
import dev.baton.orders.CancelOutcome;
import dev.baton.orders.CancelRequest;
import dev.baton.orders.OrderView.AllocationView;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.purchasing.AnswerCancellation;
import dev.baton.purchasing.AnswerCancellation.CancellationReply;
import dev.baton.purchasing.Cancellation;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.ReroutePurchaseOrder.Given;
import dev.baton.purchasing.RerouteRoad;
import dev.baton.shipping.NewShipment;
import dev.baton.shipping.NewShipment.NewPackage;
import dev.baton.shipping.NewShipment.PackageLine;
import dev.baton.shipping.RecordShipments;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A road with two suppliers of lamps, and the acts of giving what the first has to the other. */
abstract class GivenAway {

    static final String REASON = "you did not answer";

    final TestRoad road = new TestRoad();
    final SupplierId acme = road.supplier("ACME", Netting.GROSS);
    final SupplierId nord = road.supplier("NORD", Netting.GROSS);

    @BeforeEach
    void goods() {
        road.goods("LAMP", acme, nord);
    }

    @AfterEach
    void close() {
        road.close();
    }

    SalesOrderId sent(String line) {
        SalesOrderId order = road.place("1", line);
        road.work();
        return order;
    }

    Given preview(PurchaseOrderView of) {
        return road.baton.bean(GiveToOthers.class).preview(road.merchant, of.id());
    }

    Given give(PurchaseOrderView of) {
        return give(of, null);
    }

    Given give(PurchaseOrderView of, @Nullable RerouteRoad shown) {
        return road.baton.bean(GiveToOthers.class).give(road.merchant, of.id(), REASON, shown);
    }

    void assertConflict(PurchaseOrderView of, @Nullable RerouteRoad shown, String words) {
        assertThatThrownBy(() -> give(of, shown))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(CommonProblem.CONFLICT))
                .hasMessageContaining(words);
    }

    List<Cancellation> questions(SalesOrderId order) {
        return road.purchaseOrders(order).getFirst().cancellations();
    }

    /** Units asked back to go to others. */
    int asked(SalesOrderId order) {
        return road.order(order).allocations().stream()
                .mapToInt(AllocationView::rerouteAsked)
                .sum();
    }

    /** The first supplier answers the last question that was put. */
    Cancellation.Status answer(SalesOrderId order, boolean accepted) {
        PurchaseOrderView first = road.purchaseOrders(order).getFirst();
        Cancellation question = first.cancellations().stream()
                .filter(each -> each.status() != Cancellation.Status.WAITING)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        return road.baton
                .bean(AnswerCancellation.class)
                .answer(
                        road.merchant,
                        first.supplier(),
                        first.number(),
                        new CancellationReply(question.id(), accepted, null))
                .status();
    }

    CancelOutcome cancel(SalesOrderId order, int units) {
        return road.baton
                .bean(CancelOrders.class)
                .cancel(
                        road.merchant,
                        order,
                        new CancelRequest(
                                "fewer will do",
                                Map.of(road.order(order).lines().getFirst().id(), units)));
    }

    void ship(SalesOrderId order, int units) {
        ship(road.purchaseOrder(order), units);
    }

    void ship(PurchaseOrderView of, int units) {
        road.baton
                .bean(RecordShipments.class)
                .record(
                        road.merchant,
                        of.supplier(),
                        List.of(new NewShipment(
                                of.number(),
                                "S1",
                                road.baton.clock().instant(),
                                List.of(new NewPackage(
                                        "ups", "1Z999AA10123456784", null, List.of(new PackageLine(1, units)))))));
    }
}
