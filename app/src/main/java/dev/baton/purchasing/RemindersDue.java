package dev.baton.purchasing;

import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.documents.SubjectId;
import dev.baton.suppliers.SupplierId;
import java.util.List;

/** News: suppliers did not answer within the agreed working hours and are to be reminded. */
public record RemindersDue(MerchantId merchant, List<DueReminder> reminders) {

    /** One purchase order without a full answer. */
    public record DueReminder(
            PurchaseOrderId purchaseOrder,
            String number,
            int version,
            SupplierId supplier,
            StoreId store,
            SubjectId subject) {}
}
