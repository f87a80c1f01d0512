package dev.baton.shipping;

import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.purchasing.PurchaseOrderId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose order parcels and shipments belong to. Every method needs an open transaction of the merchant. */
@Component
public final class OrdersOfParcels {

    private final JdbcClient jdbc;

    OrdersOfParcels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The sales orders of the given parcels and shipments, by their ids; what is none of them is absent. */
    public Map<UUID, SalesOrderId> of(MerchantId merchant, Collection<UUID> parcelsOrShipments) {
        Map<UUID, SalesOrderId> orders = new HashMap<>();
        jdbc.sql("""
                select s.id, s.sales_order_id from shipment s
                where s.merchant_id = :merchant and s.id = any(:ids::uuid[])
                union all
                select p.id, s.sales_order_id
                from shipment_package p
                join shipment s on s.merchant_id = :merchant and s.id = p.shipment_id
                where p.merchant_id = :merchant and p.id = any(:ids::uuid[])
                """)
                .param("merchant", merchant.value())
                .param("ids", SqlArrays.uuids(parcelsOrShipments))
                .query(row -> {
                    orders.put(
                            row.getObject("id", UUID.class),
                            new SalesOrderId(row.getObject("sales_order_id", UUID.class)));
                });
        return orders;
    }

    /** The purchase orders of the given parcels and shipments, by their ids; what is none of them is absent. */
    public Map<UUID, PurchaseOrderId> purchaseOrders(MerchantId merchant, Collection<UUID> parcelsOrShipments) {
        Map<UUID, PurchaseOrderId> purchases = new HashMap<>();
        jdbc.sql("""
                select s.id, s.purchase_order_id from shipment s
                where s.merchant_id = :merchant and s.id = any(:ids::uuid[])
                union all
                select p.id, s.purchase_order_id
                from shipment_package p
                join shipment s on s.merchant_id = :merchant and s.id = p.shipment_id
                where p.merchant_id = :merchant and p.id = any(:ids::uuid[])
                """)
                .param("merchant", merchant.value())
                .param("ids", SqlArrays.uuids(parcelsOrShipments))
                .query(row -> {
                    purchases.put(
                            row.getObject("id", UUID.class),
                            new PurchaseOrderId(row.getObject("purchase_order_id", UUID.class)));
                });
        return purchases;
    }
}
