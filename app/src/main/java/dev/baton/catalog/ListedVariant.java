package dev.baton.catalog;

import dev.baton.merchants.StoreId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A variant a store sells, and the goods one unit of it stands for.
 *
 * @param itemId the store's inventory item; null when the store did not name one
 * @param sku as the store writes it and an order's line carries it; null when it gave none
 * @param title product and variant in one line
 * @param tracked whether the store counts its stock; null when it was not told
 * @param sellsOn whether the store goes on selling at zero; null when it was not told
 * @param listed false: the store does not sell it any more
 * @param goods what is to be shipped for one unit; empty when nothing of the catalogue is known for it
 */
public record ListedVariant(
        StoreId store,
        String variantId,
        @Nullable String itemId,
        @Nullable String sku,
        String title,
        @Nullable Boolean tracked,
        @Nullable Boolean sellsOn,
        boolean listed,
        List<Goods> goods) {

    public ListedVariant {
        goods = List.copyOf(goods);
    }

    /**
     * Units of a goods SKU in one unit of the variant.
     *
     * @param units above 0
     * @param shipped false for what no supplier ships
     */
    public record Goods(SkuId sku, String code, int units, boolean shipped) {}
}
