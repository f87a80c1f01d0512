package dev.baton.purchasing;

import dev.baton.orders.OrdersAllocated;
import dev.baton.orders.OrdersAllocated.Allocated;
import dev.baton.orders.OrdersAllocated.Group;
import dev.baton.orders.OrdersAllocated.OrderAllocated;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.Crash;
import dev.baton.platform.Ids;
import dev.baton.purchasing.PurchaseOrdersIssued.IssuedPurchaseOrder;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes one purchase order per supplier and ship-from of every order that was just allocated, in the same
 * transaction. Nothing is rendered and nothing leaves here.
 */
@Component
class IssuePurchaseOrders {

    private final PurchaseOrders purchaseOrders;
    private final PurchaseOrderLines lines;
    private final Told told;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher news;

    IssuePurchaseOrders(
            PurchaseOrders purchaseOrders,
            PurchaseOrderLines lines,
            Told told,
            Audit audit,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher news) {
        this.purchaseOrders = purchaseOrders;
        this.lines = lines;
        this.told = told;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.news = news;
    }

    /** Where what they are told comes from. */
    @Component
    record Told(PlanInstructions standing, OrderInstructions ofOrders) {}

    /** Runs inside the transaction that allocated the orders. */
    @EventListener
    void issue(OrdersAllocated allocated) {
        Instant now = clock.instant();
        PlanInstructions.Holding holding = told.standing().holding(allocated.merchant(), allocated.orders());
        Map<SalesOrderId, OrderInstructions.Row> alone = told.ofOrders()
                .newest(
                        allocated.merchant(),
                        allocated.orders().stream().map(OrderAllocated::order).toList());
        List<PurchaseOrder> issued = new ArrayList<>();
        List<PurchaseOrderLine> issuedLines = new ArrayList<>();
        for (OrderAllocated order : allocated.orders()) {
            int suffix = order.firstPoSuffix();
            for (Group group : order.groups()) {
                PurchaseOrder purchaseOrder =
                        write(order, group, suffix++, holding.of(order.store(), group), alone.get(order.order()), now);
                issued.add(purchaseOrder);
                addLines(purchaseOrder.id(), group, issuedLines);
            }
        }
        if (issued.isEmpty()) {
            return;
        }
        purchaseOrders.insertAll(allocated.merchant(), issued);
        lines.insertAll(allocated.merchant(), issuedLines);
        audit.record(
                allocated.merchant(),
                issued.stream().map(IssuePurchaseOrders::entry).toList());
        Crash.at("purchasing.issued");
        news.publishEvent(new PurchaseOrdersIssued(
                allocated.merchant(),
                issued.stream().map(IssuePurchaseOrders::told).toList()));
    }

    private PurchaseOrder write(
            OrderAllocated order,
            Group group,
            int suffix,
            ToldInstructions standing,
            OrderInstructions.@Nullable Row alone,
            Instant now) {
        return new PurchaseOrder(
                new PurchaseOrderId(ids.next()),
                order.number() + "-" + suffix,
                1,
                PurchaseOrderStatus.ISSUED,
                order.order(),
                group.supplier(),
                order.store(),
                order.storeOrderId(),
                order.storeOrderName(),
                order.customerRecord(),
                order.subject(),
                group.shipFrom(),
                order.shipCountry(),
                order.shipMethod(),
                group.currency(),
                now,
                order.sendAfter(),
                null,
                null,
                null,
                null,
                null,
                standing.written(),
                alone == null ? null : alone.version());
    }

    private static void addLines(PurchaseOrderId purchaseOrder, Group group, List<PurchaseOrderLine> to) {
        int number = 1;
        for (Allocated line : group.lines()) {
            to.add(new PurchaseOrderLine(
                    purchaseOrder,
                    number++,
                    line.allocation(),
                    line.line(),
                    line.offer(),
                    line.merchantSku(),
                    line.supplierSku(),
                    line.title(),
                    line.unitCostMicros(),
                    false,
                    LineUnits.asked(line.quantity())));
        }
    }

    private static AuditEntry entry(PurchaseOrder issued) {
        return new AuditEntry(
                "IssuePurchaseOrders",
                "purchase_order",
                issued.id().value(),
                null,
                PurchaseOrderStatus.ISSUED.name(),
                null);
    }

    private static IssuedPurchaseOrder told(PurchaseOrder issued) {
        return new IssuedPurchaseOrder(
                issued.id(),
                issued.number(),
                issued.version(),
                issued.supplier(),
                issued.store(),
                issued.customerRecord(),
                issued.subject(),
                issued.sendAfter());
    }
}
