package dev.baton.inventory;

import dev.baton.catalog.SkuId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.suppliers.SupplierId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table waiting_demand. */
@Component
final class WaitingRows {

    /** SKUs one feed wakes at most; the rest wakes with the next. */
    private static final int MOST_SKUS = 5_000;

    private final JdbcClient jdbc;

    WaitingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(MerchantId merchant, List<WaitingLine> lines) {
        jdbc.sql("""
                insert into waiting_demand (merchant_id, sku_id, order_line_id, quantity, since)
                select :merchant, w.sku, w.line, w.quantity, w.since
                from unnest(:skus::uuid[], :lines::uuid[], :quantities::int[], :since::timestamptz[])
                     as w (sku, line, quantity, since)
                order by w.sku, w.line
                on conflict (merchant_id, sku_id, order_line_id) do update set quantity = excluded.quantity
                """)
                .param("merchant", merchant.value())
                .param(
                        "skus",
                        SqlArrays.uuids(
                                lines.stream().map(line -> line.sku().value()).toList()))
                .param(
                        "lines",
                        SqlArrays.uuids(
                                lines.stream().map(WaitingLine::orderLine).toList()))
                .param(
                        "quantities",
                        SqlArrays.ints(
                                lines.stream().mapToInt(WaitingLine::quantity).toArray()))
                .param(
                        "since",
                        SqlArrays.instants(
                                lines.stream().map(WaitingLine::since).toList()))
                .update();
    }

    int remove(MerchantId merchant, SkuId sku, Collection<UUID> orderLines) {
        return jdbc.sql("""
                delete from waiting_demand
                where merchant_id = :merchant and sku_id = :sku and order_line_id = any(:lines::uuid[])
                """)
                .param("merchant", merchant.value())
                .param("sku", sku.value())
                .param("lines", SqlArrays.uuids(orderLines))
                .update();
    }

    List<WaitingLine> oldest(MerchantId merchant, SkuId sku, int limit) {
        return jdbc.sql("""
                select sku_id, order_line_id, quantity, since
                from waiting_demand
                where merchant_id = :merchant and sku_id = :sku
                order by since, order_line_id
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("sku", sku.value())
                .param("limit", limit)
                .query((row, number) -> new WaitingLine(
                        Columns.sku(row),
                        row.getObject("order_line_id", UUID.class),
                        row.getInt("quantity"),
                        Columns.instantOf(row, "since")))
                .list();
    }

    List<WaitingSku> page(MerchantId merchant, @Nullable SkuId after, int limit) {
        return jdbc.sql("""
                select sku_id, sum(quantity) as units, count(*) as lines, min(since) as since
                from waiting_demand
                where merchant_id = :merchant and sku_id > :after
                group by sku_id
                order by sku_id
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("after", after == null ? new UUID(0, 0) : after.value())
                .param("limit", limit)
                .query((row, number) -> new WaitingSku(
                        Columns.sku(row), row.getLong("units"), row.getInt("lines"), Columns.instantOf(row, "since")))
                .list();
    }

    long count(MerchantId merchant) {
        return jdbc.sql("""
                select count(*) from (select distinct sku_id from waiting_demand where merchant_id = :merchant) w
                """)
                .param("merchant", merchant.value())
                .query(Long.class)
                .single();
    }

    Map<SkuId, Long> units(MerchantId merchant, Collection<SkuId> skus) {
        Map<SkuId, Long> units = new HashMap<>();
        if (skus.isEmpty()) {
            return units;
        }
        jdbc.sql("""
                select sku_id, sum(quantity) as units
                from waiting_demand
                where merchant_id = :merchant and sku_id = any(:skus::uuid[])
                group by sku_id
                """)
                .param("merchant", merchant.value())
                .param("skus", SqlArrays.uuids(skus.stream().map(SkuId::value).toList()))
                .query(row -> {
                    units.put(Columns.sku(row), row.getLong("units"));
                });
        return units;
    }

    /** Those of the SKUs that somebody waits for. */
    List<SkuId> awaited(MerchantId merchant, Collection<SkuId> skus) {
        List<SkuId> awaited = new ArrayList<>(units(merchant, skus).keySet());
        awaited.sort(Comparator.comparing(SkuId::value));
        return awaited;
    }

    /** SKUs somebody waits for although there are units that may be promised. */
    List<SkuId> servable(MerchantId merchant) {
        return jdbc.sql("""
                select distinct w.sku_id
                from waiting_demand w
                join stock s on s.merchant_id = w.merchant_id and s.sku_id = w.sku_id
                where w.merchant_id = :merchant and s.merchant_id = :merchant
                  and not s.ended and s.observed - s.buffer - s.withheld - s.uncovered > 0
                order by w.sku_id
                limit :most
                """)
                .param("merchant", merchant.value())
                .param("most", MOST_SKUS)
                .query((row, number) -> Columns.sku(row))
                .list();
    }

    /** SKUs somebody waits for although the supplier has units that may be promised. */
    List<SkuId> servable(MerchantId merchant, SupplierId supplier) {
        return jdbc.sql("""
                select distinct w.sku_id
                from waiting_demand w
                join stock s on s.merchant_id = w.merchant_id and s.sku_id = w.sku_id
                where w.merchant_id = :merchant and s.merchant_id = :merchant and s.supplier_id = :supplier
                  and not s.ended and s.observed - s.buffer - s.withheld - s.uncovered > 0
                order by w.sku_id
                limit :most
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .param("most", MOST_SKUS)
                .query((row, number) -> Columns.sku(row))
                .list();
    }
}
