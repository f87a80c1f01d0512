package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.orders.SalesOrderId;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.suppliers.Netting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What goes wrong between a written message and its effect, under the names it has elsewhere. */
class OutboxTrapsTest {

    private final TestRoad road = new TestRoad();

    @AfterEach
    void close() {
        road.close();
    }

    @Test
    @DisplayName("The outbox row deleted before the handlers finished (medusa #6016)")
    void theWorkStandsUntilTheSupplierHasTheDocument() {
        road.goods("LAMP", road.supplier("ACME", Netting.GROSS));
        List<Long> meanwhile = new ArrayList<>();
        road.endpoint.meanwhile(() -> meanwhile.add(sendWork()));
        road.endpoint.takesAndHangsUp();

        SalesOrderId order = road.place("1", "LAMP×1");
        road.work();
        long afterAFailure = sendWork();
        road.later(Duration.ofHours(1));

        assertThat(meanwhile).containsExactly(1L, 1L);
        assertThat(afterAFailure).isOne();
        assertThat(sendWork()).isZero();
        assertThat(road.purchaseOrder(order).status()).isEqualTo(PurchaseOrderStatus.SENT);
    }

    private long sendWork() {
        return road.baton.<Long>in(
                road.merchant,
                () -> road.baton
                        .jdbc()
                        .sql("select count(*) from work where merchant_id = :merchant and kind = 'trading.send'")
                        .param("merchant", road.merchant.value())
                        .query(Long.class)
                        .single());
    }
}
