package dev.baton.purchasing;

import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.documents.SubjectId;
import dev.baton.suppliers.SupplierId;
import java.util.List;

/** News: suppliers have to be asked to ship differently than they were told, or reminded that they were asked. */
public record AmendmentsPlanned(MerchantId merchant, List<PlannedAmendment> amendments) {

    /**
     * One question.
     *
     * @param ordinal first, second, … question about this purchase order
     * @param version of the purchase order as the supplier has it
     * @param reminder it was asked before and not answered in time
     */
    public record PlannedAmendment(
            AmendmentId id,
            int ordinal,
            PurchaseOrderId purchaseOrder,
            String number,
            int version,
            SupplierId supplier,
            StoreId store,
            SubjectId subject,
            boolean reminder) {

        static PlannedAmendment of(PurchaseOrder row, Amendment question, boolean reminder) {
            return new PlannedAmendment(
                    question.id(),
                    question.ordinal(),
                    row.id(),
                    row.number(),
                    row.version(),
                    row.supplier(),
                    row.store(),
                    row.subject(),
                    reminder);
        }
    }
}
