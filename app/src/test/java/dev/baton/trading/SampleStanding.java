package dev.baton.trading;

import dev.baton.merchants.StoreId;
import dev.baton.orders.SalesOrderId;
import dev.baton.purchasing.AmendedFact;
import dev.baton.purchasing.Amendment;
import dev.baton.purchasing.AmendmentId;
import dev.baton.purchasing.Cancellation;
import dev.baton.purchasing.CancellationId;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The purchase order of {@link SampleFacts} as the database has it, with a question of each kind; to be changed at will. */
final class SampleStanding {

    static final UUID ANY = new UUID(0, 1);
    static final CancellationId CANCELLATION = new CancellationId(new UUID(4, 1));
    static final AmendmentId AMENDMENT = new AmendmentId(new UUID(5, 1));
    static final Instant DEADLINE = Instant.parse("2026-03-03T13:00:00Z");

    PurchaseOrderId id = new PurchaseOrderId(ANY);
    String number = "1001-1";
    int version = 1;
    String currency = "EUR";
    Instant respondBy = DEADLINE;
    final List<PurchaseOrderLine> lines = new ArrayList<>(List.of(
            SampleFacts.line(1, "L-100", "Lampe", 3, 12_345_600), SampleFacts.line(2, "L-200", "Schirm", 1, 5)));
    Cancellation.Status cancelling = Cancellation.Status.OPEN;
    String reason = "moved";
    Amendment.Status amending = Amendment.Status.ASKED;
    Set<AmendedFact> changes = Set.of(AmendedFact.SHIP_TO, AmendedFact.GIFT_MESSAGE);
    UUID customerRecord = ANY;

    @Nullable
    String shipMethod = "Express";

    PurchaseOrderView view() {
        Instant told = Instant.parse("2026-03-02T09:00:00Z");
        return new PurchaseOrderView(
                id,
                number,
                version,
                PurchaseOrderStatus.SENT,
                new SalesOrderId(ANY),
                new SupplierId(ANY),
                new StoreId(ANY),
                "5678901234",
                "#1042",
                ANY,
                "MAIN",
                "DE",
                "Express",
                currency,
                told,
                told,
                told,
                respondBy,
                told,
                null,
                null,
                lines,
                List.of(new Cancellation(CANCELLATION, id, 1, cancelling, reason, told, respondBy, null, null, false)),
                List.of(new Amendment(
                        AMENDMENT,
                        id,
                        1,
                        amending,
                        changes,
                        customerRecord,
                        "DE",
                        shipMethod,
                        told,
                        told,
                        respondBy,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)));
    }
}
