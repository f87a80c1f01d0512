package dev.baton.purchasing;

import dev.baton.platform.MerchantId;
import dev.baton.platform.work.LeasedWork;
import dev.baton.purchasing.Amendment.Status;
import dev.baton.purchasing.AmendmentsPlanned.PlannedAmendment;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Watches for answers to amendments: after the agreed working hours the supplier is reminded once, after the same
 * hours again a person decides.
 */
@Component
class WatchAmendments implements Watching {

    /** Kind of the work; its subject is the question. */
    static final String KIND = "purchasing.amendment-due";

    private final PurchasingDesk desk;
    private final PurchaseOrders purchaseOrders;
    private final Amendments amendments;
    private final SupplierLookup suppliers;

    WatchAmendments(
            PurchasingDesk desk, PurchaseOrders purchaseOrders, Amendments amendments, SupplierLookup suppliers) {
        this.desk = desk;
        this.purchaseOrders = purchaseOrders;
        this.amendments = amendments;
        this.suppliers = suppliers;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        desk.tenancy().run(merchant, () -> watch(merchant, batch));
    }

    private void watch(MerchantId merchant, List<LeasedWork> batch) {
        Map<AmendmentId, LeasedWork> work =
                batch.stream().collect(Collectors.toMap(item -> new AmendmentId(item.subject()), Function.identity()));
        Map<PurchaseOrderId, PurchaseOrder> rows = purchaseOrders
                .lock(
                        merchant,
                        amendments.findAll(merchant, work.keySet()).stream()
                                .map(Amendment::purchaseOrder)
                                .toList())
                .stream()
                .collect(Collectors.toMap(PurchaseOrder::id, Function.identity()));
        Map<SupplierId, SupplierTerms> terms = suppliers.terms(
                merchant,
                rows.values().stream().map(PurchaseOrder::supplier).distinct().toList());
        List<LeasedWork> done = new ArrayList<>(batch);
        List<PlannedAmendment> reminders = new ArrayList<>();
        for (Amendment question : amendments.findAll(merchant, work.keySet())) {
            if (question.status() != Status.ASKED) {
                continue;
            }
            PurchaseOrder row = Objects.requireNonNull(rows.get(question.purchaseOrder()));
            SupplierTerms agreed = Deadlines.of(terms, row.supplier());
            if (question.remindedAt() == null) {
                LeasedWork item = Objects.requireNonNull(work.get(question.id()));
                remind(merchant, question, item, agreed);
                reminders.add(PlannedAmendment.of(row, question, true));
                done.remove(item);
            } else {
                desk.tasks().open(merchant, AmendmentTasks.unanswered(row, agreed.name(), question));
            }
        }
        desk.work().finish(merchant, done);
        if (!reminders.isEmpty()) {
            desk.news().publishEvent(new AmendmentsPlanned(merchant, reminders));
        }
    }

    private void remind(MerchantId merchant, Amendment question, LeasedWork item, SupplierTerms agreed) {
        Instant now = desk.clock().instant();
        Instant next = Deadlines.after(now, agreed);
        amendments.reminded(merchant, question.id(), now, next);
        desk.work().again(merchant, item, next, "reminded, waits for the answer");
    }
}
