package dev.baton.inventory;

import dev.baton.catalog.SkuId;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Units that are kept back, as they were stated. Every method opens or joins a transaction. */
@Component
public final class BufferLookup {

    private final Tenancy tenancy;
    private final StockBuffers buffers;

    BufferLookup(Tenancy tenancy, StockBuffers buffers) {
        this.tenancy = tenancy;
        this.buffers = buffers;
    }

    /** All that is stated behind a scope (null = from the first). */
    public List<BufferRule> page(MerchantId merchant, @Nullable BufferScope after, int limit) {
        return tenancy.inTransaction(merchant, () -> buffers.page(merchant, after, limit));
    }

    /** What is stated of scopes themselves; one nothing is stated of is missing. */
    public Map<BufferScope, Integer> stated(MerchantId merchant, Collection<BufferScope> scopes) {
        return tenancy.inTransaction(merchant, () -> buffers.stated(merchant, scopes));
    }

    /**
     * Units that stores must leave of all that may be sold of SKUs: what is stated of the SKU, else of each. A store or SKU
     * of which nothing must be left is missing.
     */
    public Map<StoreId, Map<SkuId, Integer>> left(
            MerchantId merchant, Collection<StoreId> stores, Collection<SkuId> skus) {
        return tenancy.inTransaction(merchant, () -> buffers.left(merchant, stores, skus));
    }
}
