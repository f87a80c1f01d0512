package dev.baton.purchasing;

import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.documents.SubjectId;
import dev.baton.suppliers.SupplierId;
import java.util.List;

/** News: suppliers are to be told whether they get another cost they named. */
public record CounterOffersDecided(MerchantId merchant, List<DecidedOffer> offers) {

    /**
     * One decision.
     *
     * @param ordinal first, second, … counter-offer about this purchase order
     * @param version of the purchase order as the supplier has it
     */
    public record DecidedOffer(
            CounterOfferId id,
            int ordinal,
            PurchaseOrderId purchaseOrder,
            String number,
            int version,
            SupplierId supplier,
            StoreId store,
            SubjectId subject) {

        static DecidedOffer of(PurchaseOrder row, CounterOffer offer) {
            return new DecidedOffer(
                    offer.id(),
                    offer.ordinal(),
                    row.id(),
                    row.number(),
                    row.version(),
                    row.supplier(),
                    row.store(),
                    row.subject());
        }
    }
}
