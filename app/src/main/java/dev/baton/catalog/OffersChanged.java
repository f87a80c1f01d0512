package dev.baton.catalog;

import dev.baton.platform.MerchantId;
import java.util.List;

/** News: other offers than before get new orders for these SKUs. Published in the transaction that changed it. */
public record OffersChanged(MerchantId merchant, List<SkuId> skus) {

    public OffersChanged {
        skus = List.copyOf(skus);
    }
}
