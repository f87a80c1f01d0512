package dev.baton.purchasing;

import dev.baton.inventory.DeductionCause;
import dev.baton.inventory.NewDeduction;
import dev.baton.inventory.RecordDeductions;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.work.NewWork;
import dev.baton.purchasing.PurchaseOrders.Move;
import dev.baton.purchasing.PurchaseOrders.Sent;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what became of the purchase order on its way, as trading found out. */
@Component
public class MarkTransmitted {

    private static final Set<PurchaseOrderStatus> UNSETTLED =
            Set.of(PurchaseOrderStatus.SENDING, PurchaseOrderStatus.UNDELIVERED, PurchaseOrderStatus.UNKNOWN);

    private final PurchasingDesk desk;
    private final SupplierLookup suppliers;
    private final PurchaseOrders purchaseOrders;
    private final PurchaseOrderLines lines;
    private final RecordDeductions recordDeductions;

    MarkTransmitted(
            PurchasingDesk desk,
            SupplierLookup suppliers,
            PurchaseOrders purchaseOrders,
            PurchaseOrderLines lines,
            RecordDeductions recordDeductions) {
        this.desk = desk;
        this.suppliers = suppliers;
        this.purchaseOrders = purchaseOrders;
        this.lines = lines;
        this.recordDeductions = recordDeductions;
    }

    /** A purchase order the supplier's system has taken, and when. */
    public record Arrived(PurchaseOrderId id, Instant at) {}

    /** A purchase order whose sending ended without success, and why. */
    public record Failed(PurchaseOrderId id, String why) {}

    /**
     * The supplier has them: the time to answer runs from now. An answer that came before this stands. Joins the
     * caller's transaction or opens one.
     */
    public void sent(MerchantId merchant, List<Arrived> arrived) {
        if (!arrived.isEmpty()) {
            desk.tenancy().run(merchant, () -> writeSent(merchant, arrived));
        }
    }

    private void writeSent(MerchantId merchant, List<Arrived> arrived) {
        Map<PurchaseOrderId, Arrived> byId =
                arrived.stream().collect(Collectors.toMap(Arrived::id, Function.identity()));
        List<Sent> sent = new ArrayList<>();
        List<NewWork> reminders = new ArrayList<>();
        List<AuditEntry> entries = new ArrayList<>();
        List<PurchaseOrder> fresh = new ArrayList<>();
        List<PurchaseOrder> locked = purchaseOrders.lock(merchant, byId.keySet());
        Map<SupplierId, SupplierTerms> terms = suppliers.terms(
                merchant,
                locked.stream().map(PurchaseOrder::supplier).distinct().toList());
        for (PurchaseOrder row : locked) {
            Instant at = Objects.requireNonNull(byId.get(row.id())).at();
            Instant respondBy = Deadlines.after(at, Deadlines.of(terms, row.supplier()));
            sent.add(new Sent(row.id(), at, respondBy));
            // an answer that overtook this one has set both times and, where units stay open, the reminder
            if (row.sentAt() == null) {
                fresh.add(row);
                reminders.add(Reminders.work(row.id(), respondBy));
            }
            String to = UNSETTLED.contains(row.status())
                    ? PurchaseOrderStatus.SENT.name()
                    : row.status().name();
            entries.add(entry(row, to, null));
        }
        purchaseOrders.sent(merchant, sent);
        desk.work().add(merchant, reminders);
        bookLater(merchant, fresh, terms);
        desk.audit().record(merchant, entries);
        Crash.at("purchasing.sent");
    }

    /** A net supplier with an agreed booking lag takes the units out of its figure without a word, so long after. */
    private void bookLater(MerchantId merchant, List<PurchaseOrder> fresh, Map<SupplierId, SupplierTerms> terms) {
        List<PurchaseOrderId> booking = fresh.stream()
                .filter(row -> {
                    SupplierTerms agreed = Deadlines.of(terms, row.supplier());
                    return agreed.netting() == Netting.NET && agreed.bookingLagSeconds() > 0;
                })
                .map(PurchaseOrder::id)
                .toList();
        if (booking.isEmpty()) {
            return;
        }
        Instant now = desk.clock().instant();
        recordDeductions.record(
                merchant,
                lines.of(merchant, booking).values().stream()
                        .flatMap(List::stream)
                        .filter(line -> !line.withdrawn() && line.units().owed() > 0)
                        .map(line -> new NewDeduction(
                                line.allocation().value(),
                                line.units().owed(),
                                now,
                                DeductionCause.SENT,
                                line.purchaseOrder().value()))
                        .toList());
    }

    /** The suppliers certainly do not have them; a person looks. Joins the caller's transaction or opens one. */
    public void undelivered(MerchantId merchant, List<Failed> undelivered) {
        settle(merchant, undelivered, PurchaseOrderStatus.UNDELIVERED);
    }

    /** No attempt told whether the supplier has them; a person looks. Joins the caller's transaction or opens one. */
    public void unknown(MerchantId merchant, List<Failed> unknown) {
        settle(merchant, unknown, PurchaseOrderStatus.UNKNOWN);
    }

    /**
     * The mail a purchase order went by came back after it had counted as sent: the time to answer does not run any more
     * and starts anew once it is sent again. One the supplier has said anything about stands. Joins the caller's
     * transaction or opens one.
     *
     * @param never whether the supplier certainly does not have it
     */
    public void cameBack(MerchantId merchant, Failed failed, boolean never) {
        PurchaseOrderStatus to = never ? PurchaseOrderStatus.UNDELIVERED : PurchaseOrderStatus.UNKNOWN;
        desk.tenancy()
                .run(
                        merchant,
                        () -> purchaseOrders.lock(merchant, List.of(failed.id())).stream()
                                .filter(row -> row.status() == PurchaseOrderStatus.SENT && isUnanswered(merchant, row))
                                .forEach(row -> {
                                    purchaseOrders.cameBack(merchant, row.id(), to);
                                    desk.work()
                                            .remove(
                                                    merchant,
                                                    Reminders.KIND,
                                                    List.of(row.id().value()));
                                    desk.tasks()
                                            .closeFor(
                                                    merchant,
                                                    Reminders.UNANSWERED,
                                                    row.id().value(),
                                                    "its mail came back");
                                    desk.audit().record(merchant, List.of(entry(row, to.name(), failed.why())));
                                }));
    }

    /** Whether no unit of it was answered, shipped or cancelled yet. */
    private boolean isUnanswered(MerchantId merchant, PurchaseOrder row) {
        return lines.of(merchant, List.of(row.id())).getOrDefault(row.id(), List.of()).stream()
                .filter(line -> !line.withdrawn())
                .allMatch(line -> line.units().unanswered() == line.units().quantity());
    }

    private void settle(MerchantId merchant, List<Failed> failed, PurchaseOrderStatus to) {
        if (failed.isEmpty()) {
            return;
        }
        Map<PurchaseOrderId, String> why = failed.stream().collect(Collectors.toMap(Failed::id, Failed::why));
        desk.tenancy().run(merchant, () -> {
            List<PurchaseOrder> unsettled = purchaseOrders.lock(merchant, why.keySet()).stream()
                    .filter(row -> UNSETTLED.contains(row.status()))
                    .toList();
            purchaseOrders.move(
                    merchant,
                    unsettled.stream()
                            .map(row -> new Move(row.id(), row.status(), to))
                            .toList());
            desk.audit()
                    .record(
                            merchant,
                            unsettled.stream()
                                    .map(row -> entry(row, to.name(), why.get(row.id())))
                                    .toList());
        });
    }

    private static AuditEntry entry(PurchaseOrder row, String to, @Nullable String why) {
        return new AuditEntry(
                "MarkTransmitted",
                "purchase_order",
                row.id().value(),
                row.status().name(),
                to,
                why);
    }
}
