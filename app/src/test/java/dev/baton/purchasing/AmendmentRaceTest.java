package dev.baton.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.orders.SalesOrderId;
import dev.baton.purchasing.Amendment.Status;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;

/** Store, supplier and our own sending meet at one purchase order: the first commit wins, at a real barrier. */
class AmendmentRaceTest {

    private final AmendedRoad at = new AmendedRoad();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CyclicBarrier together = new CyclicBarrier(2);

    @AfterEach
    void close() {
        threads.close();
        at.close();
    }

    @RepeatedTest(10)
    void whatTheStoreTakesBackIsEitherNeverAskedOrAskedBackNext() throws Exception {
        SalesOrderId order = at.sent("LAMP×2");
        at.change(at.road.shop.order("1", "LAMP×2").to(AmendedRoad.NEW_STREET));
        AmendmentId planned = at.last(order).id();

        Future<Map<AmendmentId, AmendmentNotice>> begun =
                start(() -> at.road.baton.bean(BeginAmendments.class).begin(at.road.merchant, List.of(planned)));
        Future<Boolean> back = start(() -> {
            at.change(at.road.shop.order("1", "LAMP×2"));
            return true;
        });

        assertThat(back.get()).isTrue();
        if (begun.get().isEmpty()) {
            assertThat(at.po(order).amendments()).extracting(Amendment::status).containsExactly(Status.WITHDRAWN);
        } else {
            assertThat(at.last(order).status()).isEqualTo(Status.ASKED);
            at.answer(order, true);
            assertThat(at.po(order).amendments())
                    .extracting(Amendment::status)
                    .containsExactly(Status.AGREED, Status.PLANNED);
        }
    }

    @RepeatedTest(10)
    void aYesAndAParcelLeaveOneStory() throws Exception {
        SalesOrderId order = at.asked();

        Future<AmendmentOutcome> answered = start(() -> at.answer(order, true));
        Future<Boolean> shipped = start(() -> {
            at.ship(order, 2);
            return true;
        });

        assertThat(shipped.get()).isTrue();
        boolean agreed = answered.get().status() == Status.AGREED;
        assertThat(at.po(order).version()).isEqualTo(agreed ? 2 : 1);
        assertThat(at.last(order).status()).isEqualTo(agreed ? Status.AGREED : Status.OVERTAKEN);
        assertThat(at.road.taskKinds()).isEqualTo(agreed ? List.of() : List.of("purchasing.amendment-overtaken"));
        assertThat(at.po(order).status()).isEqualTo(PurchaseOrderStatus.SHIPPED);
    }

    private <T> Future<T> start(Callable<T> act) {
        return threads.submit(() -> {
            together.await();
            return act.call();
        });
    }
}
