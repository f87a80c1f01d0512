package dev.baton.inventory;

import dev.baton.platform.MerchantId;
import dev.baton.suppliers.SupplierId;
import java.util.Set;

/**
 * Goods that sell began to last fewer days than wanted, and these suppliers said that they have some of them. Published in
 * the transaction that saw it, once as long as they stay low.
 */
public record StockRunsLow(MerchantId merchant, Set<SupplierId> suppliers) {

    public StockRunsLow {
        suppliers = Set.copyOf(suppliers);
    }
}
