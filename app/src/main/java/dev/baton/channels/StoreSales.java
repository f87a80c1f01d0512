package dev.baton.channels;

import dev.baton.merchants.StoreId;
import dev.baton.orders.StoreOrder;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table store_sale. Every method needs an open transaction of the merchant; whoever writes an order's rows holds
 * the lock of the order.
 */
@Component
class StoreSales {

    private final JdbcClient jdbc;

    StoreSales(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A store's order. */
    record Key(StoreId store, String storeOrderId) {

        static Key of(StoreOrder order) {
            return new Key(order.store(), order.storeOrderId());
        }
    }

    /** Units of a SKU a store took off its figure for an order. */
    record Sale(Key order, String sku, int units) {}

    /** What is known of these orders, by SKU; an order nothing is known of is left out. */
    Map<Key, Map<String, Integer>> of(MerchantId merchant, Collection<Key> orders) {
        Map<Key, Map<String, Integer>> units = new HashMap<>();
        if (orders.isEmpty()) {
            return units;
        }
        jdbc.sql("""
                select store_id, store_order_id, sku, units from store_sale
                where merchant_id = :merchant and (store_id, store_order_id) in (
                    select store, id from unnest(:stores::uuid[], :ids::text[]) as o (store, id))
                """)
                .param("merchant", merchant.value())
                .param(
                        "stores",
                        SqlArrays.uuids(
                                orders.stream().map(key -> key.store().value()).toList()))
                .param(
                        "ids",
                        SqlArrays.texts(orders.stream().map(Key::storeOrderId).toList()))
                .query(row -> {
                    Key key = new Key(
                            new StoreId(row.getObject("store_id", UUID.class)), row.getString("store_order_id"));
                    units.computeIfAbsent(key, none -> new HashMap<>()).put(row.getString("sku"), row.getInt("units"));
                });
        return units;
    }

    void write(MerchantId merchant, List<Sale> sales, Instant now) {
        if (sales.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into store_sale (merchant_id, store_id, store_order_id, sku, units, noted_at)
                select :merchant, s.store, s.id, s.sku, s.units, :now
                from unnest(:stores::uuid[], :ids::text[], :skus::text[], :units::int[]) as s (store, id, sku, units)
                order by s.store, s.id, s.sku
                on conflict (merchant_id, store_id, store_order_id, sku)
                do update set units = excluded.units, noted_at = excluded.noted_at
                """)
                .param("merchant", merchant.value())
                .param("now", SqlArrays.instant(now))
                .param(
                        "stores",
                        SqlArrays.uuids(sales.stream()
                                .map(sale -> sale.order().store().value())
                                .toList()))
                .param(
                        "ids",
                        SqlArrays.texts(sales.stream()
                                .map(sale -> sale.order().storeOrderId())
                                .toList()))
                .param("skus", SqlArrays.texts(sales.stream().map(Sale::sku).toList()))
                .param("units", SqlArrays.ints(sales.stream().map(Sale::units).toList()))
                .update();
    }

    /** Forgets what was noted before; answers how many rows went, {@code limit} = there may be more. */
    int forget(MerchantId merchant, StoreId store, Instant before, int limit) {
        return jdbc.sql("""
                delete from store_sale
                where merchant_id = :merchant and store_id = :store and (store_order_id, sku) in (
                    select store_order_id, sku from store_sale
                    where merchant_id = :merchant and store_id = :store and noted_at < :before
                    order by noted_at limit :limit)
                """)
                .param("merchant", merchant.value())
                .param("store", store.value())
                .param("before", SqlArrays.instant(before))
                .param("limit", limit)
                .update();
    }
}
