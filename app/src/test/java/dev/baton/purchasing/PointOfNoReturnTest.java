package dev.baton.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.orders.CancelOrders;
import dev.baton.orders.CancelOutcome;
import dev.baton.orders.CancelRequest;
import dev.baton.orders.SalesOrderId;
import dev.baton.suppliers.Netting;
import dev.baton.trading.TestRoad;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Sending and cancelling guard the same rows: the first commit wins, with real connections at a real barrier. */
class PointOfNoReturnTest {

    private final TestRoad road = new TestRoad();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CyclicBarrier together = new CyclicBarrier(2);

    @BeforeEach
    void open() {
        road.goods("LAMP", road.supplier("ACME", Netting.GROSS));
        road.goods("VASE", road.supplier("ACME", Netting.GROSS));
    }

    @AfterEach
    void close() {
        threads.close();
        road.close();
    }

    @RepeatedTest(20)
    void sendsOrCancelsButNeverBothAndNeverNeither() throws Exception {
        SalesOrderId order = road.place("1", "LAMP×1", "VASE×1");
        PurchaseOrderView issued = road.purchaseOrder(order);

        Future<Map<PurchaseOrderId, ReadyToSend>> begun = start(() -> begin(issued));
        Future<CancelOutcome> cancelled = start(() -> cancel(order));

        if (begun.get().containsKey(issued.id())) {
            assertThat(cancelled.get()).isEqualTo(new CancelOutcome(0, 2, 0));
            assertThat(road.purchaseOrder(order).status()).isEqualTo(PurchaseOrderStatus.SENDING);
            assertThat(road.purchaseOrder(order).cancellations())
                    .extracting(Cancellation::status)
                    .containsExactly(Cancellation.Status.OPEN);
        } else {
            assertThat(cancelled.get()).isEqualTo(new CancelOutcome(2, 0, 0));
            assertThat(road.purchaseOrder(order).status()).isEqualTo(PurchaseOrderStatus.WITHDRAWN);
            assertThat(road.purchaseOrder(order).cancellations()).isEmpty();
        }
    }

    @Test
    void beginsOnceHoweverManyTry() throws Exception {
        PurchaseOrderView issued = road.purchaseOrder(road.place("1", "LAMP×1"));

        Future<Map<PurchaseOrderId, ReadyToSend>> one = start(() -> begin(issued));
        Future<Map<PurchaseOrderId, ReadyToSend>> other = start(() -> begin(issued));

        assertThat(one.get().size() + other.get().size()).isEqualTo(1);
    }

    @Test
    void anotherVersionThanTheOneThatStandsNeverLeaves() {
        PurchaseOrderView issued = road.purchaseOrder(road.place("1", "LAMP×1"));
        BeginSending begin = road.baton.bean(BeginSending.class);

        assertThat(begin.begin(road.merchant, Map.of(issued.id(), issued.version() + 1)))
                .isEmpty();
        assertThat(begin.begin(road.merchant, Map.of(issued.id(), issued.version())))
                .containsOnlyKeys(issued.id());
    }

    private Map<PurchaseOrderId, ReadyToSend> begin(PurchaseOrderView issued) {
        return road.baton.bean(BeginSending.class).begin(road.merchant, Map.of(issued.id(), issued.version()));
    }

    private CancelOutcome cancel(SalesOrderId order) {
        return road.baton
                .bean(CancelOrders.class)
                .cancel(road.merchant, order, new CancelRequest("changed their mind", Map.of()));
    }

    private <T> Future<T> start(Callable<T> act) {
        return threads.submit(() -> {
            together.await();
            return act.call();
        });
    }
}
