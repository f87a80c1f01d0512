package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.orders.CancelOrders;
import dev.baton.orders.CancelRequest;
import dev.baton.orders.SalesOrderId;
import dev.baton.suppliers.Netting;
import dev.baton.testing.OpenTransactions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** While a supplier's endpoint is spoken to, no transaction of Baton is open. */
class SupplierCallTransactionsTest {

    private final TestRoad road = new TestRoad();

    /** How many were open, at each call. */
    private final List<Integer> open = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        road.close();
    }

    @Test
    @DisplayName("Outside I/O in a state-machine callback inside a transaction: a supplier by REST")
    void aSupplierIsSpokenToOutsideOfEveryTransaction() {
        road.endpoint.meanwhile(() -> open.add(OpenTransactions.of(road.baton)));
        road.goods("LAMP", road.supplier("ACME", Netting.GROSS));
        road.goods("VASE", road.supplier("BOLT", Netting.GROSS));
        road.endpoint.answers(500, "");
        SalesOrderId order = road.place("1", "LAMP×1", "VASE×1");
        road.work();
        road.later(Duration.ofMinutes(5));
        road.baton
                .bean(CancelOrders.class)
                .cancel(road.merchant, order, new CancelRequest("changed their mind", Map.of()));
        road.work();

        assertThat(road.endpoint.documents("purchase_order")).hasSize(3);
        assertThat(road.endpoint.documents("purchase_order.cancellation")).hasSize(2);
        assertThat(open).hasSize(5).containsOnly(0);
    }

    @Test
    void aTransactionThatIsOpenIsSeen() {
        int seen = road.baton.<Integer>in(road.merchant, () -> {
            road.baton.jdbc().sql("select 1").query(Integer.class).single();
            return OpenTransactions.of(road.baton);
        });

        assertThat(seen).isOne();
    }
}
