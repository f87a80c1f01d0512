package dev.baton.purchasing;

import dev.baton.inventory.DeductionCause;
import dev.baton.inventory.NewDeduction;
import dev.baton.inventory.RecordDeductions;
import dev.baton.orders.AllocationId;
import dev.baton.orders.AllocationShipped;
import dev.baton.orders.OrderLineId;
import dev.baton.orders.ShipAllocations;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.purchasing.LineUnits.Step;
import dev.baton.purchasing.Recall.RecalledLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts units that left the supplier on its purchase order. Shipping what was never acknowledged accepts it, here
 * and in orders; what was not owed is excess, counted apart and never refused.
 */
@Component
public class ShipPurchaseOrders {

    private final SentPurchaseOrders sentPurchaseOrders;
    private final ShipAllocations shipAllocations;
    private final RecordDeductions recordDeductions;
    private final AskRecalls recalls;
    private final CloseQuestions closing;
    private final PurchasingDesk desk;

    ShipPurchaseOrders(
            SentPurchaseOrders sentPurchaseOrders,
            ShipAllocations shipAllocations,
            RecordDeductions recordDeductions,
            AskRecalls recalls,
            CloseQuestions closing,
            PurchasingDesk desk) {
        this.sentPurchaseOrders = sentPurchaseOrders;
        this.shipAllocations = shipAllocations;
        this.recordDeductions = recordDeductions;
        this.recalls = recalls;
        this.closing = closing;
        this.desk = desk;
    }

    /**
     * What left.
     *
     * @param cause the shipment's id
     * @param quantities units per line number, 1 or more each; every line stands on the document
     */
    public record LeftSupplier(PurchaseOrderId id, UUID cause, Instant at, Map<Integer, Integer> quantities) {}

    /**
     * What became of one line's units.
     *
     * @param counted units that were owed
     * @param excess units beyond that
     * @param afterCancel of the excess, units the supplier had agreed not to ship
     * @param unitCostMicros what a unit of the line costs
     */
    public record LineShipped(
            int line,
            AllocationId allocation,
            OrderLineId orderLine,
            int counted,
            int excess,
            int afterCancel,
            long unitCostMicros) {}

    /**
     * Counts one shipment on the purchase order, the customer's order and the supplier's stock; needs an open
     * transaction.
     *
     * @return one per line, in line order
     */
    public List<LineShipped> ship(MerchantId merchant, LeftSupplier left) {
        SentPurchaseOrder open = sentPurchaseOrders.lock(merchant, left.id());
        List<PurchaseOrderLine> after = new ArrayList<>();
        List<LineShipped> shipped = new ArrayList<>();
        for (PurchaseOrderLine line : open.lines()) {
            int quantity = left.quantities().getOrDefault(line.line(), 0);
            Step step = line.units().ship(quantity);
            after.add(line.with(step.after()));
            if (quantity > 0) {
                shipped.add(result(line, step, quantity));
            }
        }
        Instant at = between(open.head().begunAt(), left.at(), desk.clock().instant());
        PurchaseOrderStatus status = sentPurchaseOrders.writeAnswer(merchant, open, after, at);
        pass(merchant, left, at, shipped);
        desk.audit().record(merchant, List.of(entry(open.head(), status, left.cause())));
        recalls.ask(
                merchant,
                open.head(),
                left.cause(),
                shipped.stream()
                        .filter(line -> line.afterCancel() > 0)
                        .map(line -> new RecalledLine(line.line(), line.afterCancel(), line.unitCostMicros()))
                        .toList());
        closing.settle(merchant, open.head(), after);
        desk.news().publishEvent(new PurchaseOrdersAnswered(merchant, List.of(left.id())));
        return shipped;
    }

    /** Goods cannot have left before the supplier was told of them, nor after they were reported. */
    private static Instant between(@Nullable Instant begun, Instant said, Instant now) {
        Instant late = said.isAfter(now) ? now : said;
        return begun != null && late.isBefore(begun) ? begun : late;
    }

    private static LineShipped result(PurchaseOrderLine line, Step step, int quantity) {
        return new LineShipped(
                line.line(),
                line.allocation(),
                line.orderLine(),
                step.moved(),
                quantity - step.moved(),
                Math.min(
                        quantity - step.moved(),
                        Math.max(0, line.units().cancelled() - line.units().excess())),
                line.unitCostMicros());
    }

    /** Tells orders where the units are, and inventory, whose gross suppliers have them off the shelf now. */
    private void pass(MerchantId merchant, LeftSupplier left, Instant at, List<LineShipped> shipped) {
        List<LineShipped> counted =
                shipped.stream().filter(line -> line.counted() > 0).toList();
        shipAllocations.ship(
                merchant,
                counted.stream()
                        .map(line -> new AllocationShipped(line.allocation(), left.cause(), line.counted()))
                        .toList());
        recordDeductions.record(
                merchant,
                counted.stream()
                        .map(line -> new NewDeduction(
                                line.allocation().value(), line.counted(), at, DeductionCause.SHIPPED, left.cause()))
                        .toList());
    }

    private static AuditEntry entry(PurchaseOrder head, PurchaseOrderStatus after, UUID shipment) {
        return new AuditEntry(
                "ShipPurchaseOrders",
                "purchase_order",
                head.id().value(),
                head.status().name(),
                after.name(),
                "shipment " + shipment);
    }
}
