package dev.baton.purchasing;

import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.documents.SubjectId;
import dev.baton.suppliers.SupplierId;
import java.util.List;

/** News: suppliers have to be asked not to ship what they were already sent. */
public record CancellationsOpened(MerchantId merchant, List<OpenedCancellation> cancellations) {

    /**
     * One question.
     *
     * @param ordinal first, second, … question about this purchase order
     */
    public record OpenedCancellation(
            CancellationId id,
            int ordinal,
            PurchaseOrderId purchaseOrder,
            String number,
            int version,
            SupplierId supplier,
            StoreId store,
            SubjectId subject) {}
}
