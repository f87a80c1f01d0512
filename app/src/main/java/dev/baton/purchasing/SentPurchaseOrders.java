package dev.baton.purchasing;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tasks;
import dev.baton.platform.work.Work;
import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Purchase orders a supplier may answer, ship or cancel: found by the number on the document, locked after
 * their sales order, written together with their lines. Needs an open transaction of the merchant.
 */
@Component
class SentPurchaseOrders {

    private final PurchaseOrders purchaseOrders;
    private final PurchaseOrderLines lines;
    private final Work work;
    private final Tasks tasks;

    SentPurchaseOrders(PurchaseOrders purchaseOrders, PurchaseOrderLines lines, Work work, Tasks tasks) {
        this.purchaseOrders = purchaseOrders;
        this.lines = lines;
        this.work = work;
        this.tasks = tasks;
    }

    /**
     * The purchase order as it was a moment ago, not locked.
     *
     * @throws Problem UNKNOWN_PURCHASE_ORDER when none of that number was sent to this supplier
     */
    PurchaseOrder find(MerchantId merchant, SupplierId supplier, String number) {
        return purchaseOrders
                .findByNumber(merchant, number)
                .filter(row -> row.supplier().equals(supplier) && row.status().begun())
                .orElseThrow(() -> new Problem(
                        PurchasingProblem.UNKNOWN_PURCHASE_ORDER,
                        "No purchase order " + number
                                + " was sent to you. Check the number; if it was withdrawn, do not ship."));
    }

    /** Locks it; its sales order must be locked already. */
    SentPurchaseOrder lock(MerchantId merchant, PurchaseOrderId id) {
        PurchaseOrder head = purchaseOrders.lock(merchant, List.of(id)).getFirst();
        List<PurchaseOrderLine> onDocument = lines.of(merchant, List.of(id)).getOrDefault(id, List.of()).stream()
                .filter(line -> !line.withdrawn())
                .toList();
        return new SentPurchaseOrder(head, onDocument);
    }

    /** Writes changed lines and the status they add up to; once nothing is unanswered the reminding ends. */
    PurchaseOrderStatus write(
            MerchantId merchant, SentPurchaseOrder before, List<PurchaseOrderLine> after, Instant now) {
        List<PurchaseOrderLine> changed = new ArrayList<>(after);
        changed.removeAll(before.lines());
        lines.write(merchant, changed);
        PurchaseOrder head = before.head();
        PurchaseOrderStatus status = PurchaseOrderStatus.of(known(head.status()), after);
        boolean answered = after.stream().noneMatch(line -> line.units().unanswered() > 0);
        @Nullable Instant answeredAt = head.answeredAt() == null && answered ? now : head.answeredAt();
        purchaseOrders.close(merchant, head.id(), status, answeredAt);
        if (answered && head.answeredAt() == null) {
            work.remove(merchant, Reminders.KIND, List.of(head.id().value()));
            tasks.closeFor(merchant, Reminders.UNANSWERED, head.id().value(), "answered");
        }
        return status;
    }

    /** Who answers has it: an answer proves that it arrived, whatever our own attempt told. */
    private static PurchaseOrderStatus known(PurchaseOrderStatus status) {
        return switch (status) {
            case SENDING, REFUSED, UNKNOWN -> PurchaseOrderStatus.SENT;
            case ISSUED,
                    SENT,
                    ACKNOWLEDGED,
                    PARTLY_REJECTED,
                    REJECTED,
                    PARTLY_SHIPPED,
                    SHIPPED,
                    CANCELLED,
                    WITHDRAWN -> status;
        };
    }
}
