package dev.baton.inventory;

import dev.baton.catalog.SkuId;
import dev.baton.platform.MerchantId;
import java.util.List;

/**
 * Units of these SKUs can be sold and demand is waiting for each of them: more became available, or a feed found
 * them side by side. Published in the transaction that saw it; the same SKU may be named again.
 */
public record StockRaised(MerchantId merchant, List<SkuId> skus) {

    public StockRaised {
        skus = List.copyOf(skus);
    }
}
