package dev.baton.world.shopify;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A product a shop lists. */
public record ShopProduct(long id, String title, String status, Instant updatedAt, List<Variant> variants) {

    public ShopProduct {
        variants = List.copyOf(variants);
    }

    /**
     * What a customer puts into the cart.
     *
     * @param size its one option
     * @param price decimal, in the shop's currency
     */
    public record Variant(
            long id,
            String size,
            @Nullable String sku,
            @Nullable String barcode,
            String price,
            int grams) {}
}
