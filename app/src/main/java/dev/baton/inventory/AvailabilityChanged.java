package dev.baton.inventory;

import dev.baton.catalog.SkuId;
import dev.baton.platform.MerchantId;
import java.util.List;

/**
 * What may be sold of these SKUs is another number than before, up or down. Published in the transaction that saw it;
 * the same SKU may be named again.
 */
public record AvailabilityChanged(MerchantId merchant, List<SkuId> skus) {

    public AvailabilityChanged {
        skus = List.copyOf(skus);
    }
}
