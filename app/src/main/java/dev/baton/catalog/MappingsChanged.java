package dev.baton.catalog;

import dev.baton.platform.MerchantId;
import java.util.List;

/**
 * What stores' SKUs stand for is another thing than before. Published in the transaction that changed it.
 *
 * @param storeSkus as the stores write them; the same one may be of several stores
 */
public record MappingsChanged(MerchantId merchant, List<String> storeSkus) {

    public MappingsChanged {
        storeSkus = List.copyOf(storeSkus);
    }
}
