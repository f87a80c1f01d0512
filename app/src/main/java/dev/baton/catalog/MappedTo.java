package dev.baton.catalog;

import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stores sell that is made of a SKU. Every method needs an open transaction of the merchant. */
@Component
public final class MappedTo {

    private final JdbcClient jdbc;

    MappedTo(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Key(StoreItem item, String country) {}

    /** Mappings that have some of it, whole; at most so many, by store, its SKU and country. */
    public List<SkuMapping> of(MerchantId merchant, SkuId sku, int limit) {
        Map<Key, List<SkuMapping.Part>> parts = new LinkedHashMap<>();
        jdbc.sql("""
                select m.store_id, m.store_sku, m.country, s.code, m.quantity
                from (select store_id, store_sku, country from sku_mapping
                      where merchant_id = :merchant and sku_id = :sku
                      order by store_id, store_sku, country
                      limit :limit) k
                join sku_mapping m on m.merchant_id = :merchant and m.store_id = k.store_id
                  and m.store_sku = k.store_sku and m.country = k.country
                join sku s on s.merchant_id = :merchant and s.sku_id = m.sku_id
                order by m.store_id, m.store_sku, m.country, s.code
                """)
                .param("merchant", merchant.value())
                .param("sku", sku.value())
                .param("limit", limit)
                .query(row -> {
                    StoreItem item = new StoreItem(
                            new StoreId(row.getObject("store_id", UUID.class)), row.getString("store_sku"));
                    parts.computeIfAbsent(new Key(item, row.getString("country")), none -> new ArrayList<>())
                            .add(new SkuMapping.Part(row.getString("code"), row.getInt("quantity")));
                });
        return parts.entrySet().stream()
                .map(each -> new SkuMapping(each.getKey().item(), each.getKey().country(), each.getValue()))
                .toList();
    }
}
