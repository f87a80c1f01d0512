package dev.baton.catalog;

import dev.baton.platform.MerchantId;
import dev.baton.suppliers.SupplierId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a supplier offers and new orders may go to, in the order of its own codes. Needs an open transaction of the merchant. */
@Component
public final class SupplierOffers {

    private final JdbcClient jdbc;

    SupplierOffers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many offers the supplier has, of one place or (null) of all. */
    public long count(MerchantId merchant, SupplierId supplier, @Nullable String shipFrom) {
        return jdbc.sql("""
                select count(*) from offer
                where merchant_id = :merchant and supplier_id = :supplier and not ended
                  and (:shipFrom::text is null or ship_from = :shipFrom::text)
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .param("shipFrom", shipFrom)
                .query(Long.class)
                .single();
    }

    /** A page of the supplier's offers behind the given one (null = from the first). */
    public List<SupplierOffer> page(MerchantId merchant, SupplierId supplier, @Nullable OfferId after, int limit) {
        return jdbc.sql("""
                select o.offer_id, o.sku_id, s.title, o.supplier_sku, o.ship_from, o.lead_time_days
                from offer o
                join sku s on s.merchant_id = o.merchant_id and s.sku_id = o.sku_id
                where o.merchant_id = :merchant and s.merchant_id = :merchant and o.supplier_id = :supplier
                  and not o.ended
                  and (:after::uuid is null
                       or (o.supplier_sku, o.ship_from) > (select supplier_sku, ship_from from offer
                                                           where merchant_id = :merchant and offer_id = :after::uuid
                                                             and supplier_id = :supplier))
                order by o.supplier_sku, o.ship_from
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query((row, number) -> new SupplierOffer(
                        new OfferId(row.getObject("offer_id", UUID.class)),
                        new SkuId(row.getObject("sku_id", UUID.class)),
                        row.getString("title"),
                        row.getString("supplier_sku"),
                        row.getString("ship_from"),
                        row.getInt("lead_time_days")))
                .list();
    }
}
