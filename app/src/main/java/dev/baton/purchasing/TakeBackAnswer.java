package dev.baton.purchasing;

import dev.baton.orders.AllocationReopened;
import dev.baton.orders.ReopenAllocations;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The supplier takes its answer back, as long as nothing has left: what it promised, at once or for later, is
 * unanswered again. What it refused is with somebody else already, or waits for a person, and stays so.
 */
@Component
public class TakeBackAnswer {

    /** Kind of the task that a refusal was meant otherwise; its subject is the purchase order. */
    static final String REGRETTED = "purchasing.rejection-regretted";

    private final PurchasingDesk desk;
    private final SentPurchaseOrders sentPurchaseOrders;
    private final PurchaseOrders purchaseOrders;
    private final PurchaseOrderLines lines;
    private final ReopenAllocations reopenAllocations;
    private final ShipBy shipBy;
    private final SupplierLookup suppliers;
    private final ConcludeCounterOffers counterOffers;

    TakeBackAnswer(
            PurchasingDesk desk,
            SentPurchaseOrders sentPurchaseOrders,
            PurchaseOrders purchaseOrders,
            PurchaseOrderLines lines,
            ReopenAllocations reopenAllocations,
            ShipBy shipBy,
            SupplierLookup suppliers,
            ConcludeCounterOffers counterOffers) {
        this.desk = desk;
        this.sentPurchaseOrders = sentPurchaseOrders;
        this.purchaseOrders = purchaseOrders;
        this.lines = lines;
        this.reopenAllocations = reopenAllocations;
        this.shipBy = shipBy;
        this.suppliers = suppliers;
        this.counterOffers = counterOffers;
    }

    /**
     * What came of it.
     *
     * @param reopened units that are unanswered again
     * @param gone units that were refused and cannot be had back; a person is told when there are some
     */
    public record TakenBack(String number, PurchaseOrderStatus status, int reopened, int gone) {}

    /**
     * Takes the answer back; opens a transaction or joins the caller's. Where nothing is answered nothing changes.
     *
     * @throws Problem UNKNOWN_PURCHASE_ORDER, or ALREADY_SHIPPED when units have left
     */
    public TakenBack takeBack(MerchantId merchant, SupplierId supplier, String number) {
        return desk.tenancy().inTransaction(merchant, () -> {
            SentPurchaseOrder open = sentPurchaseOrders.lock(merchant, supplier, number);
            if (open.lines().stream().anyMatch(line -> line.units().shipped() > 0)) {
                throw new Problem(
                        PurchasingProblem.ALREADY_SHIPPED,
                        "Goods of " + number
                                + " have left: an answer can be taken back only before. Write to the merchant.");
            }
            int gone = open.lines().stream()
                    .mapToInt(line -> line.units().rejected())
                    .sum();
            int reopened = reopen(merchant, open);
            if (gone > 0) {
                desk.tasks().open(merchant, task(open.head(), gone));
            }
            PurchaseOrderStatus after =
                    reopened > 0 ? PurchaseOrderStatus.SENT : open.head().status();
            return new TakenBack(number, after, reopened, gone);
        });
    }

    private int reopen(MerchantId merchant, SentPurchaseOrder open) {
        PurchaseOrder head = open.head();
        List<PurchaseOrderLine> changed = new ArrayList<>();
        List<AllocationReopened> reopened = new ArrayList<>();
        int units = 0;
        for (PurchaseOrderLine line : open.lines()) {
            int promised = line.units().accepted() + line.units().backordered();
            if (promised > 0) {
                units += promised;
                changed.add(line.with(line.units().unanswer()));
                reopened.add(new AllocationReopened(line.allocation(), promised));
            }
        }
        if (units == 0) {
            return 0;
        }
        Instant respondBy = Deadlines.after(
                desk.clock().instant(),
                Deadlines.of(suppliers.terms(merchant, List.of(head.supplier())), head.supplier()));
        lines.write(merchant, changed);
        purchaseOrders.reopen(merchant, head.id(), respondBy);
        if (head.answeredAt() != null) {
            shipBy.end(merchant, head);
        }
        desk.work().remove(merchant, Reminders.KIND, List.of(head.id().value()));
        desk.work().add(merchant, List.of(Reminders.work(head.id(), respondBy)));
        counterOffers.takenBack(merchant, head.id());
        reopenAllocations.reopen(merchant, reopened);
        desk.audit().record(merchant, List.of(entry(head)));
        return units;
    }

    private static NewTask task(PurchaseOrder of, int gone) {
        return new NewTask(
                REGRETTED,
                "purchase_order",
                of.id().value(),
                "The supplier wants to take back its refusal of " + of.number(),
                gone + (gone == 1 ? " unit was" : " units were")
                        + " refused and went to another supplier or wait for one. If nothing is done that stays so. "
                        + "Where it still waits, call the supplier and order it anew.");
    }

    private static AuditEntry entry(PurchaseOrder head) {
        return new AuditEntry(
                "TakeBackAnswer",
                "purchase_order",
                head.id().value(),
                head.status().name(),
                PurchaseOrderStatus.SENT.name(),
                "the supplier took its answer back");
    }
}
