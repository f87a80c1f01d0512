package dev.baton.catalog;

import java.util.List;

/**
 * A SKU as the merchant states it.
 *
 * @param sku the merchant's own code
 * @param weightGrams of one selling unit; 0 = not known
 * @param requiresShipping false for what no supplier ships
 * @param bundle its parts; empty for goods
 */
public record SkuDefinition(String sku, String title, int weightGrams, boolean requiresShipping, List<Part> bundle) {

    public SkuDefinition {
        bundle = List.copyOf(bundle);
    }

    /** A part by its own code; it may be defined in the same batch. */
    public record Part(String sku, int quantity) {}
}
