package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.inventory.JudgeAlerts.Open;
import dev.baton.inventory.JudgeAlerts.Raised;
import dev.baton.inventory.StockAlert.Kind;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.suppliers.SupplierId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table stock_alert. Needs an open transaction. */
@Component
final class AlertRows {

    private final JdbcClient jdbc;
    private final Ids ids;

    AlertRows(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** Those that figures of stock raise and close. */
    Map<SkuId, List<Open>> open(MerchantId merchant, Collection<SkuId> skus) {
        Map<SkuId, List<Open>> open = new HashMap<>();
        jdbc.sql("""
                select alert_id, kind, subject_id, sku_id, raised_at
                from stock_alert
                where merchant_id = :merchant and sku_id = any(:skus::uuid[]) and closed_at is null
                  and kind <> 'COST_JUMP'
                """)
                .param("merchant", merchant.value())
                .param("skus", SqlArrays.uuids(skus.stream().map(SkuId::value).toList()))
                .query(row -> {
                    open.computeIfAbsent(Columns.sku(row), none -> new ArrayList<>())
                            .add(new Open(
                                    row.getObject("alert_id", UUID.class),
                                    Kind.valueOf(row.getString("kind")),
                                    row.getObject("subject_id", UUID.class),
                                    Columns.instantOf(row, "raised_at")));
                });
        return open;
    }

    /** An alert another look has raised meanwhile is raised once. */
    void raise(MerchantId merchant, List<Raised> raised, Instant now) {
        if (raised.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into stock_alert (merchant_id, alert_id, kind, subject_id, sku_id, supplier_id, available, sold,
                                         sold_days, threshold, raised_at)
                select :merchant, a.id, a.kind, a.subject, a.sku, a.supplier, a.available, a.sold, a.sold_days,
                       a.threshold, :now
                from unnest(:ids::uuid[], :kinds::text[], :subjects::uuid[], :skus::uuid[], :suppliers::uuid[],
                            :available::bigint[], :sold::int[], :soldDays::int[], :thresholds::int[])
                     as a (id, kind, subject, sku, supplier, available, sold, sold_days, threshold)
                order by a.kind, a.subject
                on conflict (merchant_id, kind, subject_id) where closed_at is null do nothing
                """)
                .param("merchant", merchant.value())
                .param("now", SqlArrays.instant(now))
                .param(
                        "ids",
                        SqlArrays.uuids(raised.stream().map(each -> ids.next()).toList()))
                .param(
                        "kinds",
                        SqlArrays.texts(
                                raised.stream().map(each -> each.kind().name()).toList()))
                .param(
                        "subjects",
                        SqlArrays.uuids(raised.stream().map(Raised::subject).toList()))
                .param(
                        "skus",
                        SqlArrays.uuids(raised.stream()
                                .map(each -> each.facts().sku().value())
                                .toList()))
                .param("suppliers", SqlArrays.uuids(suppliers(raised)))
                .param(
                        "available",
                        SqlArrays.longs(raised.stream()
                                .mapToLong(each -> each.facts().available())
                                .toArray()))
                .param(
                        "sold",
                        SqlArrays.ints(raised.stream()
                                .mapToInt(each -> each.facts().sold())
                                .toArray()))
                .param(
                        "soldDays",
                        SqlArrays.ints(raised.stream()
                                .mapToInt(each -> each.facts().soldDays())
                                .toArray()))
                .param(
                        "thresholds",
                        SqlArrays.ints(
                                raised.stream().mapToInt(Raised::threshold).toArray()))
                .update();
    }

    private static List<@Nullable UUID> suppliers(List<Raised> raised) {
        List<@Nullable UUID> suppliers = new ArrayList<>();
        for (Raised each : raised) {
            @Nullable SupplierId supplier = each.supplier();
            suppliers.add(supplier == null ? null : supplier.value());
        }
        return suppliers;
    }

    void close(MerchantId merchant, List<UUID> alerts, Instant now) {
        if (alerts.isEmpty()) {
            return;
        }
        jdbc.sql("""
                update stock_alert set closed_at = :now
                where merchant_id = :merchant and alert_id = any(:ids::uuid[]) and closed_at is null
                """)
                .param("now", SqlArrays.instant(now))
                .param("merchant", merchant.value())
                .param("ids", SqlArrays.uuids(alerts))
                .update();
    }

    /** Those of a kind about these offers are over. */
    void closeOf(MerchantId merchant, Kind kind, List<OfferId> offers, Instant now) {
        if (offers.isEmpty()) {
            return;
        }
        jdbc.sql("""
                update stock_alert set closed_at = :now
                where merchant_id = :merchant and kind = :kind and subject_id = any(:offers::uuid[])
                  and closed_at is null
                """)
                .param("now", SqlArrays.instant(now))
                .param("merchant", merchant.value())
                .param("kind", kind.name())
                .param(
                        "offers",
                        SqlArrays.uuids(offers.stream().map(OfferId::value).toList()))
                .update();
    }

    /** How many of a supplier are open, by kind; null = of all. */
    Map<Kind, Long> countOpen(MerchantId merchant, @Nullable SupplierId supplier) {
        Map<Kind, Long> counts = new HashMap<>();
        jdbc.sql("""
                select kind, count(*) as alerts
                from stock_alert a
                where merchant_id = :merchant and closed_at is null
                  and (:supplier::uuid is null or supplier_id = :supplier
                       or supplier_id is null and exists (
                          select 1 from stock s
                          where s.merchant_id = :merchant and s.sku_id = a.sku_id and s.supplier_id = :supplier))
                group by kind
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier == null ? null : supplier.value())
                .query(row -> {
                    counts.put(Kind.valueOf(row.getString("kind")), row.getLong("alerts"));
                });
        return counts;
    }

    /** The oldest open ones of a kind and a supplier. */
    List<StockAlert> page(
            MerchantId merchant,
            @Nullable Kind kind,
            @Nullable SupplierId supplier,
            boolean closedToo,
            @Nullable UUID after,
            int limit) {
        return jdbc.sql("""
                select alert_id, kind, subject_id, sku_id, supplier_id, available, sold, sold_days, threshold, raised_at,
                       closed_at
                from stock_alert a
                where merchant_id = :merchant and alert_id > :after and (:closedToo or closed_at is null)
                  and (:kind::text is null or kind = :kind)
                  and (:supplier::uuid is null or supplier_id = :supplier
                       or supplier_id is null and exists (
                          select 1 from stock s
                          where s.merchant_id = :merchant and s.sku_id = a.sku_id and s.supplier_id = :supplier))
                order by alert_id
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("closedToo", closedToo)
                .param("kind", kind == null ? null : kind.name())
                .param("supplier", supplier == null ? null : supplier.value())
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    private static StockAlert read(ResultSet row) throws SQLException {
        @Nullable UUID supplier = row.getObject("supplier_id", UUID.class);
        return new StockAlert(
                row.getObject("alert_id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                Columns.sku(row),
                supplier == null ? null : new OfferId(row.getObject("subject_id", UUID.class)),
                supplier == null ? null : new SupplierId(supplier),
                row.getLong("available"),
                row.getInt("sold"),
                row.getInt("sold_days"),
                row.getInt("threshold"),
                Columns.instantOf(row, "raised_at"),
                Columns.instant(row, "closed_at"));
    }
}
