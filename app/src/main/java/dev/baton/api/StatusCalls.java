package dev.baton.api;

import dev.baton.notifications.MessageLookup;
import dev.baton.orders.OrderFigures;
import dev.baton.orders.OrderLookup;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.Work;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.shipping.ShipmentLookup;
import dev.baton.tracking.TrackingLookup;
import dev.baton.trading.TransmissionLookup;
import dev.baton.trading.TransmissionStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How things stand, in numbers. */
@RestController
@RequestMapping("/api/v1/status")
@Tag(name = "Status")
class StatusCalls {

    private static final Set<PurchaseOrderStatus> SAID_YES = Set.of(
            PurchaseOrderStatus.ACKNOWLEDGED,
            PurchaseOrderStatus.PARTLY_REJECTED,
            PurchaseOrderStatus.PARTLY_SHIPPED,
            PurchaseOrderStatus.SHIPPED);

    private static final Set<PurchaseOrderStatus> SAID_NO =
            Set.of(PurchaseOrderStatus.REJECTED, PurchaseOrderStatus.PARTLY_REJECTED);

    private static final Set<TransmissionStatus> ARRIVED =
            Set.of(TransmissionStatus.SENT, TransmissionStatus.ACKNOWLEDGED);

    private final Tenancy tenancy;
    private final OrderLookup orders;
    private final Trade trade;
    private final MessageLookup messages;
    private final Work work;
    private final Tasks tasks;

    StatusCalls(Tenancy tenancy, OrderLookup orders, Trade trade, MessageLookup messages, Work work, Tasks tasks) {
        this.tenancy = tenancy;
        this.orders = orders;
        this.trade = trade;
        this.messages = messages;
        this.work = work;
        this.tasks = tasks;
    }

    /** The read sides of what goes to and comes from suppliers. */
    @org.springframework.stereotype.Component
    record Trade(
            PurchaseOrderLookup purchaseOrders,
            TransmissionLookup transmissions,
            ShipmentLookup shipments,
            TrackingLookup tracking) {}

    /**
     * Counts since the beginning.
     *
     * @param accepted orders nothing ever held up
     * @param held orders per kind of hold, open or released
     * @param purchaseOrders issued and not withdrawn
     * @param transmissions purchase orders that suppliers' systems took
     * @param acknowledged purchase orders a supplier accepted at least in part
     * @param rejected purchase orders a supplier rejected at least in part
     * @param rerouted times a line looked for another supplier
     * @param cancelledBeforeSend units no supplier ever knew of
     * @param cancelledAfterSend units a supplier agreed not to ship
     * @param delivered parcels that arrived
     * @param parked documents to suppliers that wait for a person
     * @param messages mails to customers per state; those of {@code unknown} may or may not have left
     * @param openWork what Baton still has to do by itself, schedules apart
     * @param openTasks what waits for a person
     */
    record Status(
            long orders,
            long accepted,
            Map<String, Long> held,
            long purchaseOrders,
            long transmissions,
            long acknowledged,
            long rejected,
            long rerouted,
            long cancelledBeforeSend,
            long cancelledAfterSend,
            long parcels,
            long delivered,
            long parked,
            Map<String, Long> messages,
            long openWork,
            long openTasks) {}

    @Operation(summary = "Say how things stand, in numbers")
    @Needs({Scope.READ, Scope.ORDERS})
    @GetMapping
    Status status(Caller caller) {
        return tenancy.inTransaction(caller.merchant(), () -> read(caller.merchant()));
    }

    private Status read(MerchantId merchant) {
        OrderFigures figures = orders.figures(merchant);
        Map<PurchaseOrderStatus, Long> issued = trade.purchaseOrders().counts(merchant);
        Map<TransmissionStatus, Long> sent = trade.transmissions().counts(merchant);
        Map<String, Long> held = new TreeMap<>();
        figures.held().forEach((kind, count) -> held.put(kind.name(), count));
        Map<String, Long> mails = new TreeMap<>();
        messages.counts(merchant).forEach((state, count) -> mails.put(Lists.word(state), count));
        return new Status(
                figures.orders(),
                figures.accepted(),
                held,
                sum(issued) - issued.getOrDefault(PurchaseOrderStatus.WITHDRAWN, 0L),
                sum(sent, ARRIVED),
                sum(issued, SAID_YES),
                sum(issued, SAID_NO),
                figures.reroutes(),
                figures.cancelledUnsent(),
                figures.cancelledSent(),
                trade.shipments().countPackages(merchant),
                trade.tracking().countDelivered(merchant),
                trade.transmissions().countForAPerson(merchant),
                mails,
                work.countOpen(merchant),
                tasks.countOpen(merchant));
    }

    private static <K> long sum(Map<K, Long> counts) {
        return sum(counts, counts.keySet());
    }

    private static <K> long sum(Map<K, Long> counts, Set<K> of) {
        return of.stream().mapToLong(key -> counts.getOrDefault(key, 0L)).sum();
    }
}
