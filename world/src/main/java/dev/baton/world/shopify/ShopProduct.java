package dev.baton.world.shopify;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product a shop lists.
 *
 * @param picture address of its first picture; null = it has none
 */
public record ShopProduct(
        long id,
        String title,
        String status,
        Instant updatedAt,
        List<Variant> variants,
        @Nullable String picture) {

    public ShopProduct {
        variants = List.copyOf(variants);
    }

    /** One without a picture. */
    public ShopProduct(long id, String title, String status, Instant updatedAt, List<Variant> variants) {
        this(id, title, status, updatedAt, variants, null);
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
