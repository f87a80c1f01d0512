package dev.baton.catalog;

import java.util.List;
import java.util.Map;

/**
 * What is needed to source some SKUs.
 *
 * @param byCode the SKUs asked for that exist, by the merchant's code
 * @param goods every goods SKU among them and every part of the bundles among them
 * @param offers the offers of all goods, by id; a SKU that nobody offers has no entry
 */
public record CatalogSlice(Map<String, Sku> byCode, Map<SkuId, Sku> goods, Map<SkuId, List<Offer>> offers) {

    /** The offers of a SKU in the order of their ids, empty when nobody offers it. */
    public List<Offer> offersOf(SkuId sku) {
        return offers.getOrDefault(sku, List.of());
    }
}
