package dev.baton.orders;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open holds as a person goes through them. Every method needs an open transaction of the merchant. */
@Component
public final class HoldBoard {

    private static final UUID FIRST = new UUID(0L, 0L);

    private final JdbcClient jdbc;

    HoldBoard(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many holds of each kind are open; kinds without any are absent. */
    public Map<HoldKind, Long> counts(MerchantId merchant) {
        Map<HoldKind, Long> counts = new EnumMap<>(HoldKind.class);
        jdbc.sql("""
                select kind, count(*) as holds from hold
                where merchant_id = :merchant and released_at is null group by kind
                """).param("merchant", merchant.value()).query(row -> {
            counts.put(HoldKind.valueOf(row.getString("kind")), row.getLong("holds"));
        });
        return counts;
    }

    /** The kind of an open hold; empty when it is released or not this merchant's. */
    public Optional<HoldKind> kind(MerchantId merchant, UUID hold) {
        return jdbc.sql("""
                select kind from hold
                where merchant_id = :merchant and hold_id = :hold and released_at is null
                """)
                .param("merchant", merchant.value())
                .param("hold", hold)
                .query((row, number) -> HoldKind.valueOf(row.getString("kind")))
                .optional();
    }

    /** The open holds of some orders, oldest first; orders without any have none here. */
    public List<OpenHold> ofOrders(MerchantId merchant, Collection<SalesOrderId> orders) {
        return jdbc.sql("""
                select h.hold_id, h.sales_order_id, o.number, o.store_order_name, h.line_id, h.kind, h.detail,
                       h.opened_at
                from hold h
                join sales_order o on o.merchant_id = h.merchant_id and o.sales_order_id = h.sales_order_id
                where h.merchant_id = :merchant and o.merchant_id = :merchant and h.released_at is null
                  and h.sales_order_id = any(:orders::uuid[])
                order by h.hold_id
                """)
                .param("merchant", merchant.value())
                .param(
                        "orders",
                        SqlArrays.uuids(orders.stream().map(SalesOrderId::value).toList()))
                .query((row, number) -> hold(row))
                .list();
    }

    /** The open holds among these, oldest first; what is released or not this merchant's is absent. */
    public List<OpenHold> of(MerchantId merchant, Collection<UUID> holds) {
        return jdbc.sql("""
                select h.hold_id, h.sales_order_id, o.number, o.store_order_name, h.line_id, h.kind, h.detail,
                       h.opened_at
                from hold h
                join sales_order o on o.merchant_id = h.merchant_id and o.sales_order_id = h.sales_order_id
                where h.merchant_id = :merchant and o.merchant_id = :merchant and h.released_at is null
                  and h.hold_id = any(:holds::uuid[])
                order by h.hold_id
                """)
                .param("merchant", merchant.value())
                .param("holds", SqlArrays.uuids(List.copyOf(holds)))
                .query((row, number) -> hold(row))
                .list();
    }

    /** Those of a kind (null = of any) behind the given one (null = from the first), oldest first. */
    public List<OpenHold> page(MerchantId merchant, @Nullable HoldKind kind, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select h.hold_id, h.sales_order_id, o.number, o.store_order_name, h.line_id, h.kind, h.detail,
                       h.opened_at
                from hold h
                join sales_order o on o.merchant_id = h.merchant_id and o.sales_order_id = h.sales_order_id
                where h.merchant_id = :merchant and o.merchant_id = :merchant and h.released_at is null
                  and h.hold_id > :after and (:kind::text is null or h.kind = :kind)
                order by h.hold_id
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("after", after == null ? FIRST : after)
                .param("kind", kind == null ? null : kind.name())
                .param("limit", limit)
                .query((row, number) -> hold(row))
                .list();
    }

    private static OpenHold hold(ResultSet row) throws SQLException {
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
    }
}
