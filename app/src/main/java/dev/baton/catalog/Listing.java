package dev.baton.catalog;

import dev.baton.merchants.StoreId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One variant a store sells, and what is known of it here.
 *
 * @param title product and variant in one line
 * @param sku as the store's orders carry it; null when the store gave none
 * @param gtin the barcode in 14 digits; null when there is none or its check digit is wrong
 * @param tracked whether the store counts its stock; null when not told
 * @param sellsWithoutStock whether it is sold at zero; null when not told
 */
public record Listing(
        UUID id,
        StoreId store,
        String productId,
        String variantId,
        String title,
        @Nullable String options,
        @Nullable String sku,
        @Nullable String barcode,
        @Nullable String gtin,
        long priceMinor,
        String currency,
        ListingStatus status,
        @Nullable String imageUrl,
        @Nullable String inventoryItemId,
        @Nullable Boolean tracked,
        @Nullable Boolean sellsWithoutStock,
        boolean requiresShipping,
        int weightGrams,
        State state) {

    /** Whether an order of it can be sent to a supplier. */
    public enum State {
        /** A mapping says what it is made of. */
        MAPPED,
        /** A SKU of the catalogue has the very code. */
        SAME_CODE,
        /** Nothing in the catalogue is it: an order of it is held. */
        UNMATCHED,
        /** The store gave it no SKU: an order of it is held; give it one in the store. */
        WITHOUT_SKU
    }
}
