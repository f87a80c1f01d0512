package dev.baton.tracking;

import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.shipping.PackageId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of parcels that travel under tracked numbers; every method needs an open transaction of the merchant. */
@Component
class TrackedPackages {

    private final JdbcClient jdbc;

    TrackedPackages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A parcel.
     *
     * @param number the tracked number's id
     * @param deliveredAt under which its units were counted as delivered; null = not yet
     */
    record Row(
            PackageId id,
            UUID number,
            SalesOrderId salesOrder,
            Instant dispatchedAt,
            @Nullable Instant deliveredAt) {}

    void insertAll(MerchantId merchant, List<Row> rows) {
        jdbc.sql("""
                insert into tracked_package (merchant_id, package_id, tracked_number_id, sales_order_id, dispatched_at)
                select :merchant, p.id, p.number, p.sales_order, p.dispatched_at
                from unnest(:ids::uuid[], :numbers::uuid[], :orders::uuid[], :ats::timestamptz[])
                     as p (id, number, sales_order, dispatched_at)
                """)
                .param("merchant", merchant.value())
                .param(
                        "ids",
                        SqlArrays.uuids(
                                rows.stream().map(row -> row.id().value()).toList()))
                .param("numbers", SqlArrays.uuids(rows.stream().map(Row::number).toList()))
                .param(
                        "orders",
                        SqlArrays.uuids(rows.stream()
                                .map(row -> row.salesOrder().value())
                                .toList()))
                .param(
                        "ats",
                        SqlArrays.instants(rows.stream().map(Row::dispatchedAt).toList()))
                .update();
    }

    /** Lets a parcel travel under this number from now on, whether it had one or not. */
    void move(MerchantId merchant, Row parcel) {
        jdbc.sql("""
                insert into tracked_package (merchant_id, package_id, tracked_number_id, sales_order_id, dispatched_at)
                values (:merchant, :parcel, :number, :order, :at)
                on conflict (merchant_id, package_id) do update set tracked_number_id = excluded.tracked_number_id
                """)
                .param("merchant", merchant.value())
                .param("parcel", parcel.id().value())
                .param("number", parcel.number())
                .param("order", parcel.salesOrder().value())
                .param("at", SqlArrays.instant(parcel.dispatchedAt()))
                .update();
    }

    List<Row> ofNumbers(MerchantId merchant, Collection<UUID> numbers) {
        return jdbc.sql("""
                select package_id, tracked_number_id, sales_order_id, dispatched_at, delivered_at
                from tracked_package
                where merchant_id = :merchant and tracked_number_id = any(:numbers::uuid[])
                order by package_id
                """)
                .param("merchant", merchant.value())
                .param("numbers", SqlArrays.uuids(numbers))
                .query(TrackedPackages::read)
                .list();
    }

    List<Row> find(MerchantId merchant, Collection<PackageId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select package_id, tracked_number_id, sales_order_id, dispatched_at, delivered_at
                from tracked_package
                where merchant_id = :merchant and package_id = any(:ids::uuid[])
                order by package_id
                """)
                .param("merchant", merchant.value())
                .param("ids", SqlArrays.uuids(ids.stream().map(PackageId::value).toList()))
                .query(TrackedPackages::read)
                .list();
    }

    /** Marks parcels not marked yet; answers them. */
    List<PackageId> deliver(MerchantId merchant, List<PackageId> ids, List<Instant> deliveredAts) {
        return jdbc.sql("""
                update tracked_package p set delivered_at = d.delivered_at
                from unnest(:ids::uuid[], :ats::timestamptz[]) as d (id, delivered_at)
                where p.merchant_id = :merchant and p.package_id = d.id and p.delivered_at is null
                returning p.package_id
                """)
                .param("merchant", merchant.value())
                .param("ids", SqlArrays.uuids(ids.stream().map(PackageId::value).toList()))
                .param("ats", SqlArrays.instants(deliveredAts))
                .query((row, number) -> new PackageId(row.getObject("package_id", UUID.class)))
                .list();
    }

    long countDelivered(MerchantId merchant) {
        return jdbc.sql("""
                select count(*) from tracked_package where merchant_id = :merchant and delivered_at is not null
                """)
                .param("merchant", merchant.value())
                .query(Long.class)
                .single();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        OffsetDateTime delivered = row.getObject("delivered_at", OffsetDateTime.class);
        return new Row(
                new PackageId(row.getObject("package_id", UUID.class)),
                row.getObject("tracked_number_id", UUID.class),
                new SalesOrderId(row.getObject("sales_order_id", UUID.class)),
                row.getObject("dispatched_at", OffsetDateTime.class).toInstant(),
                delivered == null ? null : delivered.toInstant());
    }
}
