package dev.baton.catalog;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole product in one version, as its store says it.
 *
 * @param productId the store's own id
 * @param imageUrl null when it has no picture
 * @param updatedAt the store's time of the version
 * @param observedAt when the store set the version off, or when it was asked; tells two versions of one second apart
 * @param variants all it has; one that is not here is not sold any more
 */
public record StoreProduct(
        String productId,
        String title,
        ListingStatus status,
        @Nullable String imageUrl,
        Instant updatedAt,
        Instant observedAt,
        List<Variant> variants) {

    public StoreProduct {
        variants = List.copyOf(variants);
    }

    /**
     * What a customer puts into the cart.
     *
     * @param variantId the store's own id
     * @param title the variant's own; null when the product has only this one
     * @param options in words, such as {@code Size: M}; null when there are none
     * @param sku null when the store gave none
     * @param barcode as the store has it, right or wrong; null when there is none
     * @param price in the store's currency, 0 or more
     * @param inventoryItemId what the store counts stock by; null when not told
     * @param tracked whether the store counts its stock; null when not told
     * @param sellsWithoutStock whether it is sold at zero; null when not told
     * @param weightGrams 0 = not known
     */
    public record Variant(
            String variantId,
            @Nullable String title,
            @Nullable String options,
            @Nullable String sku,
            @Nullable String barcode,
            BigDecimal price,
            @Nullable String inventoryItemId,
            @Nullable Boolean tracked,
            @Nullable Boolean sellsWithoutStock,
            boolean requiresShipping,
            int weightGrams) {}
}
