package dev.baton.orders;

import dev.baton.merchants.StoreId;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Orders as a person pages through them. A page costs the same whatever stands behind it: it is a range of the key, and
 * where the derived status narrows it, a stretch of bounded length. Every method needs an open transaction of the
 * merchant.
 */
@Component
public final class OrderBoard {

    /** Orders that are looked through at most for one page of a status. */
    public static final int MOST_LOOKED_THROUGH = 1_200;

    private static final int STRETCH = 200;
    private static final int MOST_OF_A_NAME = 50;
    private static final UUID LAST = new UUID(-1L, -1L);
    private static final UUID FIRST = new UUID(0L, 0L);

    private final JdbcClient jdbc;
    private final OrderRows rows;

    OrderBoard(JdbcClient jdbc, OrderRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /**
     * A page.
     *
     * @param after where the next page begins; null = there is none. A page of a status may be short, even empty, and
     *     still have a next one: so far it was looked.
     */
    public record Found(List<OrderRow> rows, @Nullable SalesOrderId after) {}

    /** A page of at most {@code limit} orders. */
    public Found page(MerchantId merchant, OrderQuery query, int limit) {
        List<OrderRow> found = new ArrayList<>();
        SalesOrderId after = query.after();
        boolean byStatus = query.status() != null;
        int stretch = byStatus ? STRETCH : limit + 1;
        for (int looked = 0; looked < MOST_LOOKED_THROUGH; looked += stretch) {
            List<SalesOrderId> ids = ids(merchant, query, after, stretch);
            Map<SalesOrderId, OrderState> states = rows.look(merchant, ids);
            for (SalesOrderId id : ids) {
                OrderState state = states.get(id);
                if (state == null || (byStatus && !state.status().equals(query.status()))) {
                    continue;
                }
                if (found.size() == limit) {
                    return new Found(found, found.getLast().id());
                }
                found.add(row(state));
            }
            if (ids.size() < stretch) {
                return new Found(found, null);
            }
            after = ids.getLast();
        }
        return new Found(found, after);
    }

    /** Orders of that number of ours or of that name in one of the stores, with or without the number sign. */
    public List<OrderRow> named(MerchantId merchant, Collection<StoreId> stores, String name) {
        String bare = name.startsWith("#") ? name.substring(1) : name;
        List<SalesOrderId> ids = jdbc.sql("""
                select sales_order_id from sales_order
                where merchant_id = :merchant
                  and (number = :number or (store_id = any(:stores::uuid[])
                                            and store_order_name = any(:names::text[])))
                order by sales_order_id desc
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("number", bare)
                .param(
                        "stores",
                        SqlArrays.uuids(stores.stream().map(StoreId::value).toList()))
                .param("names", SqlArrays.texts(List.of(bare, "#" + bare)))
                .param("limit", MOST_OF_A_NAME)
                .query((row, number) -> new SalesOrderId(row.getObject("sales_order_id", UUID.class)))
                .list();
        return of(merchant, ids);
    }

    /** The orders of those ids, in that order; what is not this merchant's is absent. */
    public List<OrderRow> of(MerchantId merchant, List<SalesOrderId> ids) {
        Map<SalesOrderId, OrderState> states = rows.look(merchant, ids);
        return ids.stream()
                .map(states::get)
                .filter(Objects::nonNull)
                .map(OrderBoard::row)
                .toList();
    }

    /** Orders that stand still: with an open hold, of that kind (null = of any). */
    public long countHeld(MerchantId merchant, @Nullable HoldKind kind) {
        return jdbc.sql("""
                select count(distinct sales_order_id) from hold
                where merchant_id = :merchant and released_at is null and (:kind::text is null or kind = :kind)
                """)
                .param("merchant", merchant.value())
                .param("kind", kind == null ? null : kind.name())
                .query(Long.class)
                .single();
    }

    /** Orders that came in at that moment or later. */
    public long countSince(MerchantId merchant, Instant since) {
        return jdbc.sql("select count(*) from sales_order where merchant_id = :merchant and sales_order_id >= :first")
                .param("merchant", merchant.value())
                .param("first", Ids.firstOf(since))
                .query(Long.class)
                .single();
    }

    /** The stretch of the key that is looked at: from, behind the page before, and before the end. */
    private record Range(UUID from, @Nullable UUID behind, UUID end) {}

    private List<SalesOrderId> ids(MerchantId merchant, OrderQuery query, @Nullable SalesOrderId after, int limit) {
        UUID from = query.since() == null ? FIRST : Ids.firstOf(query.since());
        UUID behind = after == null ? null : after.value();
        UUID end = query.before() == null ? LAST : Ids.firstOf(query.before());
        if (query.isHeld()) {
            return query.oldestFirst()
                    ? heldOldestFirst(merchant, query, new Range(from, behind, end), limit)
                    : heldNewestFirst(merchant, query, new Range(from, behind, end), limit);
        }
        return query.oldestFirst()
                ? oldestFirst(merchant, query, new Range(from, behind, end), limit)
                : newestFirst(merchant, query, new Range(from, behind, end), limit);
    }

    private List<SalesOrderId> newestFirst(MerchantId merchant, OrderQuery query, Range range, int limit) {
        return bound(merchant, query, """
                select sales_order_id from sales_order
                where merchant_id = :merchant and sales_order_id >= :from and sales_order_id < :end
                  and sales_order_id < :behind
                  and (:store::uuid is null or store_id = :store)
                  and (:payment::text is null or payment = :payment)
                order by sales_order_id desc
                limit :limit
                """, limit)
                .param("from", range.from())
                .param("end", range.end())
                .param("behind", range.behind() == null ? LAST : range.behind())
                .query((row, number) -> new SalesOrderId(row.getObject("sales_order_id", UUID.class)))
                .list();
    }

    private List<SalesOrderId> oldestFirst(MerchantId merchant, OrderQuery query, Range range, int limit) {
        return bound(merchant, query, """
                select sales_order_id from sales_order
                where merchant_id = :merchant and sales_order_id >= :from and sales_order_id < :end
                  and sales_order_id > :behind
                  and (:store::uuid is null or store_id = :store)
                  and (:payment::text is null or payment = :payment)
                order by sales_order_id
                limit :limit
                """, limit)
                .param("from", range.from())
                .param("end", range.end())
                .param("behind", range.behind() == null ? FIRST : range.behind())
                .query((row, number) -> new SalesOrderId(row.getObject("sales_order_id", UUID.class)))
                .list();
    }

    private List<SalesOrderId> heldNewestFirst(MerchantId merchant, OrderQuery query, Range range, int limit) {
        return bound(merchant, query, """
                select h.sales_order_id
                from (select distinct on (merchant_id, sales_order_id) merchant_id, sales_order_id from hold
                      where merchant_id = :merchant and released_at is null
                        and sales_order_id >= :from and sales_order_id < :end and sales_order_id < :behind
                        and (:kind::text is null or kind = :kind)
                      order by merchant_id desc, sales_order_id desc) h
                cross join lateral (
                    select 1 from sales_order o
                    where o.merchant_id = :merchant and o.sales_order_id = h.sales_order_id
                      and (:store::uuid is null or o.store_id = :store)
                      and (:payment::text is null or o.payment = :payment)
                    offset 0) o
                order by h.merchant_id desc, h.sales_order_id desc
                limit :limit
                """, limit)
                .param("kind", query.hold() == null ? null : query.hold().name())
                .param("from", range.from())
                .param("end", range.end())
                .param("behind", range.behind() == null ? LAST : range.behind())
                .query((row, number) -> new SalesOrderId(row.getObject("sales_order_id", UUID.class)))
                .list();
    }

    private List<SalesOrderId> heldOldestFirst(MerchantId merchant, OrderQuery query, Range range, int limit) {
        return bound(merchant, query, """
                select h.sales_order_id
                from (select distinct on (merchant_id, sales_order_id) merchant_id, sales_order_id from hold
                      where merchant_id = :merchant and released_at is null
                        and sales_order_id >= :from and sales_order_id < :end and sales_order_id > :behind
                        and (:kind::text is null or kind = :kind)
                      order by merchant_id, sales_order_id) h
                cross join lateral (
                    select 1 from sales_order o
                    where o.merchant_id = :merchant and o.sales_order_id = h.sales_order_id
                      and (:store::uuid is null or o.store_id = :store)
                      and (:payment::text is null or o.payment = :payment)
                    offset 0) o
                order by h.merchant_id, h.sales_order_id
                limit :limit
                """, limit)
                .param("kind", query.hold() == null ? null : query.hold().name())
                .param("from", range.from())
                .param("end", range.end())
                .param("behind", range.behind() == null ? FIRST : range.behind())
                .query((row, number) -> new SalesOrderId(row.getObject("sales_order_id", UUID.class)))
                .list();
    }

    private JdbcClient.StatementSpec bound(MerchantId merchant, OrderQuery query, String statement, int limit) {
        StoreId store = query.store();
        Payment payment = query.payment();
        return jdbc.sql(statement)
                .param("merchant", merchant.value())
                .param("store", store == null ? null : store.value())
                .param("payment", payment == null ? null : payment.name())
                .param("limit", limit);
    }

    private static OrderRow row(OrderState state) {
        OrderHead head = state.head;
        Map<Bucket, Integer> units = new EnumMap<>(Bucket.class);
        for (LineState line : state.lines) {
            for (Bucket bucket : Bucket.values()) {
                if (line.in(bucket) > 0) {
                    units.merge(bucket, line.in(bucket), Integer::sum);
                }
            }
        }
        Set<HoldKind> holds = EnumSet.noneOf(HoldKind.class);
        state.holds.stream().filter(HoldState::open).forEach(hold -> holds.add(hold.kind));
        return new OrderRow(
                head.id(),
                head.number(),
                head.store(),
                head.storeOrderName(),
                head.receivedAt(),
                head.customerRecord(),
                head.shipCountry(),
                state.status(),
                units,
                head.payment(),
                head.refundedMinor(),
                holds,
                head.money().totalMinor(),
                head.currency());
    }
}
