package dev.baton.purchasing;

import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.documents.SubjectId;
import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** News: purchase orders were written and wait for the end of their grace window. */
public record PurchaseOrdersIssued(MerchantId merchant, List<IssuedPurchaseOrder> purchaseOrders) {

    /**
     * One of them.
     *
     * @param sendAfter nothing may leave before
     */
    public record IssuedPurchaseOrder(
            PurchaseOrderId id,
            String number,
            int version,
            SupplierId supplier,
            StoreId store,
            UUID customerRecord,
            SubjectId subject,
            Instant sendAfter) {}
}
