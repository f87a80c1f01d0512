package dev.baton.catalog;

import dev.baton.catalog.ListedVariant.Goods;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the stores list and which goods it stands for: the one place that knows how a listing is mapped to SKUs. Every
 * call is set-wise and needs an open transaction of the merchant.
 */
@Component
public final class ListingGoods {

    private final JdbcClient jdbc;
    private final CatalogLookup catalog;
    private final Mappings mappings;

    ListingGoods(JdbcClient jdbc, CatalogLookup catalog, Mappings mappings) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.mappings = mappings;
    }

    /** A variant as it is listed, before it is known what it stands for. */
    private record Row(
            StoreId store,
            String variantId,
            @Nullable String itemId,
            @Nullable String sku,
            String title,
            @Nullable Boolean tracked,
            @Nullable Boolean sellsOn,
            boolean listed) {}

    /** Listed variants of these stores that stand for the SKUs of these codes, by store and variant after the given. */
    public List<ListedVariant> standingFor(
            MerchantId merchant, Collection<StoreId> stores, Collection<String> skuCodes, Place after, int limit) {
        if (stores.isEmpty() || skuCodes.isEmpty()) {
            return List.of();
        }
        return resolve(
                merchant,
                jdbc.sql("""
                select store_id, variant_id, inventory_item_id, sku, title, tracked, sells_without_stock,
                       removed_at is null as listed
                from listing
                where merchant_id = :merchant and store_id = any(:stores::uuid[])
                  and (sku = any(:codes::text[])
                       or (store_id, sku) in (
                           select m.store_id, m.store_sku
                           from sku s
                           join sku_mapping m on m.merchant_id = s.merchant_id and m.sku_id = s.sku_id
                           where s.merchant_id = :merchant and m.merchant_id = :merchant
                             and s.code = any(:codes::text[])))
                  and removed_at is null and (store_id, variant_id) > (:store, :variant)
                order by store_id, variant_id
                limit :limit
                """)
                        .param("merchant", merchant.value())
                        .param(
                                "stores",
                                SqlArrays.uuids(
                                        stores.stream().map(StoreId::value).toList()))
                        .param("codes", SqlArrays.texts(skuCodes))
                        .param("store", after.store())
                        .param("variant", after.variantId())
                        .param("limit", limit)
                        .query((row, number) -> read(row))
                        .list());
    }

    /** A place in the order of stores and variants. */
    public record Place(UUID store, String variantId) {

        /** Before all others. */
        public static final Place START = new Place(new UUID(0, 0), "");
    }

    /** The given variants of a store, those it does not list any more included. */
    public List<ListedVariant> variants(MerchantId merchant, StoreId store, Collection<String> variantIds) {
        return resolve(
                merchant,
                jdbc.sql("""
                select store_id, variant_id, inventory_item_id, sku, title, tracked, sells_without_stock,
                       removed_at is null as listed
                from listing
                where merchant_id = :merchant and store_id = :store and variant_id = any(:variants::text[])
                order by variant_id
                """)
                        .param("merchant", merchant.value())
                        .param("store", store.value())
                        .param("variants", SqlArrays.texts(variantIds))
                        .query((row, number) -> read(row))
                        .list());
    }

    /** All variants of these products of a store, those it does not list any more included. */
    public List<ListedVariant> ofProducts(MerchantId merchant, StoreId store, Collection<String> productIds) {
        return resolve(
                merchant,
                jdbc.sql("""
                select store_id, variant_id, inventory_item_id, sku, title, tracked, sells_without_stock,
                       removed_at is null as listed
                from listing
                where merchant_id = :merchant and store_id = :store and product_id = any(:products::text[])
                order by variant_id
                """)
                        .param("merchant", merchant.value())
                        .param("store", store.value())
                        .param("products", SqlArrays.texts(productIds))
                        .query((row, number) -> read(row))
                        .list());
    }

    /** A page of all variants a store ever listed, after the given one (empty = from the first). */
    public List<ListedVariant> page(MerchantId merchant, StoreId store, String after, int limit) {
        return resolve(
                merchant,
                jdbc.sql("""
                select store_id, variant_id, inventory_item_id, sku, title, tracked, sells_without_stock,
                       removed_at is null as listed
                from listing
                where merchant_id = :merchant and store_id = :store and variant_id > :after
                order by variant_id
                limit :limit
                """)
                        .param("merchant", merchant.value())
                        .param("store", store.value())
                        .param("after", after)
                        .param("limit", limit)
                        .query((row, number) -> read(row))
                        .list());
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                new StoreId(row.getObject("store_id", UUID.class)),
                row.getString("variant_id"),
                row.getString("inventory_item_id"),
                row.getString("sku"),
                row.getString("title"),
                row.getObject("tracked", Boolean.class),
                row.getObject("sells_without_stock", Boolean.class),
                row.getBoolean("listed"));
    }

    private List<ListedVariant> resolve(MerchantId merchant, List<Row> rows) {
        Set<String> codes = new LinkedHashSet<>();
        rows.stream().map(Row::sku).filter(Objects::nonNull).forEach(codes::add);
        Map<String, Sku> known = catalog.skus(merchant, codes);
        Map<SkuId, Sku> parts = partsOf(merchant, known.values());
        Map<StoreItem, List<Goods>> mapped = mapped(merchant, rows);
        List<ListedVariant> variants = new ArrayList<>(rows.size());
        for (Row row : rows) {
            String code = row.sku();
            Sku sku = code == null ? null : known.get(code);
            List<Goods> own = sku == null ? List.of() : goods(sku, parts);
            variants.add(new ListedVariant(
                    row.store(),
                    row.variantId(),
                    row.itemId(),
                    row.sku(),
                    row.title(),
                    row.tracked(),
                    row.sellsOn(),
                    row.listed(),
                    code == null ? List.of() : mapped.getOrDefault(new StoreItem(row.store(), code), own)));
        }
        return variants;
    }

    /**
     * What mapped listings stand for, instead of the SKU of their code. Where countries are mapped differently the listing
     * stands for the most of each: as many can be sold wherever the next order goes.
     */
    private Map<StoreItem, List<Goods>> mapped(MerchantId merchant, List<Row> rows) {
        List<StoreItem> items = rows.stream()
                .filter(row -> row.sku() != null)
                .map(row -> new StoreItem(row.store(), Objects.requireNonNull(row.sku())))
                .distinct()
                .toList();
        List<Mappings.Row> found = mappings.of(merchant, items);
        if (found.isEmpty()) {
            return Map.of();
        }
        Map<SkuId, Sku> skus = new HashMap<>();
        List<UUID> ids = found.stream().map(row -> row.sku().value()).distinct().toList();
        catalog.skus(merchant, codes(merchant, ids)).values().forEach(sku -> skus.put(sku.id(), sku));
        Map<SkuId, Sku> all = new HashMap<>(partsOf(merchant, skus.values()));
        all.putAll(skus);
        Map<StoreItem, List<Goods>> mapped = new HashMap<>();
        MappedGoods.of(found, skus).forEach((item, byCountry) -> {
            Map<SkuId, Integer> most = new TreeMap<>(Comparator.comparing(SkuId::value));
            byCountry
                    .values()
                    .forEach(parts -> parts.forEach(part -> most.merge(part.sku(), part.quantity(), Math::max)));
            List<Goods> goods = new ArrayList<>();
            most.forEach((id, units) -> {
                Sku sku = Objects.requireNonNull(all.get(id));
                goods.add(new Goods(id, sku.code(), units, sku.requiresShipping()));
            });
            mapped.put(item, goods);
        });
        return mapped;
    }

    private Map<SkuId, Sku> partsOf(MerchantId merchant, Collection<Sku> skus) {
        List<UUID> ids = skus.stream()
                .flatMap(sku -> sku.parts().stream())
                .map(part -> part.sku().value())
                .distinct()
                .toList();
        Map<SkuId, Sku> parts = new HashMap<>();
        if (!ids.isEmpty()) {
            catalog.skus(merchant, codes(merchant, ids)).values().forEach(sku -> parts.put(sku.id(), sku));
        }
        return parts;
    }

    private static List<Goods> goods(Sku sku, Map<SkuId, Sku> parts) {
        if (!sku.bundle()) {
            return List.of(new Goods(sku.id(), sku.code(), 1, sku.requiresShipping()));
        }
        List<Goods> goods = new ArrayList<>();
        for (BundlePart part : sku.parts()) {
            Sku of = Objects.requireNonNull(parts.get(part.sku()));
            goods.add(new Goods(of.id(), of.code(), part.quantity(), of.requiresShipping()));
        }
        return goods;
    }

    private List<String> codes(MerchantId merchant, Collection<UUID> skus) {
        return jdbc.sql("select code from sku where merchant_id = :merchant and sku_id = any(:skus::uuid[])")
                .param("merchant", merchant.value())
                .param("skus", SqlArrays.uuids(skus))
                .query((row, number) -> row.getString("code"))
                .list();
    }

    /** The codes of these SKUs and of every bundle one of them is a part of. */
    public Set<String> codesWith(MerchantId merchant, Collection<SkuId> skus) {
        return new LinkedHashSet<>(jdbc.sql("""
                select code from sku where merchant_id = :merchant and sku_id = any(:skus::uuid[])
                union
                select s.code from bundle_part p
                join sku s on s.merchant_id = p.merchant_id and s.sku_id = p.bundle_id
                where p.merchant_id = :merchant and p.part_id = any(:skus::uuid[])
                """)
                .param("merchant", merchant.value())
                .param("skus", SqlArrays.uuids(skus.stream().map(SkuId::value).toList()))
                .query((row, number) -> row.getString("code"))
                .list());
    }

    /**
     * The codes of all SKUs that share goods with these codes, SKUs or what stores map to SKUs: of a bundle its parts, and
     * their bundles.
     */
    public Set<String> sharing(MerchantId merchant, Collection<String> codes) {
        List<SkuId> goods = new ArrayList<>();
        Set<String> all = new LinkedHashSet<>(codes);
        all.addAll(jdbc.sql("""
                select distinct s.code
                from sku_mapping m join sku s on s.merchant_id = m.merchant_id and s.sku_id = m.sku_id
                where m.merchant_id = :merchant and s.merchant_id = :merchant and m.store_sku = any(:codes::text[])
                """)
                .param("merchant", merchant.value())
                .param("codes", SqlArrays.texts(codes))
                .query((row, number) -> row.getString("code"))
                .list());
        for (Sku sku : catalog.skus(merchant, all).values()) {
            if (sku.bundle()) {
                sku.parts().forEach(part -> goods.add(part.sku()));
            } else {
                goods.add(sku.id());
            }
        }
        return goods.isEmpty() ? Set.of() : codesWith(merchant, goods);
    }

    /**
     * The codes under which an order may ask for the given goods without saying so, and how many units of each one of
     * them has: bundles, and what stores map to the goods or to bundles of them; of different mappings of one code the most.
     */
    public Map<String, Map<SkuId, Integer>> madeOf(MerchantId merchant, Collection<SkuId> goods) {
        Map<String, Map<SkuId, Integer>> made = new HashMap<>();
        jdbc.sql("""
                with bundles as (
                    select p.bundle_id, p.part_id, p.quantity from bundle_part p
                    where p.merchant_id = :merchant and p.part_id = any(:skus::uuid[]))
                select s.code, b.part_id as sku_id, b.quantity
                from bundles b join sku s on s.merchant_id = :merchant and s.sku_id = b.bundle_id
                union all
                select m.store_sku, m.sku_id, m.quantity from sku_mapping m
                where m.merchant_id = :merchant and m.sku_id = any(:skus::uuid[])
                union all
                select m.store_sku, b.part_id, m.quantity * b.quantity
                from bundles b join sku_mapping m on m.merchant_id = :merchant and m.sku_id = b.bundle_id
                """)
                .param("merchant", merchant.value())
                .param("skus", SqlArrays.uuids(goods.stream().map(SkuId::value).toList()))
                .query(row -> {
                    made.computeIfAbsent(row.getString("code"), none -> new HashMap<>())
                            .merge(new SkuId(row.getObject("sku_id", UUID.class)), row.getInt("quantity"), Math::max);
                });
        return made;
    }
}
