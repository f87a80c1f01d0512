package dev.baton.purchasing;

import dev.baton.inventory.DeductionCause;
import dev.baton.inventory.NewDeduction;
import dev.baton.inventory.RecordDeductions;
import dev.baton.orders.AllocationAnswer;
import dev.baton.orders.AllocationAnswer.Accepted;
import dev.baton.orders.AllocationId;
import dev.baton.orders.AnswerAllocations;
import dev.baton.orders.OrderLineId;
import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.purchasing.LineUnits.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Counts units that left the supplier on its purchase order. Shipping what was never acknowledged accepts it;
 * what was not owed is excess, counted apart and never refused.
 */
@Component
public class ShipPurchaseOrders {

    private final SentPurchaseOrders sentPurchaseOrders;
    private final AnswerAllocations answerAllocations;
    private final RecordDeductions recordDeductions;
    private final CloseCancellations closing;
    private final Audit audit;
    private final ApplicationEventPublisher news;

    ShipPurchaseOrders(
            SentPurchaseOrders sentPurchaseOrders,
            AnswerAllocations answerAllocations,
            RecordDeductions recordDeductions,
            CloseCancellations closing,
            Audit audit,
            ApplicationEventPublisher news) {
        this.sentPurchaseOrders = sentPurchaseOrders;
        this.answerAllocations = answerAllocations;
        this.recordDeductions = recordDeductions;
        this.closing = closing;
        this.audit = audit;
        this.news = news;
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
     * @param cancelled whether the supplier had agreed not to ship units of the line
     */
    public record LineShipped(
            int line, AllocationId allocation, OrderLineId orderLine, int counted, int excess, boolean cancelled) {}

    /**
     * Counts one shipment; needs an open transaction that has locked the sales order.
     *
     * @return one per line, in line order
     */
    public List<LineShipped> ship(MerchantId merchant, LeftSupplier left) {
        SentPurchaseOrder open = sentPurchaseOrders.lock(merchant, left.id());
        List<PurchaseOrderLine> after = new ArrayList<>();
        List<LineShipped> shipped = new ArrayList<>();
        Map<AllocationId, Integer> accepted = new LinkedHashMap<>();
        for (PurchaseOrderLine line : open.lines()) {
            int quantity = left.quantities().getOrDefault(line.line(), 0);
            Step step = line.units().ship(quantity);
            after.add(line.with(step.after()));
            if (quantity > 0) {
                shipped.add(result(line, step, quantity));
            }
            if (step.fromUnanswered() > 0) {
                accepted.put(line.allocation(), step.fromUnanswered());
            }
        }
        PurchaseOrderStatus status = sentPurchaseOrders.writeAnswer(merchant, open, after, left.at());
        accept(merchant, accepted, left);
        closing.overtaken(merchant, open.head(), after);
        audit.record(merchant, List.of(entry(open.head(), status, left.cause())));
        news.publishEvent(new PurchaseOrdersAnswered(merchant, List.of(left.id())));
        return shipped;
    }

    private static LineShipped result(PurchaseOrderLine line, Step step, int quantity) {
        return new LineShipped(
                line.line(),
                line.allocation(),
                line.orderLine(),
                step.moved(),
                quantity - step.moved(),
                line.units().cancelled() > 0);
    }

    private void accept(MerchantId merchant, Map<AllocationId, Integer> accepted, LeftSupplier left) {
        List<AllocationAnswer> answers = new ArrayList<>();
        List<NewDeduction> deductions = new ArrayList<>();
        accepted.forEach((allocation, units) -> {
            answers.add(new AllocationAnswer(allocation, left.cause(), new Accepted(units)));
            deductions.add(new NewDeduction(
                    allocation.value(), units, left.at(), DeductionCause.ACKNOWLEDGED, left.cause()));
        });
        answerAllocations.answer(merchant, answers);
        recordDeductions.record(merchant, deductions);
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
