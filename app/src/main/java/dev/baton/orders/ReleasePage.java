package dev.baton.orders;

import dev.baton.orders.ReleasedOrder.Line;
import dev.baton.orders.ReleasedOrder.Units;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Releases one page of held orders by the road every release takes: the oldest first, in one transaction. */
@Component
class ReleasePage {

    private final JdbcClient jdbc;
    private final OrderRows rows;
    private final Closing closing;

    ReleasePage(JdbcClient jdbc, OrderRows rows, Closing closing) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.closing = closing;
    }

    /**
     * What a page came to.
     *
     * @param last the last order of the page, from which the next one goes on; null when there was none
     * @param more whether there may be another page
     */
    record Page(List<ReleasedOrder> orders, @Nullable SalesOrderId last, boolean more) {}

    /** How many orders such holds stop. Needs an open transaction. */
    long count(MerchantId merchant, HeldBy wanted) {
        return jdbc.sql("""
                select count(distinct h.sales_order_id)
                from hold h
                join order_line l on l.merchant_id = h.merchant_id and l.line_id = h.line_id
                join sales_order o on o.merchant_id = h.merchant_id and o.sales_order_id = h.sales_order_id
                join unnest(:stores::uuid[], :skus::text[]) as g (store, sku)
                  on (g.store is null or g.store = o.store_id)
                    and (g.sku = l.sku or (g.store is not null and g.sku = l.store_sku))
                where h.merchant_id = :merchant and h.released_at is null and h.kind = any(:kinds::text[])
                """)
                .param("stores", SqlArrays.uuids(stores(wanted)))
                .param("skus", SqlArrays.texts(Columns.of(wanted.goods(), HeldBy.Goods::sku)))
                .param("merchant", merchant.value())
                .param("kinds", SqlArrays.texts(kinds(wanted)))
                .query(Long.class)
                .single();
    }

    /** Releases the next orders after the given one; needs an open transaction. */
    Page release(MerchantId merchant, HeldBy wanted, UUID after, String why) {
        List<SalesOrderId> orders = next(merchant, wanted, after);
        if (orders.isEmpty()) {
            return new Page(List.of(), null, false);
        }
        List<OrderState> states = rows.lock(merchant, orders).values().stream()
                .sorted(Comparator.comparingInt(state -> orders.indexOf(state.head.id())))
                .toList();
        Map<OrderState, Set<String>> released = new LinkedHashMap<>();
        for (OrderState state : states) {
            Set<String> lines = release(state, wanted, why);
            if (!lines.isEmpty()) {
                released.put(state, lines);
            }
        }
        closing.close(merchant, released.keySet(), new Closing.Act("ReleaseKnown", why), Planner.Mode.NEW_DEMAND);
        List<ReleasedOrder> outcome = new ArrayList<>();
        released.forEach((state, lines) -> outcome.add(outcome(state, lines)));
        return new Page(outcome, orders.getLast(), orders.size() == PlaceOrders.MOST_ORDERS);
    }

    private List<SalesOrderId> next(MerchantId merchant, HeldBy wanted, UUID after) {
        return jdbc.sql("""
                select distinct h.sales_order_id
                from hold h
                join order_line l on l.merchant_id = h.merchant_id and l.line_id = h.line_id
                join sales_order o on o.merchant_id = h.merchant_id and o.sales_order_id = h.sales_order_id
                join unnest(:stores::uuid[], :skus::text[]) as g (store, sku)
                  on (g.store is null or g.store = o.store_id)
                    and (g.sku = l.sku or (g.store is not null and g.sku = l.store_sku))
                where h.merchant_id = :merchant and h.released_at is null and h.kind = any(:kinds::text[])
                  and h.sales_order_id > :after
                order by h.sales_order_id
                limit :limit
                """)
                .param("stores", SqlArrays.uuids(stores(wanted)))
                .param("skus", SqlArrays.texts(Columns.of(wanted.goods(), HeldBy.Goods::sku)))
                .param("merchant", merchant.value())
                .param("kinds", SqlArrays.texts(kinds(wanted)))
                .param("after", after)
                .param("limit", PlaceOrders.MOST_ORDERS)
                .query((row, number) -> new SalesOrderId(row.getObject("sales_order_id", UUID.class)))
                .list();
    }

    private static List<@Nullable UUID> stores(HeldBy wanted) {
        return Columns.nullable(
                wanted.goods(),
                goods -> goods.store() == null ? null : goods.store().value());
    }

    private static List<String> kinds(HeldBy wanted) {
        return wanted.kinds().stream().map(Enum::name).sorted().toList();
    }

    /** The store's lines of which a hold was released; empty when another act was faster. */
    private static Set<String> release(OrderState state, HeldBy wanted, String why) {
        Set<String> storeLines = new HashSet<>();
        for (HoldState hold : state.holds) {
            if (hold.open() && hold.line != null && wanted.kinds().contains(hold.kind)) {
                LineState line = state.line(hold.line);
                if (means(wanted, state, line)) {
                    hold.release(why, false);
                    storeLines.add(line.storeLineId);
                    if (wasMappedAnew(wanted, state, line)) {
                        ResolvedAnew.letGo(line);
                    }
                }
            }
        }
        return storeLines;
    }

    private static boolean means(HeldBy wanted, OrderState state, LineState line) {
        return wanted.goods().stream()
                        .anyMatch(goods -> goods.sku().equals(line.sku)
                                && (goods.store() == null || goods.store().equals(state.head.store())))
                || wasMappedAnew(wanted, state, line);
    }

    /** What the store calls the line's goods is known to be something else now. */
    private static boolean wasMappedAnew(HeldBy wanted, OrderState state, LineState line) {
        return wanted.goods().stream()
                .anyMatch(goods ->
                        goods.sku().equals(line.storeSku) && state.head.store().equals(goods.store()));
    }

    private static ReleasedOrder outcome(OrderState state, Set<String> storeLines) {
        return new ReleasedOrder(
                state.head.id(),
                state.head.number(),
                state.head.storeOrderName(),
                state.status(),
                state.lines.stream()
                        .filter(line -> storeLines.contains(line.storeLineId) && line.live() > 0)
                        .map(line -> line(state, line))
                        .toList(),
                state.openHolds());
    }

    private static Line line(OrderState state, LineState line) {
        HoldState held = state.holds.stream()
                .filter(hold -> hold.open() && line.id.equals(hold.line))
                .findFirst()
                .orElse(null);
        List<Units> units = state.allocationsOf(line).stream()
                .filter(AllocationState::unsent)
                .collect(Collectors.groupingBy(
                        allocation -> allocation.supplier,
                        LinkedHashMap::new,
                        Collectors.summingInt(allocation -> allocation.quantity)))
                .entrySet()
                .stream()
                .map(entry -> new Units(entry.getKey(), entry.getValue()))
                .toList();
        return new Line(
                line.storeLineId,
                line.sku,
                line.title,
                line.quantity - line.in(Bucket.CANCELLED),
                units,
                line.in(Bucket.WAITING),
                held == null ? null : held.kind,
                held == null ? null : held.detail);
    }
}
