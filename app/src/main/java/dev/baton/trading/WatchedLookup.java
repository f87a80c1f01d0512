package dev.baton.trading;

import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What would have been sent: documents planned while their supplier or store was watched, and not let go since. Every
 * method needs an open transaction of the merchant.
 */
@Component
public class WatchedLookup {

    private static final UUID TOP = new UUID(-1L, -1L);
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient jdbc;

    WatchedLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One document that would have been sent.
     *
     * @param number of the purchase order it is about
     * @param why which of the two was watched, in words
     */
    public record WouldHaveSent(
            TransmissionId id,
            TransmissionKind kind,
            String number,
            PurchaseOrderId purchaseOrder,
            SupplierId supplier,
            StoreId store,
            Instant plannedAt,
            String why) {}

    /**
     * What narrows the list.
     *
     * @param supplier only to this one; null = to any
     * @param store only for this one; null = for any
     * @param from planned then or later; null = whenever
     * @param until planned before; null = whenever
     */
    public record Narrowed(
            @Nullable SupplierId supplier,
            @Nullable StoreId store,
            @Nullable Instant from,
            @Nullable Instant until) {

        /** Everything. */
        public static final Narrowed NOT = new Narrowed(null, null, null, null);

        /** What was planned in this time, until exclusive. */
        public static Narrowed between(Instant from, Instant until) {
            return new Narrowed(null, null, from, until);
        }
    }

    /** Newest first. */
    public List<WouldHaveSent> page(MerchantId merchant, Narrowed narrowed, @Nullable TransmissionId below, int limit) {
        return jdbc.sql("""
                select id, kind, purchase_order_id, supplier_id, store_id, idempotency_key, planned_at, reason
                from transmission
                where merchant_id = :merchant and status = 'PLANNED' and reason is not null and id < :below
                  and (:supplier::uuid is null or supplier_id = :supplier)
                  and (:store::uuid is null or store_id = :store)
                  and planned_at >= :from and planned_at < :until
                order by merchant_id desc, id desc
                limit :limit
                """)
                .param("below", below == null ? TOP : below.value())
                .params(columns(merchant, narrowed))
                .param("limit", limit)
                .query((row, number) -> {
                    String key = row.getString("idempotency_key");
                    return new WouldHaveSent(
                            new TransmissionId(row.getObject("id", UUID.class)),
                            TransmissionKind.valueOf(row.getString("kind")),
                            key.substring(0, key.indexOf(".v")),
                            new PurchaseOrderId(row.getObject("purchase_order_id", UUID.class)),
                            new SupplierId(row.getObject("supplier_id", UUID.class)),
                            new StoreId(row.getObject("store_id", UUID.class)),
                            row.getObject("planned_at", OffsetDateTime.class).toInstant(),
                            row.getString("reason"));
                })
                .list();
    }

    /** How many {@link #page} lists in all. */
    public long count(MerchantId merchant, Narrowed narrowed) {
        return jdbc.sql("""
                select count(*)
                from transmission
                where merchant_id = :merchant and status = 'PLANNED' and reason is not null
                  and (:supplier::uuid is null or supplier_id = :supplier)
                  and (:store::uuid is null or store_id = :store)
                  and planned_at >= :from and planned_at < :until
                """)
                .params(columns(merchant, narrowed))
                .query(Long.class)
                .single();
    }

    /** How many would have gone to each supplier; those without any are absent. */
    public Map<SupplierId, Long> countsBySupplier(MerchantId merchant, Narrowed narrowed) {
        Map<SupplierId, Long> counts = new HashMap<>();
        jdbc.sql("""
                select supplier_id, count(*) as documents
                from transmission
                where merchant_id = :merchant and status = 'PLANNED' and reason is not null
                  and (:supplier::uuid is null or supplier_id = :supplier)
                  and (:store::uuid is null or store_id = :store)
                  and planned_at >= :from and planned_at < :until
                group by supplier_id
                """).params(columns(merchant, narrowed)).query(row -> {
            counts.put(new SupplierId(row.getObject("supplier_id", UUID.class)), row.getLong("documents"));
        });
        return counts;
    }

    /** How many would have gone out for each store; those without any are absent. */
    public Map<StoreId, Long> countsByStore(MerchantId merchant) {
        Map<StoreId, Long> counts = new HashMap<>();
        jdbc.sql("""
                select store_id, count(*) as documents
                from transmission
                where merchant_id = :merchant and status = 'PLANNED' and reason is not null
                group by store_id
                """).param("merchant", merchant.value()).query(row -> {
            counts.put(new StoreId(row.getObject("store_id", UUID.class)), row.getLong("documents"));
        });
        return counts;
    }

    private static Map<String, @Nullable Object> columns(MerchantId merchant, Narrowed narrowed) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("merchant", merchant.value());
        columns.put(
                "supplier",
                narrowed.supplier() == null ? null : narrowed.supplier().value());
        columns.put("store", narrowed.store() == null ? null : narrowed.store().value());
        columns.put("from", SqlArrays.instant(narrowed.from() == null ? FIRST : narrowed.from()));
        columns.put("until", SqlArrays.instant(narrowed.until() == null ? LAST : narrowed.until()));
        return columns;
    }
}
