package dev.baton.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing the merchant sells.
 *
 * @param code the merchant's own code, unique
 * @param weightGrams of one selling unit; 0 = not known
 * @param bundle true when it is sold as one but made of {@code parts}; a bundle has no offers itself
 * @param parts empty unless a bundle, in the order of the parts' ids
 * @param requiresShipping false for what no supplier ships (a gift card, a service)
 * @param gtin the number under its barcode in 14 digits; null when not known, and for a part of a bundle
 * @param marginFloorBps hundredths of a per cent of the price that are to be left; null = the merchant's floor
 */
public record Sku(
        SkuId id,
        String code,
        String title,
        int weightGrams,
        boolean bundle,
        List<BundlePart> parts,
        boolean requiresShipping,
        @Nullable String gtin,
        @Nullable Integer marginFloorBps) {

    public Sku {
        parts = List.copyOf(parts);
    }
}
