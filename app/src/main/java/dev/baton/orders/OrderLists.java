package dev.baton.orders;

import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists and counts of orders. */
@Component
class OrderLists {

    private static final UUID LAST = new UUID(-1L, -1L);
    private static final UUID FIRST = new UUID(0L, 0L);
    private static final int PAGES = 20;

    private final JdbcClient jdbc;
    private final OrderRows rows;

    OrderLists(JdbcClient jdbc, OrderRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Newest first. The status is derived, so a filter by it reads on until the page is full or 20 pages were seen. */
    List<OrderSummary> orders(MerchantId merchant, OrderFilter filter, int limit) {
        List<OrderSummary> found = new ArrayList<>();
        SalesOrderId after = filter.after();
        UUID before = after == null ? LAST : after.value();
        for (int page = 0; page < PAGES && found.size() < limit; page++) {
            List<SalesOrderId> ids = page(merchant, filter, before, limit);
            Map<SalesOrderId, OrderState> states = rows.look(merchant, ids);
            for (SalesOrderId id : ids) {
                OrderState state = states.get(id);
                if (state != null && found.size() < limit && matches(filter, state)) {
                    found.add(summary(state));
                }
            }
            if (ids.size() < limit) {
                break;
            }
            before = ids.getLast().value();
        }
        return found;
    }

    private static boolean matches(OrderFilter filter, OrderState state) {
        return filter.status() == null || filter.status().equals(state.status());
    }

    private List<SalesOrderId> page(MerchantId merchant, OrderFilter filter, UUID before, int limit) {
        StoreId store = filter.store();
        return jdbc.sql("""
                select sales_order_id from sales_order
                where merchant_id = :merchant and sales_order_id < :before
                  and (:store::uuid is null or store_id = :store)
                  and (:storeOrder::text is null or store_order_id = :storeOrder)
                  and (:number::text is null or number = :number)
                order by sales_order_id desc
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("before", before)
                .param("store", store == null ? null : store.value())
                .param("storeOrder", filter.storeOrderId())
                .param("number", filter.number())
                .param("limit", limit)
                .query((row, number) -> new SalesOrderId(row.getObject("sales_order_id", UUID.class)))
                .list();
    }

    private static OrderSummary summary(OrderState state) {
        OrderHead head = state.head;
        return new OrderSummary(
                head.id(),
                head.number(),
                head.store(),
                head.storeOrderId(),
                head.storeOrderName(),
                head.receivedAt(),
                head.payment(),
                state.status(),
                head.money().totalMinor(),
                head.currency());
    }

    List<OpenHold> openHolds(MerchantId merchant, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select h.hold_id, h.sales_order_id, o.number, o.store_order_name, h.line_id, h.kind, h.detail,
                       h.opened_at
                from hold h
                join sales_order o on o.merchant_id = h.merchant_id and o.sales_order_id = h.sales_order_id
                where h.merchant_id = :merchant and o.merchant_id = :merchant and h.released_at is null
                  and h.hold_id > :after
                order by h.hold_id
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("after", after == null ? FIRST : after)
                .param("limit", limit)
                .query((row, number) -> {
                    UUID line = row.getObject("line_id", UUID.class);
                    return new OpenHold(
                            row.getObject("hold_id", UUID.class),
                            new SalesOrderId(row.getObject("sales_order_id", UUID.class)),
                            row.getString("number"),
                            row.getString("store_order_name"),
                            line == null ? null : new OrderLineId(line),
                            HoldKind.valueOf(row.getString("kind")),
                            row.getString("detail"),
                            row.getTimestamp("opened_at").toInstant());
                })
                .list();
    }

    OrderFigures figures(MerchantId merchant) {
        Map<HoldKind, Long> held = new EnumMap<>(HoldKind.class);
        jdbc.sql("""
                select kind, count(distinct sales_order_id) as orders from hold
                where merchant_id = :merchant group by kind
                """).param("merchant", merchant.value()).query(row -> {
            held.put(HoldKind.valueOf(row.getString("kind")), row.getLong("orders"));
        });
        Map<Bucket, Long> units = new EnumMap<>(Bucket.class);
        for (Bucket bucket : Bucket.values()) {
            units.put(bucket, 0L);
        }
        long[] reroutes = new long[1];
        jdbc.sql("""
                select sum(open) as open, sum(waiting) as waiting, sum(allocated) as allocated, sum(sent) as sent,
                       sum(accepted) as accepted, sum(shipped) as shipped, sum(delivered) as delivered,
                       sum(lost) as lost, sum(in_return) as in_return, sum(returned) as returned,
                       sum(cancelled) as cancelled, sum(reroutes) as reroutes
                from order_line where merchant_id = :merchant
                """).param("merchant", merchant.value()).query(row -> {
            for (Bucket bucket : Bucket.values()) {
                units.put(bucket, row.getLong(bucket.column()));
            }
            reroutes[0] = row.getLong("reroutes");
        });
        long orders = count(merchant, "select count(*) from sales_order where merchant_id = :merchant");
        long everHeld =
                count(merchant, "select count(distinct sales_order_id) from hold where merchant_id = :merchant");
        long afterSend =
                count(merchant, "select coalesce(sum(cancelled), 0) from allocation where merchant_id = :merchant");
        return new OrderFigures(
                orders,
                orders - everHeld,
                held,
                reroutes[0],
                units.getOrDefault(Bucket.CANCELLED, 0L) - afterSend,
                afterSend,
                units);
    }

    private long count(MerchantId merchant, String sql) {
        return jdbc.sql(sql)
                .param("merchant", merchant.value())
                .query(Long.class)
                .single();
    }
}
