package dev.baton.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes mappings apart to the goods suppliers ship: a bundle in them is its parts, and what comes twice is added up. */
final class MappedGoods {

    private MappedGoods() {}

    private record Key(StoreItem item, String country) {}

    static Map<StoreItem, Map<String, List<BundlePart>>> of(List<Mappings.Row> rows, Map<SkuId, Sku> skus) {
        Map<Key, Map<SkuId, Integer>> units = new HashMap<>();
        for (Mappings.Row row : rows) {
            Map<SkuId, Integer> goods =
                    units.computeIfAbsent(new Key(row.item(), row.country()), none -> new HashMap<>());
            Sku sku = skus.get(row.sku());
            if (sku == null) {
                throw new IllegalStateException("a mapping names a SKU that is not in the catalogue");
            }
            if (sku.bundle()) {
                sku.parts().forEach(part -> goods.merge(part.sku(), part.quantity() * row.quantity(), Math::addExact));
            } else {
                goods.merge(sku.id(), row.quantity(), Math::addExact);
            }
        }
        Map<StoreItem, Map<String, List<BundlePart>>> mapped = new HashMap<>();
        units.forEach((key, goods) ->
                mapped.computeIfAbsent(key.item(), none -> new HashMap<>()).put(key.country(), inOrder(goods)));
        return mapped;
    }

    private static List<BundlePart> inOrder(Map<SkuId, Integer> goods) {
        List<BundlePart> parts = new ArrayList<>();
        goods.forEach((sku, quantity) -> parts.add(new BundlePart(sku, quantity)));
        parts.sort(Comparator.comparing(part -> part.sku().value()));
        return parts;
    }
}
