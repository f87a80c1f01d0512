package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.orders.CancelOrders;
import dev.baton.orders.CancelOutcome;
import dev.baton.orders.CancelRequest;
import dev.baton.orders.SalesOrderId;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.suppliers.Netting;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A supplier whose endpoint is gone: nobody else waits for it, and it is not called for nothing. */
class DeadSupplierTest {

    private final TestRoad road = new TestRoad();
    private final SupplierEndpoint gone = new SupplierEndpoint();

    @BeforeEach
    void open() {
        gone.close();
        road.goods("LAMP", road.supplier("GONE", Netting.GROSS, gone.url(), true));
        road.goods("VASE", road.supplier("ACME", Netting.GROSS));
    }

    @AfterEach
    void close() {
        road.close();
    }

    @Test
    @DisplayName("Mail sent inline, the return skips every other supplier: a dead supplier stops nobody else")
    void delaysNobodyElse() {
        SalesOrderId toDead = road.place("1", "LAMP×1");
        SalesOrderId toLiving = road.place("2", "VASE×1");

        road.work();

        assertThat(road.endpoint.got()).hasSize(1);
        assertThat(road.purchaseOrder(toLiving).status()).isEqualTo(PurchaseOrderStatus.SENT);
        TransmissionView waiting = road.transmission(road.purchaseOrder(toDead));
        assertThat(waiting.transmission().status()).isEqualTo(TransmissionStatus.SENDING);
        assertThat(waiting.attempts()).extracting(Attempt::outcome).containsExactly(AttemptOutcome.NOT_SENT);
    }

    @Test
    void crossesNoPointOfNoReturnWhileTheEndpointRests() {
        for (int i = 1; i <= 4; i++) {
            road.place("" + i, "LAMP×1", "VASE×" + i);
        }
        road.work();

        SalesOrderId late = road.place("9", "LAMP×2");
        road.work();

        assertThat(road.purchaseOrder(late).status()).isEqualTo(PurchaseOrderStatus.ISSUED);
        CancelOutcome outcome = road.baton
                .bean(CancelOrders.class)
                .cancel(road.merchant, late, new CancelRequest("too slow", Map.of()));
        assertThat(outcome).isEqualTo(new CancelOutcome(2, 0, 0));
        assertThat(road.purchaseOrder(late).status()).isEqualTo(PurchaseOrderStatus.WITHDRAWN);
    }

    @Test
    void saysThatTheSupplierCertainlyHasNothingWhenEveryAttemptFailedBeforeItLeft() {
        SalesOrderId order = road.place("1", "LAMP×1");
        road.work();
        for (int i = 0; i < Transmission.ATTEMPTS; i++) {
            road.later(Duration.ofHours(2));
        }

        TransmissionView parked = road.transmission(road.purchaseOrder(order));
        assertThat(parked.transmission().status()).isEqualTo(TransmissionStatus.PARKED);
        assertThat(parked.attempts()).hasSize(Transmission.ATTEMPTS);
        assertThat(road.purchaseOrder(order).status()).isEqualTo(PurchaseOrderStatus.UNDELIVERED);
        assertThat(road.taskKinds()).containsExactly("trading.stuck");
    }
}
