package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.inventory.BufferScope.OfOffer;
import dev.baton.inventory.BufferScope.OfSku;
import dev.baton.inventory.BufferScope.OfStore;
import dev.baton.inventory.BufferScope.OfSupplier;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.suppliers.SupplierId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table stock_buffer. Every method needs an open transaction. */
@Component
final class StockBuffers {

    private static final UUID EACH = new UUID(0, 0);

    private final JdbcClient jdbc;

    StockBuffers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A scope as a row. */
    record Key(String layer, UUID subject, UUID sku) {

        static Key of(BufferScope scope) {
            return switch (scope) {
                case OfSupplier each -> new Key("SUPPLIER", each.supplier().value(), EACH);
                case OfSku each -> new Key("SKU", each.sku().value(), EACH);
                case OfOffer each -> new Key("OFFER", each.offer().value(), EACH);
                case OfStore each -> {
                    @Nullable SkuId only = each.sku();
                    yield new Key("STORE", each.store().value(), only == null ? EACH : only.value());
                }
            };
        }

        BufferScope scope() {
            return switch (layer) {
                case "SUPPLIER" -> new OfSupplier(new SupplierId(subject));
                case "SKU" -> new OfSku(new SkuId(subject));
                case "OFFER" -> new OfOffer(new OfferId(subject));
                case "STORE" -> new OfStore(new StoreId(subject), sku.equals(EACH) ? null : new SkuId(sku));
                default -> throw new IllegalStateException("a buffer of layer " + layer);
            };
        }
    }

    /** What is stated of the scopes themselves; one nothing is stated of is left out. */
    Map<BufferScope, Integer> stated(MerchantId merchant, Collection<BufferScope> scopes) {
        List<Key> keys = scopes.stream().map(Key::of).toList();
        Map<BufferScope, Integer> stated = new HashMap<>();
        jdbc.sql("""
                select b.layer, b.subject, b.sku_id, b.units
                from unnest(:layers::text[], :subjects::uuid[], :skus::uuid[]) as k (layer, subject, sku)
                join stock_buffer b on b.merchant_id = :merchant and b.layer = k.layer and b.subject = k.subject
                                   and b.sku_id = k.sku
                """)
                .param("merchant", merchant.value())
                .param("layers", SqlArrays.texts(keys.stream().map(Key::layer).toList()))
                .param(
                        "subjects",
                        SqlArrays.uuids(keys.stream().map(Key::subject).toList()))
                .param("skus", SqlArrays.uuids(keys.stream().map(Key::sku).toList()))
                .query(row -> {
                    stated.put(read(row), row.getInt("units"));
                });
        return stated;
    }

    private static BufferScope read(ResultSet row) throws SQLException {
        return new Key(
                        row.getString("layer"),
                        row.getObject("subject", UUID.class),
                        row.getObject("sku_id", UUID.class))
                .scope();
    }

    void put(MerchantId merchant, Map<BufferScope, Integer> units) {
        List<BufferScope> scopes = List.copyOf(units.keySet());
        List<Key> keys = scopes.stream().map(Key::of).toList();
        jdbc.sql("""
                insert into stock_buffer (merchant_id, layer, subject, sku_id, units)
                select :merchant, k.layer, k.subject, k.sku, k.units
                from unnest(:layers::text[], :subjects::uuid[], :skus::uuid[], :units::int[])
                     as k (layer, subject, sku, units)
                on conflict (merchant_id, layer, subject, sku_id) do update set units = excluded.units
                """)
                .param("merchant", merchant.value())
                .param("layers", SqlArrays.texts(keys.stream().map(Key::layer).toList()))
                .param(
                        "subjects",
                        SqlArrays.uuids(keys.stream().map(Key::subject).toList()))
                .param("skus", SqlArrays.uuids(keys.stream().map(Key::sku).toList()))
                .param(
                        "units",
                        SqlArrays.ints(scopes.stream().mapToInt(units::get).toArray()))
                .update();
    }

    void remove(MerchantId merchant, Collection<BufferScope> scopes) {
        List<Key> keys = scopes.stream().map(Key::of).toList();
        jdbc.sql("""
                delete from stock_buffer b
                using unnest(:layers::text[], :subjects::uuid[], :skus::uuid[]) as k (layer, subject, sku)
                where b.merchant_id = :merchant and b.layer = k.layer and b.subject = k.subject
                  and b.sku_id = k.sku
                """)
                .param("merchant", merchant.value())
                .param("layers", SqlArrays.texts(keys.stream().map(Key::layer).toList()))
                .param(
                        "subjects",
                        SqlArrays.uuids(keys.stream().map(Key::subject).toList()))
                .param("skus", SqlArrays.uuids(keys.stream().map(Key::sku).toList()))
                .update();
    }

    /** All that is stated behind a row (null = from the first), by layer. */
    List<BufferRule> page(MerchantId merchant, @Nullable BufferScope after, int limit) {
        Key key = after == null ? new Key("", EACH, EACH) : Key.of(after);
        return jdbc.sql("""
                select layer, subject, sku_id, units from stock_buffer
                where merchant_id = :merchant and (layer, subject, sku_id) > (:layer, :subject, :sku)
                order by layer, subject, sku_id
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("layer", key.layer())
                .param("subject", key.subject())
                .param("sku", key.sku())
                .param("limit", limit)
                .query((row, number) -> new BufferRule(read(row), row.getInt("units")))
                .list();
    }

    /** What counts for each of the rows. */
    Map<OfferId, Integer> counting(MerchantId merchant, Collection<StockRow> rows) {
        Set<UUID> subjects = new HashSet<>();
        rows.forEach(row -> {
            subjects.add(row.offer().value());
            subjects.add(row.sku().value());
            subjects.add(row.supplier().value());
        });
        Map<BufferScope, Integer> stated = new HashMap<>();
        jdbc.sql("""
                select layer, subject, sku_id, units from stock_buffer
                where merchant_id = :merchant and layer in ('SUPPLIER', 'SKU', 'OFFER')
                  and subject = any(:subjects::uuid[])
                """)
                .param("merchant", merchant.value())
                .param("subjects", SqlArrays.uuids(List.copyOf(subjects)))
                .query(row -> {
                    Key key = new Key(row.getString("layer"), row.getObject("subject", UUID.class), EACH);
                    stated.put(key.scope(), row.getInt("units"));
                });
        Map<OfferId, Integer> counting = new HashMap<>();
        for (StockRow row : rows) {
            int wide = stated.getOrDefault(new OfSupplier(row.supplier()), 0);
            int of = stated.getOrDefault(new OfSku(row.sku()), wide);
            counting.put(row.offer(), stated.getOrDefault(new OfOffer(row.offer()), of));
        }
        return counting;
    }

    /** What stores must leave of SKUs; one that may sell all is left out. */
    Map<StoreId, Map<SkuId, Integer>> left(MerchantId merchant, Collection<StoreId> stores, Collection<SkuId> skus) {
        Map<StoreId, Map<SkuId, Integer>> left = new HashMap<>();
        List<UUID> named = skus.stream().map(SkuId::value).toList();
        Map<StoreId, Map<UUID, Integer>> stated = new HashMap<>();
        jdbc.sql("""
                select subject, sku_id, units from stock_buffer
                where merchant_id = :merchant and layer = 'STORE' and subject = any(:stores::uuid[])
                  and (sku_id = :each or sku_id = any(:skus::uuid[]))
                """)
                .param("merchant", merchant.value())
                .param(
                        "stores",
                        SqlArrays.uuids(stores.stream().map(StoreId::value).toList()))
                .param("each", EACH)
                .param("skus", SqlArrays.uuids(named))
                .query(row -> {
                    stated.computeIfAbsent(new StoreId(row.getObject("subject", UUID.class)), none -> new HashMap<>())
                            .put(row.getObject("sku_id", UUID.class), row.getInt("units"));
                });
        stated.forEach((store, units) -> skus.forEach(sku -> {
            int must = units.getOrDefault(sku.value(), units.getOrDefault(EACH, 0));
            if (must > 0) {
                left.computeIfAbsent(store, none -> new HashMap<>()).put(sku, must);
            }
        }));
        return left;
    }

    /** Whether any store must leave units of one of the SKUs. */
    boolean anyLeft(MerchantId merchant, Collection<SkuId> skus) {
        return jdbc.sql("""
                select exists (
                    select 1 from stock_buffer
                    where merchant_id = :merchant and layer = 'STORE' and units > 0
                      and (sku_id = :each or sku_id = any(:skus::uuid[])))
                """)
                .param("merchant", merchant.value())
                .param("each", EACH)
                .param("skus", SqlArrays.uuids(skus.stream().map(SkuId::value).toList()))
                .query(Boolean.class)
                .single();
    }
}
