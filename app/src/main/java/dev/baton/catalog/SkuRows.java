package dev.baton.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Gathers the rows "SKU, and for a bundle one row per part" of {@link CatalogLookup#bySku}. */
final class SkuRows {

    private final Map<String, Sku> heads = new LinkedHashMap<>();
    private final Map<String, List<BundlePart>> parts = new HashMap<>();
    private final Map<SkuId, Sku> goods = new LinkedHashMap<>();

    void add(ResultSet row) throws SQLException {
        Sku head = new Sku(
                new SkuId(row.getObject("sku_id", UUID.class)),
                row.getString("code"),
                row.getString("title"),
                row.getInt("weight_grams"),
                row.getBoolean("bundle"),
                List.of(),
                row.getBoolean("requires_shipping"),
                row.getString("gtin"),
                row.getObject("margin_floor_bps", Integer.class));
        heads.putIfAbsent(head.code(), head);
        if (!head.bundle()) {
            goods.putIfAbsent(head.id(), head);
            return;
        }
        UUID partId = row.getObject("part_id", UUID.class);
        if (partId != null) {
            addPart(head, new SkuId(partId), row);
        }
    }

    /** A bundle may come twice, by its code and because a mapping names it. */
    private void addPart(Sku head, SkuId part, ResultSet row) throws SQLException {
        List<BundlePart> known = parts.computeIfAbsent(head.code(), none -> new ArrayList<>());
        BundlePart read = new BundlePart(part, row.getInt("part_quantity"));
        if (!known.contains(read)) {
            known.add(read);
        }
        goods.putIfAbsent(
                part,
                new Sku(
                        part,
                        row.getString("part_code"),
                        row.getString("part_title"),
                        row.getInt("part_weight_grams"),
                        false,
                        List.of(),
                        row.getBoolean("part_requires_shipping"),
                        null,
                        row.getObject("part_margin_floor_bps", Integer.class)));
    }

    Map<String, Sku> byCode() {
        Map<String, Sku> whole = new LinkedHashMap<>();
        heads.forEach((code, head) -> whole.put(
                code,
                new Sku(
                        head.id(),
                        code,
                        head.title(),
                        head.weightGrams(),
                        head.bundle(),
                        parts.getOrDefault(code, List.of()),
                        head.requiresShipping(),
                        head.gtin(),
                        head.marginFloorBps())));
        return whole;
    }

    /** Goods, parts and bundles by their ids. */
    Map<SkuId, Sku> byId() {
        Map<SkuId, Sku> all = new HashMap<>(goods);
        byCode().values().forEach(sku -> all.put(sku.id(), sku));
        return all;
    }

    Map<SkuId, Sku> goods() {
        return goods;
    }
}
