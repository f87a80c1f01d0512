package dev.baton.catalog;

import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table sku_mapping, read and written set-wise. Every method needs an open transaction of the merchant. */
@Component
final class Mappings {

    private final JdbcClient jdbc;

    Mappings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One part of one mapping. */
    record Row(StoreItem item, String country, SkuId sku, int quantity) {}

    List<Row> of(MerchantId merchant, Collection<StoreItem> items) {
        if (items.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select m.store_id, m.store_sku, m.country, m.sku_id, m.quantity
                from unnest(:stores::uuid[], :skus::text[]) as i (store, sku)
                join sku_mapping m on m.merchant_id = :merchant and m.store_id = i.store and m.store_sku = i.sku
                order by m.store_id, m.store_sku, m.country, m.sku_id
                """)
                .param("merchant", merchant.value())
                .param(
                        "stores",
                        SqlArrays.uuids(Columns.of(items, item -> item.store().value())))
                .param("skus", SqlArrays.texts(Columns.of(items, StoreItem::sku)))
                .query((row, number) -> new Row(
                        new StoreItem(new StoreId(row.getObject("store_id", UUID.class)), row.getString("store_sku")),
                        row.getString("country"),
                        new SkuId(row.getObject("sku_id", UUID.class)),
                        row.getInt("quantity")))
                .list();
    }

    /** Forgets the mappings whole, in the order of their keys. */
    void delete(MerchantId merchant, List<SkuMapping> mappings) {
        jdbc.sql("""
                delete from sku_mapping m
                using unnest(:stores::uuid[], :skus::text[], :countries::text[]) as d (store, sku, country)
                where m.merchant_id = :merchant and m.store_id = d.store and m.store_sku = d.sku
                  and m.country = d.country
                """)
                .param("merchant", merchant.value())
                .param(
                        "stores",
                        SqlArrays.uuids(
                                Columns.of(mappings, each -> each.item().store().value())))
                .param(
                        "skus",
                        SqlArrays.texts(Columns.of(mappings, each -> each.item().sku())))
                .param("countries", SqlArrays.texts(Columns.of(mappings, SkuMapping::country)))
                .update();
    }

    void insert(MerchantId merchant, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into sku_mapping (merchant_id, store_id, store_sku, country, sku_id, quantity)
                select :merchant, m.store, m.store_sku, m.country, m.sku, m.quantity
                from unnest(:stores::uuid[], :storeSkus::text[], :countries::text[], :skus::uuid[], :quantities::int[])
                     as m (store, store_sku, country, sku, quantity)
                """)
                .param("merchant", merchant.value())
                .param(
                        "stores",
                        SqlArrays.uuids(
                                Columns.of(rows, row -> row.item().store().value())))
                .param(
                        "storeSkus",
                        SqlArrays.texts(Columns.of(rows, row -> row.item().sku())))
                .param("countries", SqlArrays.texts(Columns.of(rows, Row::country)))
                .param("skus", SqlArrays.uuids(Columns.of(rows, row -> row.sku().value())))
                .param("quantities", SqlArrays.ints(Columns.of(rows, Row::quantity)))
                .update();
    }
}
