package dev.baton.catalog;

import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stores' SKUs are made of, for reading. Opens or joins a transaction. */
@Component
public final class MappingLookup {

    private final Tenancy tenancy;
    private final JdbcClient jdbc;

    MappingLookup(Tenancy tenancy, JdbcClient jdbc) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
    }

    /** A place in the order of stores, their SKUs and countries. */
    public record Place(UUID store, String storeSku, String country) {

        /** Before all others. */
        public static final Place START = new Place(new UUID(0, 0), "", "");

        /** Where a mapping stands. */
        public static Place of(SkuMapping mapping) {
            return new Place(mapping.item().store().value(), mapping.item().sku(), mapping.country());
        }
    }

    private record Key(StoreItem item, String country) {}

    /**
     * Mappings behind a place.
     *
     * @param store null = of all stores
     * @param storeSku null = of all SKUs
     */
    public List<SkuMapping> page(
            MerchantId merchant, @Nullable StoreId store, @Nullable String storeSku, Place after, int limit) {
        Map<Key, List<SkuMapping.Part>> parts = new LinkedHashMap<>();
        tenancy.run(
                merchant,
                () -> jdbc.sql("""
                        select m.store_id, m.store_sku, m.country, s.code, m.quantity
                        from (select distinct store_id, store_sku, country
                              from sku_mapping
                              where merchant_id = :merchant
                                and (:store::uuid is null or store_id = :store::uuid)
                                and (:sku::text is null or store_sku = :sku)
                                and (store_id, store_sku, country) > (:afterStore, :afterSku, :afterCountry)
                              order by store_id, store_sku, country
                              limit :limit) k
                        join sku_mapping m on m.merchant_id = :merchant and m.store_id = k.store_id
                          and m.store_sku = k.store_sku and m.country = k.country
                        join sku s on s.merchant_id = :merchant and s.sku_id = m.sku_id
                        order by m.store_id, m.store_sku, m.country, s.code
                        """)
                        .param("merchant", merchant.value())
                        .param("store", store == null ? null : store.value())
                        .param("sku", storeSku)
                        .param("afterStore", after.store())
                        .param("afterSku", after.storeSku())
                        .param("afterCountry", after.country())
                        .param("limit", limit)
                        .query(row -> {
                            Key key = new Key(
                                    new StoreItem(
                                            new StoreId(row.getObject("store_id", UUID.class)),
                                            row.getString("store_sku")),
                                    row.getString("country"));
                            parts.computeIfAbsent(key, none -> new ArrayList<>())
                                    .add(new SkuMapping.Part(row.getString("code"), row.getInt("quantity")));
                        }));
        List<SkuMapping> mappings = new ArrayList<>();
        parts.forEach((key, goods) -> mappings.add(new SkuMapping(key.item(), key.country(), goods)));
        return mappings;
    }
}
