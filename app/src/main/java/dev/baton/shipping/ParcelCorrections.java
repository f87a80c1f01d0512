package dev.baton.shipping;

import dev.baton.orders.AllocationId;
import dev.baton.orders.OrderLineId;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.suppliers.SupplierId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers of parcels that change after they were told; every method needs an open transaction of the merchant. */
@Component
public class ParcelCorrections {

    private static final int MOST_SHOWN = 20;

    private final JdbcClient jdbc;

    ParcelCorrections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What stood on a parcel before.
     *
     * @param carrier in the words it was told in; empty = not named
     * @param trackingNumber as it was told; empty = none
     * @param reason empty = not said
     */
    public record Before(String carrier, String trackingNumber, String reason, Instant correctedAt) {}

    /** A parcel with what it belongs to. */
    record Subject(
            PackageId id,
            ShipmentId shipment,
            SalesOrderId salesOrder,
            SupplierId supplier,
            Instant shippedAt,
            int position,
            String carrierSaid,
            String trackingSaid,
            String trackingNumber) {}

    /** What a parcel was told to travel under before, oldest first. */
    public List<Before> of(MerchantId merchant, PackageId parcel) {
        return of(merchant, List.of(parcel)).getOrDefault(parcel, List.of());
    }

    /** As above for several parcels; one that always went under its number is absent. */
    public Map<PackageId, List<Before>> of(MerchantId merchant, Collection<PackageId> parcels) {
        Map<PackageId, List<Before>> before = new HashMap<>();
        jdbc.sql("""
                select package_id, carrier_said, tracking_said, reason, corrected_at
                from (select c.*, row_number() over (partition by merchant_id, package_id order by id) as place
                      from shipment_package_correction c
                      where merchant_id = :merchant and package_id = any(:parcels::uuid[])) as ranked
                where place <= :most
                order by package_id, place
                """)
                .param("merchant", merchant.value())
                .param(
                        "parcels",
                        SqlArrays.uuids(parcels.stream().map(PackageId::value).toList()))
                .param("most", MOST_SHOWN)
                .query(row -> {
                    before.computeIfAbsent(
                                    new PackageId(row.getObject("package_id", UUID.class)), id -> new ArrayList<>())
                            .add(new Before(
                                    row.getString("carrier_said"),
                                    row.getString("tracking_said"),
                                    row.getString("reason"),
                                    row.getObject("corrected_at", OffsetDateTime.class)
                                            .toInstant()));
                });
        return before;
    }

    /** The parcel at a place of a supplier's shipment, from 1. */
    Optional<PackageId> find(
            MerchantId merchant, PurchaseOrderId purchaseOrder, SupplierId supplier, String reference, int position) {
        return jdbc.sql("""
                select p.id
                from shipment s
                join shipment_package p on p.merchant_id = s.merchant_id and p.shipment_id = s.id
                where s.merchant_id = :merchant and p.merchant_id = :merchant and s.supplier_id = :supplier
                  and s.supplier_reference = :reference and s.purchase_order_id = :purchaseOrder
                  and p.position = :position
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .param("reference", reference)
                .param("purchaseOrder", purchaseOrder.value())
                .param("position", position)
                .query((row, number) -> new PackageId(row.getObject("id", UUID.class)))
                .optional();
    }

    Optional<Subject> subject(MerchantId merchant, PackageId parcel) {
        return jdbc.sql("""
                select p.id, p.shipment_id, s.sales_order_id, s.supplier_id, s.shipped_at, p.position, p.carrier_said,
                       p.tracking_said, p.tracking_number
                from shipment_package p
                join shipment s on s.merchant_id = p.merchant_id and s.id = p.shipment_id
                where p.merchant_id = :merchant and s.merchant_id = :merchant and p.id = :parcel
                """)
                .param("merchant", merchant.value())
                .param("parcel", parcel.value())
                .query((row, number) -> subject(row))
                .optional();
    }

    private static Subject subject(ResultSet row) throws SQLException {
        return new Subject(
                new PackageId(row.getObject("id", UUID.class)),
                new ShipmentId(row.getObject("shipment_id", UUID.class)),
                new SalesOrderId(row.getObject("sales_order_id", UUID.class)),
                new SupplierId(row.getObject("supplier_id", UUID.class)),
                row.getObject("shipped_at", OffsetDateTime.class).toInstant(),
                row.getInt("position"),
                row.getString("carrier_said"),
                row.getString("tracking_said"),
                row.getString("tracking_number"));
    }

    /** Keeps what stood there and writes what counts now. */
    void replace(
            MerchantId merchant, UUID id, Subject before, String carrier, String said, ParcelNumber now, Reason why) {
        jdbc.sql("""
                insert into shipment_package_correction (merchant_id, id, package_id, carrier_said, tracking_said,
                                                         tracking_number, reason, corrected_at)
                values (:merchant, :id, :parcel, :carrier, :said, :number, :reason, :at)
                """)
                .param("merchant", merchant.value())
                .param("id", id)
                .param("parcel", before.id().value())
                .param("carrier", before.carrierSaid())
                .param("said", before.trackingSaid())
                .param("number", before.trackingNumber())
                .param("reason", why.words())
                .param("at", SqlArrays.instant(why.at()))
                .update();
        jdbc.sql("""
                update shipment_package
                set carrier_said = :carrierSaid, carrier_code = :carrier, carrier_guessed = :guessed,
                    tracking_said = :said, tracking_number = :number, tracking_url = :url, remark = :remark
                where merchant_id = :merchant and id = :parcel
                """)
                .param("carrierSaid", carrier)
                .param("carrier", now.carrierCode())
                .param("guessed", now.guessed())
                .param("said", said)
                .param("number", now.number())
                .param("url", now.url())
                .param("remark", now.remark())
                .param("merchant", merchant.value())
                .param("parcel", before.id().value())
                .update();
    }

    /** Why and when. */
    record Reason(String words, Instant at) {}

    /** The owed units in a parcel, for the news of it. */
    List<ShipmentsDispatched.DispatchedLine> owed(MerchantId merchant, PackageId parcel) {
        return jdbc.sql("""
                select allocation_id, order_line_id, quantity
                from shipment_package_line
                where merchant_id = :merchant and package_id = :parcel and quantity > 0
                order by merchant_id, package_id, line
                """)
                .param("merchant", merchant.value())
                .param("parcel", parcel.value())
                .query((row, number) -> new ShipmentsDispatched.DispatchedLine(
                        new OrderLineId(row.getObject("order_line_id", UUID.class)),
                        new AllocationId(row.getObject("allocation_id", UUID.class)),
                        row.getInt("quantity")))
                .list();
    }
}
