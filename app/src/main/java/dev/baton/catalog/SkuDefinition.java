package dev.baton.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SKU as the merchant states it.
 *
 * @param sku the merchant's own code
 * @param weightGrams of one selling unit; 0 = not known
 * @param requiresShipping false for what no supplier ships
 * @param bundle its parts; empty for goods
 * @param gtin the number under its barcode in any of its lengths; null = as it was
 */
public record SkuDefinition(
        String sku,
        String title,
        int weightGrams,
        boolean requiresShipping,
        List<Part> bundle,
        @Nullable String gtin) {

    public SkuDefinition {
        bundle = List.copyOf(bundle);
    }

    /** Without a word on its barcode. */
    public SkuDefinition(String sku, String title, int weightGrams, boolean requiresShipping, List<Part> bundle) {
        this(sku, title, weightGrams, requiresShipping, bundle, null);
    }

    /** A part by its own code; it may be defined in the same batch. */
    public record Part(String sku, int quantity) {}
}
