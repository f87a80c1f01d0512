package dev.baton.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.orders.CancelOrders;
import dev.baton.orders.CancelRequest;
import dev.baton.orders.SalesOrderId;
import dev.baton.suppliers.Netting;
import dev.baton.testing.TestBaton;
import dev.baton.trading.TestRoad;
import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.ledger.PurchaseOrder;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerInvariantsTest {

    private final Ledger ledger = new Ledger(Clock.systemUTC());

    @Test
    void findsANumberThatCameASecondTimeWithOtherBytes() {
        taken("1001-1", "aa");
        taken("1001-1", "aa");
        taken("1001-2", "bb");
        assertThat(new LedgerInvariants(ledger).numbersThatSayDifferentThings()).isEmpty();

        taken("1001-1", "cc");

        assertThat(new LedgerInvariants(ledger).numbersThatSayDifferentThings()).hasSize(1);
    }

    @Test
    void findsAShipmentThatReachedTheStoreTwice() {
        ledger.write(new Fact.Fulfilled("1", "main", "f-1", Map.of("10", 1), List.of("T1")));
        ledger.write(new Fact.Fulfilled("1", "main", "f-2", Map.of("10", 1), List.of("T2")));
        assertThat(new LedgerInvariants(ledger).fulfilmentsEnteredTwice()).isEmpty();

        ledger.write(new Fact.Fulfilled("1", "main", "f-3", Map.of("10", 1), List.of("T2")));

        assertThat(new LedgerInvariants(ledger).fulfilmentsEnteredTwice()).hasSize(1);
    }

    @Test
    void findsAnOrderThatWasAnsweredAndIsNotThereOnce() throws SQLException {
        try (TestRoad road = new TestRoad(TestBaton.with(Map.of()));
                Connection connection = road.baton.database().connectAsSuperuser()) {
            road.goods("LAMP", road.supplier("ACME", Netting.GROSS));
            road.place("once", "LAMP×1");
            road.place("twice", "LAMP×1");
            ledger.write(new Fact.OrderPosted("once", 0, 201));
            ledger.write(new Fact.WebhookSent("once", "main", "orders/create", "w", 1, 200));
            ledger.write(new Fact.OrderPosted("refused", 0, 422));
            ledger.write(new Fact.WebhookSent("unanswered", "main", "orders/create", "w", 0, 503));
            LedgerInvariants invariants = new LedgerInvariants(ledger);
            assertThat(invariants.answeredOrdersThatAreNotThereOnce(connection)).isEmpty();

            try (TestRoad other = new TestRoad(road.baton)) {
                other.goods("LAMP", other.supplier("ACME", Netting.GROSS));
                other.place("twice", "LAMP×1");
            }
            ledger.write(new Fact.OrderPosted("twice", 0, 201));
            ledger.write(new Fact.OrderPosted("lost", 0, 201));
            ledger.write(new Fact.WebhookSent("told", "main", "orders/create", "w", 0, 200));

            assertThat(new LedgerInvariants(ledger).answeredOrdersThatAreNotThereOnce(connection))
                    .isEqualTo(Map.of("twice", 2, "lost", 0, "told", 0));
        }
    }

    @Test
    void findsAPurchaseOrderThatReachedItsSupplierThoughItWasTakenBack() throws SQLException {
        try (TestRoad road = new TestRoad(TestBaton.with(Map.of()));
                Connection connection = road.baton.database().connectAsSuperuser()) {
            road.goods("LAMP", road.supplier("ACME", Netting.GROSS));
            SalesOrderId withdrawn = road.place("1", "LAMP×1");
            String sent = road.purchaseOrder(road.place("2", "LAMP×2")).number();
            road.baton
                    .bean(CancelOrders.class)
                    .cancel(road.merchant, withdrawn, new CancelRequest("changed their mind", Map.of()));
            road.work();
            taken(sent, "aa");
            assertThat(new LedgerInvariants(ledger).withdrawnButTaken(connection))
                    .isEmpty();

            String number = road.purchaseOrder(withdrawn).number();
            taken(number, "bb");

            assertThat(new LedgerInvariants(ledger).withdrawnButTaken(connection))
                    .containsExactly(number);
        }
    }

    private void taken(String number, String sha256) {
        PurchaseOrder.ShipTo to =
                new PurchaseOrder.ShipTo("Ada", null, "Line 1", null, "City", null, null, null, "DE", null);
        PurchaseOrder document =
                new PurchaseOrder(number, 1, "1", "#1", "MAIN", to, "STD", "EUR", List.of(), null, null, null, null);
        ledger.write(new Fact.PurchaseOrderTaken("1", "acme", document, number + ".v1", sha256, false));
    }
}
