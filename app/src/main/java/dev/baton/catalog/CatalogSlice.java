package dev.baton.catalog;

import java.util.List;
import java.util.Map;

/**
 * What is needed to source some SKUs.
 *
 * @param byCode the SKUs asked for that exist, by the merchant's code
 * @param goods every goods SKU among them, every part of the bundles among them, and all that mappings name
 * @param offers the offers of all goods, by id; a SKU that nobody offers has no entry
 * @param mapped what stores' SKUs are made of, in goods and by country
 */
public record CatalogSlice(
        Map<String, Sku> byCode,
        Map<SkuId, Sku> goods,
        Map<SkuId, List<Offer>> offers,
        Map<StoreItem, Map<String, List<BundlePart>>> mapped) {

    /** The offers of a SKU in the order of their ids, empty when nobody offers it. */
    public List<Offer> offersOf(SkuId sku) {
        return offers.getOrDefault(sku, List.of());
    }

    /** The goods one unit of a store's SKU is mapped to when it goes to the country; empty when it is not mapped. */
    public List<BundlePart> mappedTo(StoreItem item, String country) {
        Map<String, List<BundlePart>> byCountry = mapped.getOrDefault(item, Map.of());
        List<BundlePart> own = byCountry.get(country);
        return own != null ? own : byCountry.getOrDefault(SkuMapping.EVERYWHERE, List.of());
    }
}
