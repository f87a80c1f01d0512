package dev.baton.purchasing;

import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.work.LeasedWork;
import dev.baton.purchasing.RemindersDue.DueReminder;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Watches for answers: after the agreed working hours the supplier is reminded once, after the same hours
 * again a person is asked to call.
 */
@Component
class RemindSuppliers implements Watching {

    private final PurchasingDesk desk;
    private final PurchaseOrders purchaseOrders;
    private final SupplierLookup suppliers;

    RemindSuppliers(PurchasingDesk desk, PurchaseOrders purchaseOrders, SupplierLookup suppliers) {
        this.desk = desk;
        this.purchaseOrders = purchaseOrders;
        this.suppliers = suppliers;
    }

    @Override
    public String kind() {
        return Reminders.KIND;
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        desk.tenancy().run(merchant, () -> remind(merchant, batch));
    }

    private void remind(MerchantId merchant, List<LeasedWork> batch) {
        Map<PurchaseOrderId, LeasedWork> byId = batch.stream()
                .collect(Collectors.toMap(item -> new PurchaseOrderId(item.subject()), Function.identity()));
        List<PurchaseOrder> locked = purchaseOrders.lock(merchant, byId.keySet());
        Map<PurchaseOrderId, Instant> away = away(merchant, locked);
        List<PurchaseOrder> first = new ArrayList<>();
        List<PurchaseOrder> second = new ArrayList<>();
        for (PurchaseOrder row : locked) {
            if (away.containsKey(row.id())) {
                continue;
            }
            if (row.answeredAt() == null && row.remindedAt() == null) {
                first.add(row);
            } else if (row.answeredAt() == null) {
                second.add(row);
            }
        }
        askAgain(merchant, first, byId);
        postpone(merchant, away, byId);
        desk.tasks()
                .openAll(merchant, second.stream().map(RemindSuppliers::task).toList());
        List<LeasedWork> done = new ArrayList<>(batch);
        first.forEach(row -> done.remove(byId.get(row.id())));
        away.keySet().forEach(id -> done.remove(byId.get(id)));
        desk.work().finish(merchant, done);
        Crash.at("purchasing.reminded");
    }

    /** Unanswered ones of suppliers that are closed today, with the time they have after they are back. */
    private Map<PurchaseOrderId, Instant> away(MerchantId merchant, List<PurchaseOrder> locked) {
        Instant now = desk.clock().instant();
        Map<SupplierId, SupplierTerms> terms = suppliers.terms(
                merchant,
                locked.stream().map(PurchaseOrder::supplier).distinct().toList());
        Map<PurchaseOrderId, Instant> away = new HashMap<>();
        for (PurchaseOrder row : locked) {
            SupplierTerms agreed = Deadlines.of(terms, row.supplier());
            if (row.answeredAt() == null && agreed.hours().isClosed(now, agreed.zone())) {
                away.put(row.id(), Deadlines.after(now, agreed));
            }
        }
        return away;
    }

    private void postpone(
            MerchantId merchant, Map<PurchaseOrderId, Instant> away, Map<PurchaseOrderId, LeasedWork> byId) {
        if (!away.isEmpty()) {
            away.forEach((id, next) ->
                    desk.work().again(merchant, Objects.requireNonNull(byId.get(id)), next, "the supplier is closed"));
            purchaseOrders.postpone(merchant, away);
        }
    }

    private void askAgain(MerchantId merchant, List<PurchaseOrder> due, Map<PurchaseOrderId, LeasedWork> byId) {
        if (due.isEmpty()) {
            return;
        }
        Instant now = desk.clock().instant();
        Map<SupplierId, SupplierTerms> terms = suppliers.terms(
                merchant, due.stream().map(PurchaseOrder::supplier).distinct().toList());
        Map<PurchaseOrderId, Instant> respondBy = new HashMap<>();
        for (PurchaseOrder row : due) {
            Instant next = Deadlines.after(now, Deadlines.of(terms, row.supplier()));
            respondBy.put(row.id(), next);
            desk.work()
                    .again(
                            merchant,
                            Objects.requireNonNull(byId.get(row.id())),
                            next,
                            "reminded, waits for the answer");
        }
        purchaseOrders.reminded(merchant, respondBy, now);
        desk.audit()
                .record(
                        merchant,
                        due.stream()
                                .map(row -> new AuditEntry(
                                        "RemindSuppliers",
                                        "purchase_order",
                                        row.id().value(),
                                        row.status().name(),
                                        row.status().name(),
                                        "no answer within the agreed working hours"))
                                .toList());
        desk.news()
                .publishEvent(new RemindersDue(
                        merchant,
                        due.stream()
                                .map(row -> new DueReminder(
                                        row.id(),
                                        row.number(),
                                        row.version(),
                                        row.supplier(),
                                        row.store(),
                                        row.subject()))
                                .toList()));
    }

    private static NewTask task(PurchaseOrder row) {
        return new NewTask(
                Reminders.UNANSWERED,
                "purchase_order",
                row.id().value(),
                "The supplier did not answer " + row.number() + ", a reminder included",
                "It has the purchase order and owes an answer on at least one unit. If nothing is done the order waits. "
                        + "Call the supplier, then record its answer, or cancel the order's units.");
    }
}
