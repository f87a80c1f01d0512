package dev.baton.inventory;

import dev.baton.catalog.SkuId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table stock_sold: real demand, day by day. What waits is no part of it until it is promised. Needs an open transaction. */
@Component
final class SoldUnits {

    /** Days the pace is made of. */
    static final int WINDOW_DAYS = 28;

    /** Fewer days make no pace: goods new on sale are counted as if they had sold for a week. */
    private static final int LEAST_DAYS = 7;

    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;

    SoldUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Units sold in so many days. */
    record Pace(int units, int days) {

        static final Pace NONE = new Pace(0, LEAST_DAYS);
    }

    /** Counts a day anew: what was given back since is no longer counted. */
    void count(MerchantId merchant, LocalDate day) {
        jdbc.sql("""
                delete from stock_sold
                where merchant_id = :merchant and day = :day
                """).param("merchant", merchant.value()).param("day", day).update();
        jdbc.sql("""
                insert into stock_sold (merchant_id, sku_id, day, units)
                select merchant_id, sku_id, :day, sum(quantity - released)
                from stock_claim
                where merchant_id = :merchant and claimed_at >= :from and claimed_at < :until
                group by merchant_id, sku_id
                having sum(quantity - released) > 0
                order by sku_id
                on conflict (merchant_id, sku_id, day) do update set units = excluded.units
                """)
                .param("merchant", merchant.value())
                .param("day", day)
                .param("from", SqlArrays.instant(start(day)))
                .param("until", SqlArrays.instant(start(day.plusDays(1))))
                .update();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    void forget(MerchantId merchant, LocalDate before) {
        jdbc.sql("delete from stock_sold where merchant_id = :merchant and day < :before")
                .param("merchant", merchant.value())
                .param("before", before)
                .update();
    }

    Map<SkuId, Pace> paces(MerchantId merchant, Collection<SkuId> skus, LocalDate today) {
        Map<SkuId, Pace> paces = new HashMap<>();
        jdbc.sql("""
                select sku_id, sum(units) as units, min(day) as first
                from stock_sold
                where merchant_id = :merchant and sku_id = any(:skus::uuid[]) and day > :after
                group by sku_id
                """)
                .param("merchant", merchant.value())
                .param("skus", SqlArrays.uuids(skus.stream().map(SkuId::value).toList()))
                .param("after", today.minusDays(WINDOW_DAYS))
                .query(row -> {
                    long days = 1 + ChronoUnit.DAYS.between(row.getObject("first", LocalDate.class), today);
                    paces.put(
                            Columns.sku(row), new Pace(row.getInt("units"), Math.clamp(days, LEAST_DAYS, WINDOW_DAYS)));
                });
        return paces;
    }

    /** A page of what sells or is warned of, after the given SKU (null = from the first), in the order of their ids. */
    List<SkuId> watched(MerchantId merchant, @Nullable SkuId after, int limit) {
        return jdbc.sql("""
                select sku_id from (
                    (select distinct sku_id from stock_sold
                     where merchant_id = :merchant and sku_id > :after order by sku_id limit :limit)
                    union
                    (select distinct sku_id from stock_alert
                     where merchant_id = :merchant and closed_at is null and sku_id > :after
                     order by sku_id limit :limit)) w
                order by sku_id
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("after", after == null ? FIRST : after.value())
                .param("limit", limit)
                .query((row, number) -> Columns.sku(row))
                .list();
    }

    /** As above, of one supplier's offers. */
    List<SkuId> watchedOf(MerchantId merchant, SupplierId supplier, @Nullable SkuId after, int limit) {
        return jdbc.sql("""
                select sku_id from (
                    (select distinct d.sku_id from stock_sold d
                     where d.merchant_id = :merchant and d.sku_id > :after
                       and exists (select 1 from stock s
                                   where s.merchant_id = :merchant and s.sku_id = d.sku_id
                                     and s.supplier_id = :supplier)
                     order by d.sku_id limit :limit)
                    union
                    (select distinct a.sku_id from stock_alert a
                     where a.merchant_id = :merchant and a.closed_at is null and a.sku_id > :after
                       and exists (select 1 from stock s
                                   where s.merchant_id = :merchant and s.sku_id = a.sku_id
                                     and s.supplier_id = :supplier)
                     order by a.sku_id limit :limit)) w
                order by sku_id
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .param("after", after == null ? FIRST : after.value())
                .param("limit", limit)
                .query((row, number) -> Columns.sku(row))
                .list();
    }

    /** A page of the SKUs promised since then. */
    List<SkuId> soldSince(MerchantId merchant, Instant since, @Nullable SkuId after, int limit) {
        return jdbc.sql("""
                select distinct sku_id from stock_claim
                where merchant_id = :merchant and claimed_at >= :since and sku_id > :after
                order by sku_id
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("since", SqlArrays.instant(since))
                .param("after", after == null ? FIRST : after.value())
                .param("limit", limit)
                .query((row, number) -> Columns.sku(row))
                .list();
    }
}
