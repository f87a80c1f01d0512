package dev.baton.purchasing;

import dev.baton.orders.LockOrders;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.work.NewWork;
import dev.baton.purchasing.Amendment.Status;
import dev.baton.suppliers.Instructions;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The point of no return of an amendment, one commit: planned becomes asked, and what it asks is fixed. What the
 * store changes before is in it; what it changes after is asked next.
 */
@Component
public class BeginAmendments {

    private final PurchasingDesk desk;
    private final LockOrders lockOrders;
    private final SupplierLookup suppliers;
    private final PurchaseOrders purchaseOrders;
    private final PurchaseOrderLines lines;
    private final Questions questions;

    BeginAmendments(
            PurchasingDesk desk,
            LockOrders lockOrders,
            SupplierLookup suppliers,
            PurchaseOrders purchaseOrders,
            PurchaseOrderLines lines,
            Questions questions) {
        this.desk = desk;
        this.lockOrders = lockOrders;
        this.suppliers = suppliers;
        this.purchaseOrders = purchaseOrders;
        this.lines = lines;
        this.questions = questions;
    }

    /** The tables of both kinds of question, and what the purchase orders are told besides. */
    @Component
    record Questions(Amendments amendments, Cancellations cancellations, ReadInstructions instructions) {}

    /**
     * Begins asking; joins the caller's transaction or opens one.
     *
     * @return what may leave now; one that is absent is not wanted any more, was begun before, or waits for a
     *     cancellation to be answered
     */
    public Map<AmendmentId, AmendmentNotice> begin(MerchantId merchant, Collection<AmendmentId> ids) {
        return ids.isEmpty() ? Map.of() : desk.tenancy().inTransaction(merchant, () -> once(merchant, ids));
    }

    private Map<AmendmentId, AmendmentNotice> once(MerchantId merchant, Collection<AmendmentId> ids) {
        Set<PurchaseOrderId> about = questions.amendments().findAll(merchant, ids).stream()
                .map(Amendment::purchaseOrder)
                .collect(Collectors.toSet());
        lockOrders.lock(merchant, purchaseOrders.salesOrdersOf(merchant, about));
        Map<PurchaseOrderId, PurchaseOrder> rows = purchaseOrders.lock(merchant, about).stream()
                .collect(Collectors.toMap(PurchaseOrder::id, Function.identity()));
        Map<PurchaseOrderId, List<Cancellation>> cancellations =
                questions.cancellations().of(merchant, about);
        Map<PurchaseOrderId, List<PurchaseOrderLine>> all = lines.of(merchant, about);
        Map<SupplierId, SupplierTerms> terms = suppliers.terms(
                merchant,
                rows.values().stream().map(PurchaseOrder::supplier).distinct().toList());
        Map<PurchaseOrderId, ToldInstructions> told = questions.instructions().of(merchant, rows.values());
        Instant now = desk.clock().instant();
        Map<AmendmentId, AmendmentNotice> begun = new HashMap<>();
        List<NewWork> watches = new ArrayList<>();
        List<AuditEntry> entries = new ArrayList<>();
        for (Amendment question : questions.amendments().findAll(merchant, ids)) {
            PurchaseOrder row = rows.get(question.purchaseOrder());
            if (row == null
                    || question.status() != Status.PLANNED
                    || isOpen(cancellations.getOrDefault(question.purchaseOrder(), List.of()))) {
                continue;
            }
            Instant respondBy = Deadlines.after(now, Deadlines.of(terms, row.supplier()));
            questions.amendments().begin(merchant, question.id(), now, respondBy);
            begun.put(
                    question.id(),
                    notice(
                            row,
                            question,
                            all.getOrDefault(row.id(), List.of()),
                            respondBy,
                            ReadInstructions.words(told, row)));
            watches.add(new NewWork(
                    "purchasing", WatchAmendments.KIND, question.id().value(), respondBy, false));
            entries.add(entry(row, question));
        }
        desk.work().add(merchant, watches);
        desk.audit().record(merchant, entries);
        Crash.at("purchasing.amendment-begun");
        return begun;
    }

    private static boolean isOpen(List<Cancellation> cancellations) {
        return cancellations.stream().anyMatch(each -> each.status() == Cancellation.Status.OPEN);
    }

    static AmendmentNotice notice(
            PurchaseOrder row,
            Amendment question,
            List<PurchaseOrderLine> lines,
            Instant respondBy,
            @Nullable Instructions instructions) {
        List<PurchaseOrderLine> toCome = lines.stream()
                .filter(line -> !line.withdrawn() && line.units().owed() > 0)
                .map(line -> line.with(LineUnits.asked(line.units().owed())))
                .toList();
        return new AmendmentNotice(
                question.id(),
                question.ordinal(),
                row.version(),
                question.changes(),
                respondBy,
                new ReadyToSend(
                        row.id(),
                        row.number(),
                        row.version() + 1,
                        row.salesOrder(),
                        row.supplier(),
                        row.store(),
                        row.storeOrderId(),
                        row.storeOrderName(),
                        question.customerRecord(),
                        row.subject(),
                        row.shipFrom(),
                        question.shipMethod(),
                        row.currency(),
                        row.issuedAt(),
                        respondBy,
                        toCome,
                        instructions));
    }

    private static AuditEntry entry(PurchaseOrder row, Amendment question) {
        String status = row.status().name();
        return new AuditEntry(
                "BeginAmendments",
                "purchase_order",
                row.id().value(),
                status,
                status,
                "amendment " + question.ordinal() + " asked");
    }
}
