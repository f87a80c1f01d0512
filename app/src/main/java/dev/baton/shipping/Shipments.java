package dev.baton.shipping;

import dev.baton.orders.AllocationId;
import dev.baton.orders.OrderLineId;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.shipping.ShipmentView.ParcelLine;
import dev.baton.shipping.ShipmentView.ParcelView;
import dev.baton.suppliers.SupplierId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of shipments, parcels and what is in them; every method needs an open transaction of the merchant. */
@Component
class Shipments {

    private final JdbcClient jdbc;

    Shipments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The row of a shipment without its parcels. */
    record Head(ShipmentView shipment, byte[] bodyHash) {}

    /** Takes the supplier's reference; false when it is taken. */
    boolean claim(MerchantId merchant, ShipmentView shipment, byte[] bodyHash) {
        return jdbc.sql("""
                insert into shipment (merchant_id, id, purchase_order_id, sales_order_id, supplier_id,
                                      supplier_reference, body_hash, shipped_at, recorded_at)
                values (:merchant, :id, :purchaseOrder, :salesOrder, :supplier, :reference, :bodyHash, :shippedAt,
                        :recordedAt)
                on conflict (merchant_id, supplier_id, supplier_reference) do nothing
                """)
                        .param("merchant", merchant.value())
                        .param("id", shipment.id().value())
                        .param("purchaseOrder", shipment.purchaseOrder().value())
                        .param("salesOrder", shipment.salesOrder().value())
                        .param("supplier", shipment.supplier().value())
                        .param("reference", shipment.reference())
                        .param("bodyHash", bodyHash)
                        .param("shippedAt", SqlArrays.instant(shipment.shippedAt()))
                        .param("recordedAt", SqlArrays.instant(shipment.recordedAt()))
                        .update()
                == 1;
    }

    Head byReference(MerchantId merchant, SupplierId supplier, String reference) {
        return jdbc.sql("""
                select id, purchase_order_id, sales_order_id, supplier_id, supplier_reference, body_hash, shipped_at,
                       recorded_at
                from shipment
                where merchant_id = :merchant and supplier_id = :supplier and supplier_reference = :reference
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .param("reference", reference)
                .query((row, number) -> new Head(head(row), row.getBytes("body_hash")))
                .single();
    }

    List<ShipmentView> ofSalesOrder(MerchantId merchant, SalesOrderId order) {
        return withPackages(
                merchant,
                jdbc.sql("""
                        select id, purchase_order_id, sales_order_id, supplier_id, supplier_reference, shipped_at,
                               recorded_at
                        from shipment
                        where merchant_id = :merchant and sales_order_id = :order
                        order by id
                        limit 1000
                        """)
                        .param("merchant", merchant.value())
                        .param("order", order.value())
                        .query((row, number) -> head(row))
                        .list());
    }

    List<ShipmentView> ofPurchaseOrder(MerchantId merchant, PurchaseOrderId purchaseOrder) {
        return withPackages(
                merchant,
                jdbc.sql("""
                        select id, purchase_order_id, sales_order_id, supplier_id, supplier_reference, shipped_at,
                               recorded_at
                        from shipment
                        where merchant_id = :merchant and purchase_order_id = :purchaseOrder
                        order by id
                        limit 1000
                        """)
                        .param("merchant", merchant.value())
                        .param("purchaseOrder", purchaseOrder.value())
                        .query((row, number) -> head(row))
                        .list());
    }

    void insertPackages(MerchantId merchant, ShipmentView shipment, List<String> trackingSaid) {
        List<ParcelView> parcels = shipment.packages();
        List<@Nullable String> urls = new ArrayList<>();
        List<@Nullable Integer> weights = new ArrayList<>();
        List<@Nullable String> codes = new ArrayList<>();
        List<@Nullable String> remarks = new ArrayList<>();
        for (ParcelView parcel : parcels) {
            urls.add(parcel.trackingUrl());
            weights.add(parcel.weightGrams());
            codes.add(parcel.sscc());
            remarks.add(parcel.remark());
        }
        boolean[] guessed = new boolean[parcels.size()];
        for (int i = 0; i < guessed.length; i++) {
            guessed[i] = parcels.get(i).carrierGuessed();
        }
        jdbc.sql("""
                insert into shipment_package (merchant_id, id, shipment_id, position, carrier_said, carrier_code,
                                              carrier_guessed, tracking_said, tracking_number, tracking_url,
                                              weight_grams, sscc, remark)
                select :merchant, p.id, :shipment, p.position, p.carrier_said, p.carrier_code, p.carrier_guessed,
                       p.tracking_said, p.tracking_number, p.tracking_url, p.weight_grams, p.sscc, p.remark
                from unnest(:ids::uuid[], :carriersSaid::text[], :carriers::text[], :guessed::bool[],
                            :numbersSaid::text[], :numbers::text[], :urls::text[], :weights::int[],
                            :codes::text[], :remarks::text[])
                     with ordinality
                     as p (id, carrier_said, carrier_code, carrier_guessed, tracking_said, tracking_number,
                           tracking_url, weight_grams, sscc, remark, position)
                """)
                .param("merchant", merchant.value())
                .param("shipment", shipment.id().value())
                .param(
                        "ids",
                        SqlArrays.uuids(parcels.stream()
                                .map(parcel -> parcel.id().value())
                                .toList()))
                .param(
                        "carriersSaid",
                        SqlArrays.texts(
                                parcels.stream().map(ParcelView::carrierSaid).toList()))
                .param(
                        "carriers",
                        SqlArrays.texts(
                                parcels.stream().map(ParcelView::carrierCode).toList()))
                .param("guessed", SqlArrays.bools(guessed))
                .param("numbersSaid", SqlArrays.texts(trackingSaid))
                .param(
                        "numbers",
                        SqlArrays.texts(
                                parcels.stream().map(ParcelView::trackingNumber).toList()))
                .param("urls", SqlArrays.texts(urls))
                .param("weights", SqlArrays.ints(weights))
                .param("codes", SqlArrays.texts(codes))
                .param("remarks", SqlArrays.texts(remarks))
                .update();
        insertLines(merchant, parcels);
    }

    private void insertLines(MerchantId merchant, List<ParcelView> parcels) {
        List<UUID> ofPackage = new ArrayList<>();
        List<ParcelLine> lines = new ArrayList<>();
        for (ParcelView parcel : parcels) {
            for (ParcelLine line : parcel.lines()) {
                ofPackage.add(parcel.id().value());
                lines.add(line);
            }
        }
        jdbc.sql("""
                insert into shipment_package_line (merchant_id, package_id, line, allocation_id, order_line_id,
                                                   quantity, excess)
                select :merchant, l.package_id, l.line, l.allocation_id, l.order_line_id, l.quantity, l.excess
                from unnest(:packages::uuid[], :lines::int[], :allocations::uuid[], :orderLines::uuid[],
                            :quantities::int[], :excess::int[])
                     as l (package_id, line, allocation_id, order_line_id, quantity, excess)
                """)
                .param("merchant", merchant.value())
                .param("packages", SqlArrays.uuids(ofPackage))
                .param(
                        "lines",
                        SqlArrays.ints(lines.stream().mapToInt(ParcelLine::line).toArray()))
                .param(
                        "allocations",
                        SqlArrays.uuids(lines.stream()
                                .map(line -> line.allocation().value())
                                .toList()))
                .param(
                        "orderLines",
                        SqlArrays.uuids(lines.stream()
                                .map(line -> line.orderLine().value())
                                .toList()))
                .param(
                        "quantities",
                        SqlArrays.ints(
                                lines.stream().mapToInt(ParcelLine::quantity).toArray()))
                .param(
                        "excess",
                        SqlArrays.ints(
                                lines.stream().mapToInt(ParcelLine::excess).toArray()))
                .update();
    }

    /** The same shipments with their parcels, in the order they were reported. */
    List<ShipmentView> withPackages(MerchantId merchant, List<ShipmentView> heads) {
        if (heads.isEmpty()) {
            return heads;
        }
        Map<UUID, List<ParcelView>> parcels = new HashMap<>();
        List<UUID> packageIds = new ArrayList<>();
        jdbc.sql("""
                select shipment_id, id, carrier_said, carrier_code, carrier_guessed, tracking_number, tracking_url,
                       weight_grams, sscc, remark
                from shipment_package
                where merchant_id = :merchant and shipment_id = any(:shipments::uuid[])
                order by shipment_id, position
                """)
                .param("merchant", merchant.value())
                .param(
                        "shipments",
                        SqlArrays.uuids(
                                heads.stream().map(head -> head.id().value()).toList()))
                .query(row -> {
                    packageIds.add(row.getObject("id", UUID.class));
                    parcels.computeIfAbsent(row.getObject("shipment_id", UUID.class), id -> new ArrayList<>())
                            .add(parcel(row));
                });
        Map<PackageId, List<ParcelLine>> lines = lines(merchant, packageIds);
        return heads.stream()
                .map(head -> head.withPackages(parcels.getOrDefault(head.id().value(), List.of()).stream()
                        .map(parcel -> with(parcel, lines.getOrDefault(parcel.id(), List.of())))
                        .toList()))
                .toList();
    }

    Map<PackageId, List<ParcelLine>> lines(MerchantId merchant, Collection<UUID> packages) {
        if (packages.isEmpty()) {
            return Map.of();
        }
        Map<PackageId, List<ParcelLine>> lines = new HashMap<>();
        jdbc.sql("""
                select package_id, line, allocation_id, order_line_id, quantity, excess
                from shipment_package_line
                where merchant_id = :merchant and package_id = any(:packages::uuid[])
                order by package_id, line
                """)
                .param("merchant", merchant.value())
                .param("packages", SqlArrays.uuids(packages))
                .query(row -> {
                    lines.computeIfAbsent(
                                    new PackageId(row.getObject("package_id", UUID.class)), id -> new ArrayList<>())
                            .add(new ParcelLine(
                                    row.getInt("line"),
                                    new AllocationId(row.getObject("allocation_id", UUID.class)),
                                    new OrderLineId(row.getObject("order_line_id", UUID.class)),
                                    row.getInt("quantity"),
                                    row.getInt("excess")));
                });
        return lines;
    }

    long countPackages(MerchantId merchant) {
        return jdbc.sql("select count(*) from shipment_package where merchant_id = :merchant")
                .param("merchant", merchant.value())
                .query(Long.class)
                .single();
    }

    private static ShipmentView head(ResultSet row) throws SQLException {
        return new ShipmentView(
                new ShipmentId(row.getObject("id", UUID.class)),
                new PurchaseOrderId(row.getObject("purchase_order_id", UUID.class)),
                new SalesOrderId(row.getObject("sales_order_id", UUID.class)),
                new SupplierId(row.getObject("supplier_id", UUID.class)),
                row.getString("supplier_reference"),
                row.getObject("shipped_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                List.of());
    }

    private static ParcelView parcel(ResultSet row) throws SQLException {
        return new ParcelView(
                new PackageId(row.getObject("id", UUID.class)),
                row.getString("carrier_said"),
                row.getString("carrier_code"),
                row.getBoolean("carrier_guessed"),
                row.getString("tracking_number"),
                row.getString("tracking_url"),
                row.getObject("weight_grams", Integer.class),
                row.getString("sscc"),
                row.getString("remark"),
                List.of());
    }

    private static ParcelView with(ParcelView parcel, List<ParcelLine> lines) {
        return new ParcelView(
                parcel.id(),
                parcel.carrierSaid(),
                parcel.carrierCode(),
                parcel.carrierGuessed(),
                parcel.trackingNumber(),
                parcel.trackingUrl(),
                parcel.weightGrams(),
                parcel.sscc(),
                parcel.remark(),
                lines);
    }
}
