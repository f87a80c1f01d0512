package dev.baton.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.ledger.PurchaseOrder;
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

    private void taken(String number, String sha256) {
        PurchaseOrder.ShipTo to =
                new PurchaseOrder.ShipTo("Ada", null, "Line 1", null, "City", null, null, null, "DE", null);
        PurchaseOrder document =
                new PurchaseOrder(number, 1, "1", "#1", "MAIN", to, "STD", "EUR", List.of(), null, null, null, null);
        ledger.write(new Fact.PurchaseOrderTaken("1", "acme", document, number + ".v1", sha256, false));
    }
}
