package dev.baton.shipping;

import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which parcels many sales orders have; needs an open transaction of the merchant. */
@Component
public final class ParcelMarks {

    private final JdbcClient jdbc;

    ParcelMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the given sales orders, in the order they were recorded; a sales order without any is absent. */
    public Map<SalesOrderId, List<PackageId>> ofSalesOrders(MerchantId merchant, Collection<SalesOrderId> salesOrders) {
        Map<SalesOrderId, List<PackageId>> parcels = new HashMap<>();
        jdbc.sql("""
                select s.sales_order_id, p.id
                from shipment s
                join shipment_package p on p.merchant_id = s.merchant_id and p.shipment_id = s.id
                where s.merchant_id = :merchant and p.merchant_id = :merchant
                  and s.sales_order_id = any(:ids::uuid[])
                order by p.id
                """)
                .param("merchant", merchant.value())
                .param(
                        "ids",
                        SqlArrays.uuids(
                                salesOrders.stream().map(SalesOrderId::value).toList()))
                .query(row -> {
                    parcels.computeIfAbsent(
                                    new SalesOrderId(row.getObject("sales_order_id", UUID.class)),
                                    id -> new ArrayList<>())
                            .add(new PackageId(row.getObject("id", UUID.class)));
                });
        return parcels;
    }
}
