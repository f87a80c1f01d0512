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
import dev.baton.purchasing.UnderMinimum.Shortfall;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes one purchase order per supplier and ship-from of every order that was just allocated, in the same
 * transaction: a new one, or the next version of one that was withdrawn before it left. Nothing is rendered and nothing
 * leaves here.
 */
@Component
class IssuePurchaseOrders {

    private final PurchaseOrders purchaseOrders;
    private final PurchaseOrderLines lines;
    private final ReissuePurchaseOrders again;
    private final Told told;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher news;

    IssuePurchaseOrders(
            PurchaseOrders purchaseOrders,
            PurchaseOrderLines lines,
            ReissuePurchaseOrders again,
            Told told,
            Audit audit,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher news) {
        this.purchaseOrders = purchaseOrders;
        this.lines = lines;
        this.again = again;
        this.told = told;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.news = news;
    }

    /** Where what they are told comes from, and who tells of those that are worth too little. */
    @Component
    record Told(PlanInstructions standing, OrderInstructions ofOrders, UnderMinimum underMinimum) {}

    /** Runs inside the transaction that allocated the orders. */
    @EventListener
    void issue(OrdersAllocated allocated) {
        Instant now = clock.instant();
        PlanInstructions.Holding holding = told.standing().holding(allocated.merchant(), allocated.orders());
        Map<SalesOrderId, OrderInstructions.Row> alone = told.ofOrders()
                .newest(
                        allocated.merchant(),
                        allocated.orders().stream().map(OrderAllocated::order).toList());
        Map<PurchaseOrderId, Shortfall> tooSmall = new LinkedHashMap<>();
        ReissuePurchaseOrders.Withdrawn withdrawn = again.withdrawn(allocated.merchant(), allocated.orders());
        List<PurchaseOrder> issued = new ArrayList<>();
        List<PurchaseOrderLine> issuedLines = new ArrayList<>();
        for (OrderAllocated order : allocated.orders()) {
            int suffix = order.firstPoSuffix();
            for (Group group : order.groups()) {
                PurchaseOrder before = withdrawn.take(order, group);
                Named named = before == null
                        ? new Named(new PurchaseOrderId(ids.next()), order.number() + "-" + suffix++, 1)
                        : new Named(before.id(), before.number(), before.version() + 1);
                PurchaseOrder purchaseOrder =
                        write(order, group, named, holding.of(order.store(), group), alone.get(order.order()), now);
                issued.add(purchaseOrder);
                List<PurchaseOrderLine> itsLines = lines(purchaseOrder.id(), group);
                issuedLines.addAll(itsLines);
                Shortfall under = UnderMinimum.of(
                        itsLines, group.currency(), holding.suppliers().get(group.supplier()));
                if (under != null) {
                    tooSmall.put(purchaseOrder.id(), under);
                }
            }
        }
        if (issued.isEmpty()) {
            return;
        }
        Map<Boolean, List<PurchaseOrder>> first =
                issued.stream().collect(Collectors.partitioningBy(row -> row.version() == 1));
        purchaseOrders.insertAll(allocated.merchant(), first.getOrDefault(true, List.of()));
        again.write(allocated.merchant(), first.getOrDefault(false, List.of()), issuedLines);
        lines.insertAll(allocated.merchant(), issuedLines);
        audit.record(
                allocated.merchant(),
                issued.stream()
                        .map(each -> entry(each, tooSmall.get(each.id())))
                        .toList());
        told.underMinimum().tell(allocated.merchant(), tooSmall.values());
        Crash.at("purchasing.issued");
        news.publishEvent(new PurchaseOrdersIssued(
                allocated.merchant(),
                issued.stream().map(IssuePurchaseOrders::told).toList()));
    }

    /** What one is known by. */
    private record Named(PurchaseOrderId id, String number, int version) {}

    private static PurchaseOrder write(
            OrderAllocated order,
            Group group,
            Named named,
            ToldInstructions standing,
            OrderInstructions.@Nullable Row alone,
            Instant now) {
        return new PurchaseOrder(
                named.id(),
                named.number(),
                named.version(),
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

    private static List<PurchaseOrderLine> lines(PurchaseOrderId purchaseOrder, Group group) {
        List<PurchaseOrderLine> lines = new ArrayList<>();
        for (Allocated line : group.lines()) {
            lines.add(new PurchaseOrderLine(
                    purchaseOrder,
                    lines.size() + 1,
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
        return lines;
    }

    private static AuditEntry entry(PurchaseOrder issued, @Nullable Shortfall under) {
        return new AuditEntry(
                "IssuePurchaseOrders",
                "purchase_order",
                issued.id().value(),
                issued.version() == 1 ? null : PurchaseOrderStatus.WITHDRAWN.name(),
                PurchaseOrderStatus.ISSUED.name(),
                under == null ? null : under.words());
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
