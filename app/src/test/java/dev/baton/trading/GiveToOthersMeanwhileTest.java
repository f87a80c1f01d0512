package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.orders.Bucket;
import dev.baton.orders.CancelOutcome;
import dev.baton.orders.RejectReason;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.Problem;
import dev.baton.purchasing.Acknowledgement;
import dev.baton.purchasing.Cancellation;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.RerouteRoad;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What happens while a supplier is asked to leave its units to others, at real barriers where two meet. */
class GiveToOthersMeanwhileTest extends GivenAway {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CyclicBarrier together = new CyclicBarrier(2);

    @AfterEach
    void end() {
        threads.close();
    }

    @Test
    void pressedTwiceItIsOneQuestionAndOneMove() {
        SalesOrderId order = sent("LAMP×2");
        PurchaseOrderView first = road.purchaseOrder(order);

        assertThat(give(first)).isEqualTo(give(first));
        road.work();
        assertThat(questions(order)).hasSize(1);
        assertThat(road.endpoint.documents("purchase_order.cancellation")).hasSize(1);
        answer(order, true);

        assertConflict(first, null, "Nothing of");
        assertThat(road.purchaseOrders(order)).hasSize(2);
    }

    @Test
    void whatLeftMeanwhileComesFromTheFirstAndOnlyTheRestGoesOn() {
        SalesOrderId order = sent("LAMP×3");
        give(road.purchaseOrder(order));
        road.work();
        ship(order, 2);
        assertThat(asked(order)).isEqualTo(1);

        answer(order, true);
        road.work();

        assertThat(road.units(order, Bucket.SHIPPED)).isEqualTo(2);
        assertThat(road.units(order, Bucket.SENT)).isEqualTo(1);
        assertThat(road.purchaseOrders(order).getFirst().status()).isEqualTo(PurchaseOrderStatus.SHIPPED);
        assertThat(road.purchaseOrders(order)
                        .getLast()
                        .lines()
                        .getFirst()
                        .units()
                        .quantity())
                .isEqualTo(1);
        assertThat(road.tasks()).as("the customer gets everything").isEmpty();
    }

    @Test
    void whenEverythingLeftTheQuestionIsOvertakenAndNobodyElseShips() {
        SalesOrderId order = sent("LAMP×2");
        give(road.purchaseOrder(order));
        road.work();

        ship(order, 2);

        assertThat(questions(order)).extracting(Cancellation::status).containsExactly(Cancellation.Status.OVERTAKEN);
        assertThat(road.purchaseOrder(order).status()).isEqualTo(PurchaseOrderStatus.SHIPPED);
        assertThat(road.tasks()).isEmpty();
        assertConflict(road.purchaseOrder(order), null, "Nothing of");
    }

    @Test
    void aRejectionMeanwhileSendsItOnAndEndsTheQuestion() {
        SalesOrderId order = sent("LAMP×2");
        give(road.purchaseOrder(order));
        road.work();

        road.acknowledge(
                road.purchaseOrder(order),
                "A1",
                new Acknowledgement.Statement(
                        1, Acknowledgement.Action.REJECT, 2, RejectReason.OUT_OF_STOCK, null, null));

        assertThat(road.purchaseOrders(order)).hasSize(2);
        assertThat(questions(order)).extracting(Cancellation::status).containsExactly(Cancellation.Status.OVERTAKEN);
        assertThat(asked(order)).isZero();
    }

    @Test
    void whatTheCustomerCancelsMeanwhileGoesToNobody() {
        SalesOrderId order = sent("LAMP×3");
        give(road.purchaseOrder(order));
        road.work();

        assertThat(cancel(order, 1)).isEqualTo(new CancelOutcome(0, 1, 0));
        road.work();
        assertThat(road.endpoint.documents("purchase_order.cancellation"))
                .as("the question stands as it was asked")
                .hasSize(1);
        answer(order, true);

        assertThat(road.units(order, Bucket.CANCELLED)).isEqualTo(1);
        assertThat(road.units(order, Bucket.ALLOCATED)).isEqualTo(2);
        assertThat(road.purchaseOrders(order)).hasSize(2);
    }

    @Test
    void aNoToWhatTheCustomerCancelledMeanwhileIsTold() {
        SalesOrderId order = sent("LAMP×3");
        give(road.purchaseOrder(order));
        cancel(order, 1);
        road.work();

        answer(order, false);

        assertThat(road.tasks())
                .singleElement()
                .satisfies(task -> assertThat(task.detail()).contains("1 unit reaches"));
        assertThat(road.units(order, Bucket.SENT)).isEqualTo(3);
    }

    @Test
    void whatTheSupplierWasAskedToCancelBeforeIsNotGivenToOthers() {
        SalesOrderId order = sent("LAMP×3");
        cancel(order, 1);
        road.work();

        assertThat(give(road.purchaseOrder(order)).units()).isEqualTo(2);
        answer(order, true);
        road.work();
        assertThat(questions(order)).extracting(Cancellation::forOthers).containsExactly(false, true);
        answer(order, true);

        assertThat(road.units(order, Bucket.CANCELLED)).isEqualTo(1);
        assertThat(road.units(order, Bucket.ALLOCATED)).isEqualTo(2);
    }

    @Test
    void anotherRoadThanWasShownIsRefused() {
        SalesOrderId order = road.place("1", "LAMP×1");
        PurchaseOrderView first = road.purchaseOrder(order);
        assertThat(preview(first).road()).isEqualTo(RerouteRoad.AT_ONCE);
        road.work();

        assertConflict(first, RerouteRoad.AT_ONCE, "It changed meanwhile");
        assertThat(questions(order)).isEmpty();
        assertThat(asked(order)).isZero();
    }

    @RepeatedTest(5)
    void anAnswerThatMeetsTheActLeavesTheUnitsWithOneSupplier() throws Exception {
        SalesOrderId order = sent("LAMP×2");
        PurchaseOrderView first = road.purchaseOrder(order);

        Future<Boolean> given = start(() -> tried(() -> give(first)));
        Future<Boolean> rejected = start(() -> tried(() -> road.acknowledge(
                first,
                "A1",
                new Acknowledgement.Statement(1, Acknowledgement.Action.REJECT, 2, RejectReason.OTHER, null, null))));

        assertThat(rejected.get()).isTrue();
        given.get();
        road.work();
        assertThat(road.purchaseOrders(order)).hasSize(2);
        assertThat(road.units(order, Bucket.SENT)).isEqualTo(2);
        assertThat(asked(order)).isZero();
        assertThat(questions(order)).noneMatch(question -> question.status() == Cancellation.Status.OPEN);
    }

    @RepeatedTest(5)
    void aShipmentThatMeetsTheYesLeavesEachUnitWithOneSupplier() throws Exception {
        SalesOrderId order = sent("LAMP×2");
        give(road.purchaseOrder(order));
        road.work();

        Future<Boolean> agreed = start(() -> tried(() -> answer(order, true)));
        Future<Boolean> shipped = start(() -> tried(() -> {
            ship(road.purchaseOrders(order).getFirst(), 1);
            return true;
        }));

        assertThat(agreed.get()).isTrue();
        assertThat(shipped.get()).isTrue();
        int left = road.units(order, Bucket.SHIPPED);
        List<PurchaseOrderView> all = road.purchaseOrders(order);
        assertThat(all).hasSize(2);
        assertThat(all.getLast().lines().getFirst().units().quantity()).isEqualTo(2 - left);
        assertThat(road.units(order, Bucket.ALLOCATED) + left).isEqualTo(2);
    }

    @RepeatedTest(5)
    void twoPeopleWhoPressAtOnceMoveItOnce() throws Exception {
        SalesOrderId order = road.place("1", "LAMP×2");
        PurchaseOrderView first = road.purchaseOrder(order);

        Future<Boolean> one = start(() -> tried(() -> give(first)));
        Future<Boolean> other = start(() -> tried(() -> give(first)));

        assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(true, false);
        road.work();
        assertThat(road.purchaseOrders(order)).hasSize(2);
        assertThat(road.units(order, Bucket.SENT)).isEqualTo(2);
        assertThat(road.endpoint.documents("purchase_order")).hasSize(1);
    }

    private <T> Future<T> start(Callable<T> act) {
        return threads.submit(() -> {
            together.await();
            return act.call();
        });
    }

    /** Whether the act was taken; what is true no more by then is refused. */
    private static boolean tried(Callable<?> act) throws Exception {
        try {
            act.call();
            return true;
        } catch (Problem refused) {
            return false;
        }
    }
}
