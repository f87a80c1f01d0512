package dev.baton.purchasing;

import dev.baton.merchants.StoreId;
import dev.baton.orders.SalesOrderId;
import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A purchase order as it is read.
 *
 * @param customerRecord who the goods go to, for {@code OrderLookup.shipTo}
 * @param sendAfter end of the grace window
 * @param begunAt when the point of no return was crossed; null before
 * @param respondBy when an answer is expected; null before sending
 * @param sentAt when the supplier had it; null before
 * @param remindedAt when the supplier was reminded; null when it was not
 * @param answeredAt when the last unit was answered; null while one is not
 * @param lines all of them, withdrawn ones included
 * @param cancellations questions to the supplier not to ship, oldest first
 * @param amendments questions to the supplier to ship differently, oldest first
 */
public record PurchaseOrderView(
        PurchaseOrderId id,
        String number,
        int version,
        PurchaseOrderStatus status,
        SalesOrderId salesOrder,
        SupplierId supplier,
        StoreId store,
        String storeOrderId,
        String storeOrderName,
        UUID customerRecord,
        String shipFrom,
        String shipCountry,
        @Nullable String shipMethod,
        String currency,
        Instant issuedAt,
        Instant sendAfter,
        @Nullable Instant begunAt,
        @Nullable Instant respondBy,
        @Nullable Instant sentAt,
        @Nullable Instant remindedAt,
        @Nullable Instant answeredAt,
        List<PurchaseOrderLine> lines,
        List<Cancellation> cancellations,
        List<Amendment> amendments) {

    /** The last amendment that still counts; null when the supplier was told what the store wants. */
    public @Nullable Amendment standing() {
        for (Amendment question : amendments.reversed()) {
            switch (question.status()) {
                case PLANNED, ASKED, HELD, REFUSED, OVERTAKEN, DECIDED, REPLACED -> {
                    return question;
                }
                case AGREED -> {
                    return null;
                }
                case WITHDRAWN -> {}
            }
        }
        return null;
    }

    static PurchaseOrderView of(
            PurchaseOrder row,
            List<PurchaseOrderLine> lines,
            List<Cancellation> cancellations,
            List<Amendment> amendments) {
        return new PurchaseOrderView(
                row.id(),
                row.number(),
                row.version(),
                row.status(),
                row.salesOrder(),
                row.supplier(),
                row.store(),
                row.storeOrderId(),
                row.storeOrderName(),
                row.customerRecord(),
                row.shipFrom(),
                row.shipCountry(),
                row.shipMethod(),
                row.currency(),
                row.issuedAt(),
                row.sendAfter(),
                row.begunAt(),
                row.respondBy(),
                row.sentAt(),
                row.remindedAt(),
                row.answeredAt(),
                lines,
                cancellations,
                amendments);
    }
}
