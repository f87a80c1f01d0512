package dev.baton.purchasing;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How suppliers answer from day to day, and what is open with them. Every method needs an open transaction. */
@Component
public final class PurchaseOrderPulse {

    private final JdbcClient jdbc;

    PurchaseOrderPulse(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the purchase orders suppliers had on one day: answered as a whole in time, and late or not at all. */
    public record Day(long inTime, long late) {}

    /**
     * By the day suppliers had them, from that moment on; a day of which nothing is judged yet is absent. Reads all of
     * the merchant's.
     */
    public Map<LocalDate, Day> answered(MerchantId merchant, Instant from, Instant now, ZoneId zone) {
        Map<LocalDate, Day> days = new TreeMap<>();
        jdbc.sql("""
                select (sent_at at time zone :zone)::date as day,
                       count(*) filter (where answered_at <= respond_by and reminded_at is null) as in_time,
                       count(*) filter (where reminded_at is not null or coalesce(answered_at, :now) > respond_by) as late
                from purchase_order
                where merchant_id = :merchant and sent_at >= :from
                  and (answered_at is not null or reminded_at is not null or respond_by < :now)
                group by 1
                """)
                .param("merchant", merchant.value())
                .param("from", SqlArrays.instant(from))
                .param("now", SqlArrays.instant(now))
                .param("zone", zone.getId())
                .query(row -> {
                    days.put(
                            row.getObject("day", LocalDate.class),
                            new Day(row.getLong("in_time"), row.getLong("late")));
                });
        return days;
    }

    /** What the goods cost that suppliers still owe, in 10⁻⁶ of a currency, by currency. Reads all of the merchant's. */
    public Map<String, Long> owedMicros(MerchantId merchant) {
        Map<String, Long> owed = new TreeMap<>();
        jdbc.sql("""
                select p.currency,
                       sum(l.unit_cost_micros * (l.quantity - l.rejected - l.cancelled - l.shipped)) as micros
                from purchase_order p
                join purchase_order_line l on l.merchant_id = p.merchant_id and l.purchase_order_id = p.id
                where p.merchant_id = :merchant and l.merchant_id = :merchant and not l.withdrawn
                  and p.status in ('ISSUED', 'SENDING', 'SENT', 'UNDELIVERED', 'UNKNOWN', 'ACKNOWLEDGED',
                                   'PARTLY_REJECTED', 'PARTLY_SHIPPED')
                group by p.currency
                """).param("merchant", merchant.value()).query(row -> {
            owed.put(row.getString("currency"), row.getLong("micros"));
        });
        return owed;
    }
}
