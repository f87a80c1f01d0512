package dev.baton.shipping;

import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.suppliers.SupplierId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Parcels as a person pages through them; every method needs an open transaction of the merchant. */
@Component
public final class ParcelBoard {

    private static final UUID TOP = new UUID(-1L, -1L);

    private final JdbcClient jdbc;

    ParcelBoard(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A parcel with what it belongs to; meanings as in {@link ShipmentView.ParcelView}.
     *
     * @param shippedAt when the supplier says it left
     */
    public record Row(
            PackageId id,
            PurchaseOrderId purchaseOrder,
            SalesOrderId salesOrder,
            SupplierId supplier,
            String reference,
            String carrierSaid,
            String carrierCode,
            String trackingNumber,
            @Nullable String trackingUrl,
            @Nullable Integer weightGrams,
            @Nullable String sscc,
            @Nullable String remark,
            Instant shippedAt) {}

    /**
     * Newest first.
     *
     * @param carrier only parcels of it, as Baton calls it; null = of any
     * @param below the last one of the page before; null = from the newest on
     */
    public List<Row> page(MerchantId merchant, @Nullable String carrier, @Nullable PackageId below, int limit) {
        PackageId from = below == null ? new PackageId(TOP) : below;
        return carrier == null ? ofAny(merchant, from, limit) : ofCarrier(merchant, carrier, from, limit);
    }

    private List<Row> ofAny(MerchantId merchant, PackageId below, int limit) {
        return jdbc.sql("""
                select p.id, s.purchase_order_id, s.sales_order_id, s.supplier_id, s.supplier_reference, p.carrier_said,
                       p.carrier_code, p.tracking_number, p.tracking_url, p.weight_grams, p.sscc, p.remark,
                       s.shipped_at
                from shipment_package p
                join shipment s on s.merchant_id = p.merchant_id and s.id = p.shipment_id
                where p.merchant_id = :merchant and s.merchant_id = :merchant and p.id < :below
                order by p.merchant_id desc, p.id desc
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("below", below.value())
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list();
    }

    private List<Row> ofCarrier(MerchantId merchant, String carrier, PackageId below, int limit) {
        return jdbc.sql("""
                select p.id, s.purchase_order_id, s.sales_order_id, s.supplier_id, s.supplier_reference, p.carrier_said,
                       p.carrier_code, p.tracking_number, p.tracking_url, p.weight_grams, p.sscc, p.remark,
                       s.shipped_at
                from shipment_package p
                join shipment s on s.merchant_id = p.merchant_id and s.id = p.shipment_id
                where p.merchant_id = :merchant and s.merchant_id = :merchant and p.carrier_code = :carrier
                  and p.id < :below
                order by p.merchant_id desc, p.carrier_code desc, p.id desc
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("carrier", carrier)
                .param("below", below.value())
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list();
    }

    /** One parcel; empty when it is not this merchant's. */
    public Optional<Row> find(MerchantId merchant, PackageId id) {
        return of(merchant, List.of(id)).stream().findFirst();
    }

    /** Parcels by id, newest first; those that are not this merchant's are absent. */
    public List<Row> of(MerchantId merchant, Collection<PackageId> ids) {
        return jdbc.sql("""
                select p.id, s.purchase_order_id, s.sales_order_id, s.supplier_id, s.supplier_reference, p.carrier_said,
                       p.carrier_code, p.tracking_number, p.tracking_url, p.weight_grams, p.sscc, p.remark,
                       s.shipped_at
                from shipment_package p
                join shipment s on s.merchant_id = p.merchant_id and s.id = p.shipment_id
                where p.merchant_id = :merchant and s.merchant_id = :merchant and p.id = any(:ids::uuid[])
                order by p.id desc
                """)
                .param("merchant", merchant.value())
                .param("ids", SqlArrays.uuids(ids.stream().map(PackageId::value).toList()))
                .query((row, number) -> row(row))
                .list();
    }

    /** When the first goods of each purchase order left; one of which nothing left is absent. */
    public Map<PurchaseOrderId, Instant> firstLeft(MerchantId merchant, Collection<PurchaseOrderId> purchaseOrders) {
        Map<PurchaseOrderId, Instant> left = new HashMap<>();
        jdbc.sql("""
                select purchase_order_id, min(shipped_at) as at from shipment
                where merchant_id = :merchant and purchase_order_id = any(:ids::uuid[])
                group by purchase_order_id
                """)
                .param("merchant", merchant.value())
                .param(
                        "ids",
                        SqlArrays.uuids(purchaseOrders.stream()
                                .map(PurchaseOrderId::value)
                                .toList()))
                .query(row -> {
                    left.put(
                            new PurchaseOrderId(row.getObject("purchase_order_id", UUID.class)),
                            row.getObject("at", OffsetDateTime.class).toInstant());
                });
        return left;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new PackageId(row.getObject("id", UUID.class)),
                new PurchaseOrderId(row.getObject("purchase_order_id", UUID.class)),
                new SalesOrderId(row.getObject("sales_order_id", UUID.class)),
                new SupplierId(row.getObject("supplier_id", UUID.class)),
                row.getString("supplier_reference"),
                row.getString("carrier_said"),
                row.getString("carrier_code"),
                row.getString("tracking_number"),
                row.getString("tracking_url"),
                row.getObject("weight_grams", Integer.class),
                row.getString("sscc"),
                row.getString("remark"),
                row.getObject("shipped_at", OffsetDateTime.class).toInstant());
    }
}
