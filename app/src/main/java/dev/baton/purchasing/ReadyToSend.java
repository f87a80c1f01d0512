package dev.baton.purchasing;

import dev.baton.merchants.StoreId;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.documents.SubjectId;
import dev.baton.suppliers.Instructions;
import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A purchase order that has crossed the point of no return, with what its document says. Lines that were
 * withdrawn before are not in it; the others keep their numbers.
 *
 * @param respondBy by when the supplier is asked to answer
 * @param customerRecord who the goods go to
 * @param instructions in the words that held when it was planned; null = it was written before they were kept, and is
 *     told the supplier's of today
 */
public record ReadyToSend(
        PurchaseOrderId id,
        String number,
        int version,
        SalesOrderId salesOrder,
        SupplierId supplier,
        StoreId store,
        String storeOrderId,
        String storeOrderName,
        UUID customerRecord,
        SubjectId subject,
        String shipFrom,
        @Nullable String shipMethod,
        String currency,
        Instant issuedAt,
        Instant respondBy,
        List<PurchaseOrderLine> lines,
        @Nullable Instructions instructions) {

    /** The same with other goods. */
    public ReadyToSend with(List<PurchaseOrderLine> others) {
        return new ReadyToSend(
                id,
                number,
                version,
                salesOrder,
                supplier,
                store,
                storeOrderId,
                storeOrderName,
                customerRecord,
                subject,
                shipFrom,
                shipMethod,
                currency,
                issuedAt,
                respondBy,
                others,
                instructions);
    }
}
