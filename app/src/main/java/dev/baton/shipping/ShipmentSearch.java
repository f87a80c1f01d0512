package dev.baton.shipping;

import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.suppliers.SupplierId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds shipments by the supplier's own reference. Every method needs an open transaction of the merchant. */
@Component
public final class ShipmentSearch {

    private final JdbcClient jdbc;

    ShipmentSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A shipment that was found. */
    public record Hit(ShipmentId id, SalesOrderId order, SupplierId supplier, String reference) {}

    /** The shipments the suppliers call so; one supplier calls one so. */
    public List<Hit> find(MerchantId merchant, Collection<SupplierId> suppliers, String reference, int limit) {
        return jdbc.sql("""
                select id, sales_order_id, supplier_id, supplier_reference from shipment
                where merchant_id = :merchant and supplier_id = any(:suppliers::uuid[])
                  and supplier_reference = :reference
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param(
                        "suppliers",
                        SqlArrays.uuids(
                                suppliers.stream().map(SupplierId::value).toList()))
                .param("reference", reference)
                .param("limit", limit)
                .query((row, at) -> new Hit(
                        new ShipmentId(row.getObject("id", UUID.class)),
                        new SalesOrderId(row.getObject("sales_order_id", UUID.class)),
                        new SupplierId(row.getObject("supplier_id", UUID.class)),
                        row.getString("supplier_reference")))
                .list();
    }
}
