package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.merchants.StoreId;
import dev.baton.suppliers.SupplierId;
import org.jspecify.annotations.Nullable;

/** What units are kept back of, or from. */
public sealed interface BufferScope {

    /** Each offer of a supplier that neither its SKU nor itself says more of. */
    record OfSupplier(SupplierId supplier) implements BufferScope {}

    /** Each offer of a SKU that does not say more itself. */
    record OfSku(SkuId sku) implements BufferScope {}

    /** One offer. */
    record OfOffer(OfferId offer) implements BufferScope {}

    /**
     * What one store must leave of all that may be sold of a SKU.
     *
     * @param sku null = of each SKU that is not named itself
     */
    record OfStore(StoreId store, @Nullable SkuId sku) implements BufferScope {}
}
