package dev.baton.purchasing;

import dev.baton.orders.LockOrders;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tasks;
import dev.baton.platform.work.Work;
import dev.baton.purchasing.PurchaseOrders.Closing;
import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Purchase orders a supplier may answer, ship or cancel: found by the number on the document, locked after
 * their sales order, written together with their lines. Needs an open transaction of the merchant.
 */
@Component
class SentPurchaseOrders {

    private final LockOrders lockOrders;
    private final PurchaseOrders purchaseOrders;
    private final PurchaseOrderLines lines;
    private final ShipBy shipBy;
    private final Work work;
    private final Tasks tasks;

    SentPurchaseOrders(
            LockOrders lockOrders,
            PurchaseOrders purchaseOrders,
            PurchaseOrderLines lines,
            ShipBy shipBy,
            Work work,
            Tasks tasks) {
        this.lockOrders = lockOrders;
        this.purchaseOrders = purchaseOrders;
        this.lines = lines;
        this.shipBy = shipBy;
        this.work = work;
        this.tasks = tasks;
    }

    /**
     * Locks the one of that number, its sales order first.
     *
     * @throws Problem UNKNOWN_PURCHASE_ORDER when none of that number was sent to this supplier
     */
    SentPurchaseOrder lock(MerchantId merchant, SupplierId supplier, String number) {
        PurchaseOrder seen = purchaseOrders
                .findByNumber(merchant, number)
                .filter(row -> row.supplier().equals(supplier) && row.status().begun())
                .orElseThrow(() -> new Problem(
                        PurchasingProblem.UNKNOWN_PURCHASE_ORDER,
                        "No purchase order " + number
                                + " was sent to you. Check the number; if it was withdrawn, do not ship."));
        return lock(merchant, seen.id());
    }

    /** Locks it, its sales order first. */
    SentPurchaseOrder lock(MerchantId merchant, PurchaseOrderId id) {
        lockOrders.lock(merchant, purchaseOrders.salesOrdersOf(merchant, List.of(id)));
        return withLines(merchant, purchaseOrders.lock(merchant, List.of(id)).getFirst());
    }

    /** As above; empty when there is none of that id. */
    Optional<SentPurchaseOrder> lockIfThere(MerchantId merchant, PurchaseOrderId id) {
        lockOrders.lock(merchant, purchaseOrders.salesOrdersOf(merchant, List.of(id)));
        return purchaseOrders.lock(merchant, List.of(id)).stream().findFirst().map(head -> withLines(merchant, head));
    }

    private SentPurchaseOrder withLines(MerchantId merchant, PurchaseOrder head) {
        List<PurchaseOrderLine> onDocument =
                lines.of(merchant, List.of(head.id())).getOrDefault(head.id(), List.of()).stream()
                        .filter(line -> !line.withdrawn())
                        .toList();
        return new SentPurchaseOrder(head, onDocument);
    }

    /**
     * Writes what the supplier said and the status it adds up to; once nothing is unanswered the reminding ends.
     * Who answers has it: an answer proves that the purchase order arrived, whatever our own attempt told.
     */
    PurchaseOrderStatus writeAnswer(
            MerchantId merchant, SentPurchaseOrder before, List<PurchaseOrderLine> after, Instant now) {
        PurchaseOrder head = before.head();
        Instant sentAt = head.sentAt() == null ? now : head.sentAt();
        boolean unanswered = isUnanswered(after);
        if (unanswered && head.sentAt() == null) {
            work.add(merchant, List.of(Reminders.work(head.id(), later(head.respondBy(), now))));
        }
        return write(merchant, before, after, new Base(arrived(head.status()), sentAt, now));
    }

    /** Writes units that are cancelled because the supplier never got them; what is left keeps its status. */
    PurchaseOrderStatus writeNeverReceived(
            MerchantId merchant, SentPurchaseOrder before, List<PurchaseOrderLine> after, Instant now) {
        PurchaseOrder head = before.head();
        return write(merchant, before, after, new Base(head.status(), head.sentAt(), now));
    }

    /** What holds before the lines are looked at. */
    private record Base(
            PurchaseOrderStatus status, @Nullable Instant sentAt, Instant now) {}

    private PurchaseOrderStatus write(
            MerchantId merchant, SentPurchaseOrder before, List<PurchaseOrderLine> after, Base base) {
        List<PurchaseOrderLine> changed = new ArrayList<>(after);
        changed.removeAll(before.lines());
        lines.write(merchant, changed);
        PurchaseOrder head = before.head();
        PurchaseOrderStatus status = PurchaseOrderStatus.of(base.status(), after);
        boolean firstFull = head.answeredAt() == null && !isUnanswered(after);
        Instant answeredAt = firstFull ? base.now() : head.answeredAt();
        purchaseOrders.close(merchant, new Closing(head.id(), status, base.sentAt(), answeredAt));
        if (firstFull) {
            work.remove(merchant, Reminders.KIND, List.of(head.id().value()));
            tasks.closeFor(merchant, Reminders.UNANSWERED, head.id().value(), "answered");
        }
        watchShipping(merchant, head, status, changed, firstFull ? after : List.of(), base.now());
        return status;
    }

    /** From the full answer on the goods are expected; another date for some of them moves the day. */
    private void watchShipping(
            MerchantId merchant,
            PurchaseOrder head,
            PurchaseOrderStatus status,
            List<PurchaseOrderLine> changed,
            List<PurchaseOrderLine> answered,
            Instant now) {
        boolean putOff = changed.stream().anyMatch(line -> line.units().backordered() > 0);
        if (!status.owesSomething()) {
            if (head.answeredAt() != null) {
                shipBy.end(merchant, head);
            }
        } else if (!answered.isEmpty() || (putOff && head.answeredAt() != null)) {
            shipBy.watch(merchant, head, answered.isEmpty() ? changed : answered, now);
        }
    }

    private static boolean isUnanswered(List<PurchaseOrderLine> lines) {
        return lines.stream().anyMatch(line -> line.units().unanswered() > 0);
    }

    private static Instant later(@Nullable Instant respondBy, Instant now) {
        return respondBy == null || respondBy.isBefore(now) ? now : respondBy;
    }

    private static PurchaseOrderStatus arrived(PurchaseOrderStatus status) {
        return switch (status) {
            case SENDING, UNDELIVERED, UNKNOWN -> PurchaseOrderStatus.SENT;
            case ISSUED, SENT, ACKNOWLEDGED, PARTLY_REJECTED, REJECTED, PARTLY_SHIPPED, SHIPPED, CANCELLED, WITHDRAWN ->
                status;
        };
    }
}
