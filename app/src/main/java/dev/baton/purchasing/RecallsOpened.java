package dev.baton.purchasing;

import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.documents.SubjectId;
import dev.baton.suppliers.SupplierId;
import java.util.List;

/** News: suppliers have to be asked to stop or take back what they should not have shipped. */
public record RecallsOpened(MerchantId merchant, List<OpenedRecall> recalls) {

    /**
     * One question.
     *
     * @param ordinal first, second, … about this purchase order
     * @param version of the purchase order as the supplier has it
     */
    public record OpenedRecall(
            RecallId id,
            int ordinal,
            PurchaseOrderId purchaseOrder,
            String number,
            int version,
            SupplierId supplier,
            StoreId store,
            SubjectId subject) {}
}
