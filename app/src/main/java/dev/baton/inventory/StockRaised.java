package dev.baton.inventory;

import dev.baton.catalog.SkuId;
import dev.baton.platform.MerchantId;
import java.util.List;

/**
 * More units of these SKUs can be sold than before, and demand is waiting for each of them. Published in the
 * transaction that raised them.
 */
public record StockRaised(MerchantId merchant, List<SkuId> skus) {

    public StockRaised {
        skus = List.copyOf(skus);
    }
}
