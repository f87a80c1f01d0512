package dev.baton.catalog;

import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import java.util.List;
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

    /**
     * A store's SKU that has some of it.
     *
     * @param country {@link SkuMapping#EVERYWHERE} for all countries without one of their own
     * @param quantity units of it in one the store sells
     */
    public record Row(StoreItem item, String country, int quantity) {}

    /** At most so many, by store and its SKU. */
    public List<Row> of(MerchantId merchant, SkuId sku, int limit) {
        return jdbc.sql("""
                select store_id, store_sku, country, quantity from sku_mapping
                where merchant_id = :merchant and sku_id = :sku
                order by store_id, store_sku, country
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("sku", sku.value())
                .param("limit", limit)
                .query((row, at) -> new Row(
                        new StoreItem(new StoreId(row.getObject("store_id", UUID.class)), row.getString("store_sku")),
                        row.getString("country"),
                        row.getInt("quantity")))
                .list();
    }
}
