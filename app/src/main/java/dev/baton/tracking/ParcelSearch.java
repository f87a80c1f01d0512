package dev.baton.tracking;

import dev.baton.carriers.TrackingNumber;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.shipping.PackageId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds parcels by their tracking number or its beginning, blanks and dashes left out of account. Every method needs an
 * open transaction of the merchant.
 */
@Component
public final class ParcelSearch {

    /** The greatest sign there is: an end behind everything that begins so, where texts are compared by bytes. */
    private static final String END = "\uDBFF\uDFFF";

    /** Fewer signs begin too many numbers to mean one. */
    private static final int SHORTEST = 4;

    private final JdbcClient jdbc;

    ParcelSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A parcel that was found.
     *
     * @param status what is shown; null = no scan yet
     */
    public record Hit(
            PackageId id,
            SalesOrderId order,
            String carrier,
            String trackingNumber,
            @Nullable ScanCode status,
            boolean exact) {}

    /** At most so many, in the order of their numbers. */
    public List<Hit> find(MerchantId merchant, String text, int limit) {
        String number = TrackingNumber.of(text).normalised();
        if (number.length() < SHORTEST) {
            return List.of();
        }
        return jdbc.sql("""
                select p.package_id, p.sales_order_id, n.carrier_code, n.tracking_number, n.status
                from (select id, carrier_code, tracking_number, status from tracked_number
                      where merchant_id = :merchant and tracking_number >= :from and tracking_number < :end
                      order by tracking_number
                      limit :limit) as n
                cross join lateral (
                  select package_id, sales_order_id from tracked_package
                  where merchant_id = :merchant and tracked_number_id = n.id
                  limit :limit) as p
                order by n.tracking_number, p.package_id
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("from", number)
                .param("end", number + END)
                .param("limit", limit)
                .query((row, at) -> new Hit(
                        new PackageId(row.getObject("package_id", UUID.class)),
                        new SalesOrderId(row.getObject("sales_order_id", UUID.class)),
                        row.getString("carrier_code"),
                        row.getString("tracking_number"),
                        row.getString("status") == null ? null : ScanCode.valueOf(row.getString("status")),
                        row.getString("tracking_number").equals(number)))
                .list();
    }
}
