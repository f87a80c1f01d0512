package dev.baton.catalog;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables sku and bundle_part, written set-wise. */
@Component
final class Skus {

    private final JdbcClient jdbc;

    Skus(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The SKUs of those codes that exist, whole, locked in the order of their ids. */
    Map<String, Sku> lock(MerchantId merchant, Collection<String> codes) {
        jdbc.sql("""
                select sku_id from sku
                where merchant_id = :merchant and code = any(:codes::text[])
                order by merchant_id, sku_id
                for no key update
                """)
                .param("merchant", merchant.value())
                .param("codes", SqlArrays.texts(codes))
                .query(UUID.class)
                .list();
        SkuRows rows = new SkuRows();
        jdbc.sql("""
                select s.sku_id, s.code, s.title, s.weight_grams, s.bundle, s.requires_shipping, s.gtin,
                       s.margin_floor_bps,
                       p.quantity as part_quantity, g.sku_id as part_id, g.code as part_code, g.title as part_title,
                       g.weight_grams as part_weight_grams, g.requires_shipping as part_requires_shipping,
                       g.margin_floor_bps as part_margin_floor_bps
                from sku s
                left join bundle_part p on p.merchant_id = s.merchant_id and p.bundle_id = s.sku_id
                left join sku g on g.merchant_id = p.merchant_id and g.sku_id = p.part_id
                where s.merchant_id = :merchant and s.code = any(:codes::text[])
                order by s.sku_id, p.part_id
                """)
                .param("merchant", merchant.value())
                .param("codes", SqlArrays.texts(codes))
                .query(rows::add);
        return rows.byCode();
    }

    /** Which of these are part of a bundle or offered by a supplier. */
    Set<SkuId> partsOrOffered(MerchantId merchant, Collection<SkuId> skus) {
        Set<SkuId> taken = new HashSet<>();
        if (skus.isEmpty()) {
            return taken;
        }
        jdbc.sql("""
                select part_id from bundle_part where merchant_id = :merchant and part_id = any(:skus::uuid[])
                union
                select sku_id from offer where merchant_id = :merchant and sku_id = any(:skus::uuid[])
                """)
                .param("merchant", merchant.value())
                .param("skus", SqlArrays.uuids(skus.stream().map(SkuId::value).toList()))
                .query(UUID.class)
                .list()
                .forEach(id -> taken.add(new SkuId(id)));
        return taken;
    }

    void insert(MerchantId merchant, List<Sku> skus) {
        if (skus.isEmpty()) {
            return;
        }
        write(merchant, skus, """
                insert into sku (merchant_id, sku_id, code, title, weight_grams, requires_shipping, bundle, gtin, code_key)
                select :merchant, s.id, s.code, s.title, s.weight, s.shipping, s.bundle, s.gtin, s.code_key
                from unnest(:ids::uuid[], :codes::text[], :titles::text[], :weights::int[], :shipping::bool[],
                            :bundles::bool[], :gtins::text[], :keys::text[])
                     as s (id, code, title, weight, shipping, bundle, gtin, code_key)
                """);
        insertParts(merchant, skus);
    }

    /** The rows are locked already. */
    void update(MerchantId merchant, List<Sku> skus) {
        if (skus.isEmpty()) {
            return;
        }
        write(merchant, skus, """
                update sku
                set title = s.title, weight_grams = s.weight, requires_shipping = s.shipping, bundle = s.bundle,
                    gtin = s.gtin, code_key = s.code_key
                from unnest(:ids::uuid[], :codes::text[], :titles::text[], :weights::int[], :shipping::bool[],
                            :bundles::bool[], :gtins::text[], :keys::text[])
                     as s (id, code, title, weight, shipping, bundle, gtin, code_key)
                where sku.merchant_id = :merchant and sku.sku_id = s.id
                """);
        jdbc.sql("delete from bundle_part where merchant_id = :merchant and bundle_id = any(:skus::uuid[])")
                .param("merchant", merchant.value())
                .param(
                        "skus",
                        SqlArrays.uuids(
                                skus.stream().map(sku -> sku.id().value()).toList()))
                .update();
        insertParts(merchant, skus);
    }

    private void write(MerchantId merchant, List<Sku> skus, String sql) {
        boolean[] shipping = new boolean[skus.size()];
        boolean[] bundles = new boolean[skus.size()];
        for (int i = 0; i < skus.size(); i++) {
            shipping[i] = skus.get(i).requiresShipping();
            bundles[i] = skus.get(i).bundle();
        }
        jdbc.sql(sql)
                .param("merchant", merchant.value())
                .param(
                        "ids",
                        SqlArrays.uuids(
                                skus.stream().map(sku -> sku.id().value()).toList()))
                .param("codes", SqlArrays.texts(skus.stream().map(Sku::code).toList()))
                .param("titles", SqlArrays.texts(skus.stream().map(Sku::title).toList()))
                .param(
                        "weights",
                        SqlArrays.ints(skus.stream().mapToInt(Sku::weightGrams).toArray()))
                .param("shipping", SqlArrays.bools(shipping))
                .param("bundles", SqlArrays.bools(bundles))
                .param("gtins", SqlArrays.texts(Columns.<Sku, @Nullable String>of(skus, Sku::gtin)))
                .param("keys", SqlArrays.texts(Columns.<Sku, @Nullable String>of(skus, sku -> CodeKey.of(sku.code()))))
                .update();
    }

    private void insertParts(MerchantId merchant, List<Sku> skus) {
        List<UUID> bundles = new ArrayList<>();
        List<UUID> parts = new ArrayList<>();
        List<Integer> quantities = new ArrayList<>();
        for (Sku sku : skus) {
            for (BundlePart part : sku.parts()) {
                bundles.add(sku.id().value());
                parts.add(part.sku().value());
                quantities.add(part.quantity());
            }
        }
        if (bundles.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into bundle_part (merchant_id, bundle_id, part_id, quantity)
                select :merchant, p.bundle, p.part, p.quantity
                from unnest(:bundles::uuid[], :parts::uuid[], :quantities::int[]) as p (bundle, part, quantity)
                """)
                .param("merchant", merchant.value())
                .param("bundles", SqlArrays.uuids(bundles))
                .param("parts", SqlArrays.uuids(parts))
                .param("quantities", SqlArrays.ints(quantities))
                .update();
    }
}
