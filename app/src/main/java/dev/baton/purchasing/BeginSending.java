package dev.baton.purchasing;

import dev.baton.orders.AllocationId;
import dev.baton.orders.LockOrders;
import dev.baton.orders.SendAllocations;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.purchasing.PurchaseOrders.Begun;
import dev.baton.purchasing.PurchaseOrders.Move;
import dev.baton.suppliers.Instructions;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The point of no return, one commit: purchase orders go from issued to sending and their allocations from
 * allocated to sent. A cancellation guards the same rows, so the first commit wins: what it cancelled before
 * is absent from the answer and is never sent; what comes after has to be asked of the supplier.
 */
@Component
public class BeginSending {

    private final PurchasingDesk desk;
    private final LockOrders lockOrders;
    private final SendAllocations sendAllocations;
    private final SupplierLookup suppliers;
    private final PurchaseOrders purchaseOrders;
    private final PurchaseOrderLines lines;
    private final ReadInstructions instructions;

    BeginSending(
            PurchasingDesk desk,
            LockOrders lockOrders,
            SendAllocations sendAllocations,
            SupplierLookup suppliers,
            PurchaseOrders purchaseOrders,
            PurchaseOrderLines lines,
            ReadInstructions instructions) {
        this.desk = desk;
        this.lockOrders = lockOrders;
        this.sendAllocations = sendAllocations;
        this.suppliers = suppliers;
        this.purchaseOrders = purchaseOrders;
        this.lines = lines;
        this.instructions = instructions;
    }

    /**
     * Begins sending; joins the caller's transaction or opens one.
     *
     * @param versions which version of each is to leave
     * @return what may leave now; a purchase order that is absent was withdrawn, begun before, or is written in a later
     *     version by now
     */
    public Map<PurchaseOrderId, ReadyToSend> begin(MerchantId merchant, Map<PurchaseOrderId, Integer> versions) {
        return versions.isEmpty() ? Map.of() : desk.tenancy().inTransaction(merchant, () -> once(merchant, versions));
    }

    private Map<PurchaseOrderId, ReadyToSend> once(MerchantId merchant, Map<PurchaseOrderId, Integer> versions) {
        lockOrders.lock(merchant, purchaseOrders.salesOrdersOf(merchant, versions.keySet()));
        List<PurchaseOrder> issued = purchaseOrders.lock(merchant, versions.keySet()).stream()
                .filter(row -> row.status() == PurchaseOrderStatus.ISSUED
                        && row.version() == versions.getOrDefault(row.id(), 0))
                .toList();
        Map<PurchaseOrderId, List<PurchaseOrderLine>> wanted = sendLines(merchant, issued);
        Map<SupplierId, SupplierTerms> terms = suppliers.terms(
                merchant,
                issued.stream().map(PurchaseOrder::supplier).distinct().toList());
        Map<PurchaseOrderId, ToldInstructions> told = instructions.of(merchant, issued);
        Map<PurchaseOrderId, ReadyToSend> ready = new HashMap<>();
        List<Move> withdrawn = new ArrayList<>();
        Instant now = desk.clock().instant();
        for (PurchaseOrder row : issued) {
            List<PurchaseOrderLine> rest = wanted.getOrDefault(row.id(), List.of());
            if (rest.isEmpty()) {
                withdrawn.add(new Move(row.id(), row.status(), PurchaseOrderStatus.WITHDRAWN));
            } else {
                Instant respondBy = Deadlines.after(now, Deadlines.of(terms, row.supplier()));
                ready.put(row.id(), ready(row, rest, respondBy, ReadInstructions.words(told, row)));
            }
        }
        purchaseOrders.move(merchant, withdrawn);
        purchaseOrders.begin(
                merchant,
                ready.values().stream()
                        .map(sending -> new Begun(sending.id(), now, sending.respondBy()))
                        .toList());
        desk.audit()
                .record(merchant, issued.stream().map(row -> entry(row, ready)).toList());
        Crash.at("purchasing.begun");
        return ready;
    }

    /** Moves the allocations that are still wanted; the others' lines vanish from the document. */
    private Map<PurchaseOrderId, List<PurchaseOrderLine>> sendLines(MerchantId merchant, List<PurchaseOrder> issued) {
        Map<PurchaseOrderId, List<PurchaseOrderLine>> all =
                lines.of(merchant, issued.stream().map(PurchaseOrder::id).toList());
        List<AllocationId> candidates = all.values().stream()
                .flatMap(List::stream)
                .filter(line -> !line.withdrawn())
                .map(PurchaseOrderLine::allocation)
                .toList();
        Set<AllocationId> sent = sendAllocations.send(merchant, candidates);
        lines.withdraw(
                merchant,
                candidates.stream()
                        .filter(allocation -> !sent.contains(allocation))
                        .toList());
        Map<PurchaseOrderId, List<PurchaseOrderLine>> wanted = new HashMap<>();
        all.forEach((id, ofOne) -> wanted.put(
                id,
                ofOne.stream().filter(line -> sent.contains(line.allocation())).toList()));
        return wanted;
    }

    private static ReadyToSend ready(
            PurchaseOrder row, List<PurchaseOrderLine> rest, Instant respondBy, @Nullable Instructions instructions) {
        return new ReadyToSend(
                row.id(),
                row.number(),
                row.version(),
                row.salesOrder(),
                row.supplier(),
                row.store(),
                row.storeOrderId(),
                row.storeOrderName(),
                row.customerRecord(),
                row.subject(),
                row.shipFrom(),
                row.shipMethod(),
                row.currency(),
                row.issuedAt(),
                respondBy,
                rest,
                instructions);
    }

    private static AuditEntry entry(PurchaseOrder row, Map<PurchaseOrderId, ReadyToSend> ready) {
        PurchaseOrderStatus to =
                ready.containsKey(row.id()) ? PurchaseOrderStatus.SENDING : PurchaseOrderStatus.WITHDRAWN;
        return new AuditEntry(
                "BeginSending", "purchase_order", row.id().value(), row.status().name(), to.name(), null);
    }
}
