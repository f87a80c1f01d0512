package dev.baton.catalog;

import dev.baton.platform.MerchantId;
import dev.baton.suppliers.SupplierId;
import java.util.List;

/** News: other offers than before get new orders. Published in the transaction that changed it. */
public record OffersChanged(MerchantId merchant, List<Change> changes) {

    public OffersChanged {
        changes = List.copyOf(changes);
    }

    /**
     * One offer.
     *
     * @param ended true: it has ended; false: it goes on
     */
    public record Change(OfferId offer, SkuId sku, SupplierId supplier, boolean ended) {}

    /** What these offers are of, each once. */
    public List<SkuId> skus() {
        return changes.stream().map(Change::sku).distinct().toList();
    }
}
