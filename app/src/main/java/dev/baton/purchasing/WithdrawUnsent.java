package dev.baton.purchasing;

import dev.baton.orders.AllocationId;
import dev.baton.orders.AllocationsWithdrawn;
import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Takes units back that no supplier was told of: their lines vanish from the document to come, and a purchase
 * order without lines is withdrawn as a whole.
 */
@Component
class WithdrawUnsent {

    private final PurchaseOrders purchaseOrders;
    private final PurchaseOrderLines lines;
    private final Audit audit;
    private final ApplicationEventPublisher news;

    WithdrawUnsent(
            PurchaseOrders purchaseOrders, PurchaseOrderLines lines, Audit audit, ApplicationEventPublisher news) {
        this.purchaseOrders = purchaseOrders;
        this.lines = lines;
        this.audit = audit;
        this.news = news;
    }

    /** Runs inside the transaction that withdrew the allocations; their sales orders are locked by then. */
    @EventListener
    void withdraw(AllocationsWithdrawn withdrawn) {
        MerchantId merchant = withdrawn.merchant();
        Set<PurchaseOrderId> touched = new HashSet<>();
        lines.ofAllocations(merchant, withdrawn.allocations()).forEach(line -> touched.add(line.purchaseOrder()));
        if (touched.isEmpty()) {
            return;
        }
        List<PurchaseOrder> locked = purchaseOrders.lock(merchant, touched);
        lines.withdraw(merchant, withdrawn.allocations());
        List<PurchaseOrderId> empty = withdrawEmpty(merchant, locked, withdrawn.allocations());
        audit.record(merchant, entries(locked, empty, withdrawn.why()));
        if (!empty.isEmpty()) {
            news.publishEvent(new PurchaseOrdersWithdrawn(merchant, empty));
        }
        Crash.at("purchasing.withdrawn");
    }

    private List<PurchaseOrderId> withdrawEmpty(
            MerchantId merchant, List<PurchaseOrder> locked, Collection<AllocationId> gone) {
        Map<PurchaseOrderId, List<PurchaseOrderLine>> all =
                lines.of(merchant, locked.stream().map(PurchaseOrder::id).toList());
        List<PurchaseOrders.Move> moves = new ArrayList<>();
        for (PurchaseOrder row : locked) {
            if (row.status() != PurchaseOrderStatus.ISSUED) {
                throw new IllegalStateException(
                        "purchase order " + row.number() + " was sent, its units cannot be withdrawn");
            }
            boolean empty = all.getOrDefault(row.id(), List.of()).stream()
                    .allMatch(line -> line.withdrawn() || gone.contains(line.allocation()));
            if (empty) {
                moves.add(new PurchaseOrders.Move(row.id(), row.status(), PurchaseOrderStatus.WITHDRAWN));
            }
        }
        purchaseOrders.move(merchant, moves);
        return moves.stream().map(PurchaseOrders.Move::id).toList();
    }

    private static List<AuditEntry> entries(List<PurchaseOrder> locked, List<PurchaseOrderId> empty, String why) {
        return locked.stream()
                .map(row -> new AuditEntry(
                        "WithdrawUnsent",
                        "purchase_order",
                        row.id().value(),
                        row.status().name(),
                        empty.contains(row.id())
                                ? PurchaseOrderStatus.WITHDRAWN.name()
                                : row.status().name(),
                        why))
                .toList();
    }
}
