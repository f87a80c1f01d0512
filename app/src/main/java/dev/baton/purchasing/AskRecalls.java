package dev.baton.purchasing;

import dev.baton.platform.MerchantId;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.NewWork;
import dev.baton.purchasing.Recall.RecalledLine;
import dev.baton.purchasing.Recall.Status;
import dev.baton.purchasing.RecallsOpened.OpenedRecall;
import dev.baton.suppliers.SupplierLookup;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Keeps it as the supplier's fault when units leave that it had agreed not to ship, and asks it to stop them or take them
 * back. When it does not answer in its agreed working hours, a person is told so.
 */
@Component
class AskRecalls implements Watching {

    /** Kind of the work; its subject is the recall. */
    static final String KIND = "purchasing.recall-due";

    private final PurchasingDesk desk;
    private final PurchaseOrders purchaseOrders;
    private final Recalls recalls;
    private final SupplierLookup suppliers;

    AskRecalls(PurchasingDesk desk, PurchaseOrders purchaseOrders, Recalls recalls, SupplierLookup suppliers) {
        this.desk = desk;
        this.purchaseOrders = purchaseOrders;
        this.recalls = recalls;
        this.suppliers = suppliers;
    }

    /** Needs the lock of the purchase order; no lines = nothing of the shipment was cancelled. */
    void ask(MerchantId merchant, PurchaseOrder of, UUID shipment, List<RecalledLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        Instant now = desk.clock().instant();
        Recall recall = new Recall(
                new RecallId(desk.ids().next()),
                of.id(),
                of.supplier(),
                shipment,
                recalls.of(merchant, of.id()).size() + 1,
                Status.OPEN,
                now,
                Deadlines.after(now, Deadlines.of(suppliers.terms(merchant, List.of(of.supplier())), of.supplier())),
                null,
                null,
                null,
                lines);
        recalls.insert(merchant, recall);
        desk.work()
                .add(
                        merchant,
                        List.of(new NewWork("purchasing", KIND, recall.id().value(), recall.respondBy(), false)));
        desk.tasks().open(merchant, RecallTasks.shipped(of, recall));
        desk.news()
                .publishEvent(new RecallsOpened(
                        merchant,
                        List.of(new OpenedRecall(
                                recall.id(),
                                recall.ordinal(),
                                of.id(),
                                of.number(),
                                of.version(),
                                of.supplier(),
                                of.store(),
                                of.subject()))));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        desk.tenancy().run(merchant, () -> {
            List<RecallId> ids =
                    batch.stream().map(item -> new RecallId(item.subject())).toList();
            List<PurchaseOrderId> of = recalls.findAll(merchant, ids).stream()
                    .map(Recall::purchaseOrder)
                    .distinct()
                    .toList();
            List<PurchaseOrder> locked = purchaseOrders.lock(merchant, of);
            for (Recall recall : recalls.findAll(merchant, ids)) {
                if (recall.status() == Status.OPEN) {
                    locked.stream()
                            .filter(row -> row.id().equals(recall.purchaseOrder()))
                            .forEach(row -> desk.tasks().open(merchant, RecallTasks.unanswered(row, recall)));
                }
            }
            desk.work().finish(merchant, batch);
        });
    }
}
