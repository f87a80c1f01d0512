package dev.baton.api;

import dev.baton.purchasing.Cancellation;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.SendByTimes.SendBy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A purchase order as the API shows it to the merchant and, once it has begun to be sent, to its supplier.
 *
 * @param state one word of {@code PurchaseOrderStatus}
 * @param sendBy by when its supplier is to have it; null once it has, when it never will, or while watch mode keeps it back
 * @param lateToSend whether that has passed
 * @param respondBy when an answer is expected; null before sending
 * @param cancellations questions to the supplier not to ship, oldest first
 * @param amendments questions to the supplier to ship differently, oldest first
 */
record PurchaseOrderBody(
        String id,
        String number,
        int version,
        String state,
        String orderId,
        String storeOrderId,
        String storeOrderName,
        String supplier,
        String shipFrom,
        String shipCountry,
        @Nullable String shipMethod,
        String currency,
        Instant issuedAt,
        Instant sendAfter,
        @Nullable Instant sendBy,
        boolean lateToSend,
        @Nullable Instant sentAt,
        @Nullable Instant respondBy,
        @Nullable Instant remindedAt,
        @Nullable Instant answeredAt,
        List<Line> lines,
        List<Question> cancellations,
        List<AmendmentBody> amendments) {

    /** One line and where its units are; {@code backorderedUntil} is null when none are backordered. */
    record Line(
            int line,
            String sku,
            String merchantSku,
            String title,
            String unitCost,
            int quantity,
            int accepted,
            int rejected,
            int backordered,
            @Nullable LocalDate backorderedUntil,
            int cancelled,
            int shipped,
            int excess,
            boolean withdrawn) {

        static Line of(PurchaseOrderLine line) {
            return new Line(
                    line.line(),
                    line.supplierSku(),
                    line.merchantSku(),
                    line.title(),
                    Amounts.ofMicros(line.unitCostMicros()),
                    line.units().quantity(),
                    line.units().accepted(),
                    line.units().rejected(),
                    line.units().backordered(),
                    line.units().backorderedUntil(),
                    line.units().cancelled(),
                    line.units().shipped(),
                    line.units().excess(),
                    line.withdrawn());
        }
    }

    /** A question not to ship; {@code respondBy} is null while it waits for the one before. */
    record Question(
            String cancellationId,
            String state,
            String reason,
            Instant askedAt,
            @Nullable Instant respondBy,
            @Nullable Instant answeredAt,
            @Nullable String answerReason) {

        static Question of(Cancellation question) {
            return new Question(
                    question.id().value().toString(),
                    Lists.word(question.status()),
                    question.reason(),
                    question.askedAt(),
                    question.respondBy(),
                    question.answeredAt(),
                    question.answerReason());
        }
    }

    /**
     * @param supplier the supplier's code
     * @param due null = nothing is to be sent
     */
    static PurchaseOrderBody of(PurchaseOrderView order, String supplier, @Nullable SendBy due) {
        return new PurchaseOrderBody(
                order.id().value().toString(),
                order.number(),
                order.version(),
                Lists.word(order.status()),
                order.salesOrder().value().toString(),
                order.storeOrderId(),
                order.storeOrderName(),
                supplier,
                order.shipFrom(),
                order.shipCountry(),
                order.shipMethod(),
                order.currency(),
                order.issuedAt(),
                order.sendAfter(),
                due == null ? null : due.at(),
                due != null && due.late(),
                order.sentAt(),
                order.respondBy(),
                order.remindedAt(),
                order.answeredAt(),
                order.lines().stream().map(Line::of).toList(),
                order.cancellations().stream().map(Question::of).toList(),
                order.amendments().stream().map(AmendmentBody::of).toList());
    }

    /** As above, for the supplier itself. */
    static PurchaseOrderBody forSupplier(PurchaseOrderView order, String supplier) {
        PurchaseOrderBody all = of(order, supplier, null);
        return new PurchaseOrderBody(
                all.id(),
                all.number(),
                all.version(),
                all.state(),
                all.orderId(),
                all.storeOrderId(),
                all.storeOrderName(),
                all.supplier(),
                all.shipFrom(),
                all.shipCountry(),
                all.shipMethod(),
                all.currency(),
                all.issuedAt(),
                all.sendAfter(),
                all.sendBy(),
                all.lateToSend(),
                all.sentAt(),
                all.respondBy(),
                all.remindedAt(),
                all.answeredAt(),
                all.lines(),
                all.cancellations(),
                order.amendments().stream()
                        .filter(question -> question.askedAt() != null)
                        .map(AmendmentBody::forSupplier)
                        .toList());
    }
}
