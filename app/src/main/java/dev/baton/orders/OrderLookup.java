package dev.baton.orders;

import dev.baton.merchants.StoreId;
import dev.baton.orders.OrderView.AllocationView;
import dev.baton.orders.OrderView.HoldView;
import dev.baton.orders.OrderView.LineView;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.documents.SubjectId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders as others may see them. Every method needs an open transaction of the merchant. */
@Component
public final class OrderLookup {

    private final JdbcClient jdbc;
    private final OrderRows rows;
    private final OrderLists lists;
    private final CustomerRecords records;
    private final OrdersOfAllocations orders;
    private final StoreOrders keys;
    private final CustomerQuestionLookup questions;

    OrderLookup(
            JdbcClient jdbc,
            OrderRows rows,
            OrderLists lists,
            CustomerRecords records,
            OrdersOfAllocations orders,
            StoreOrders keys,
            CustomerQuestionLookup questions) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.lists = lists;
        this.records = records;
        this.orders = orders;
        this.keys = keys;
        this.questions = questions;
    }

    /** One order with its lines, allocations and holds; empty when it is not this merchant's. */
    public Optional<OrderView> find(MerchantId merchant, SalesOrderId order) {
        return Optional.ofNullable(rows.look(merchant, List.of(order)).get(order))
                .map(state -> view(state, asked(merchant, state)));
    }

    private Map<UUID, CustomerQuestion> asked(MerchantId merchant, OrderState state) {
        return questions.of(
                merchant,
                state.holds.stream()
                        .filter(hold -> AskCustomer.asksAbout(hold.kind))
                        .map(hold -> hold.id)
                        .toList());
    }

    /** The order that fulfils a store's order; empty when there is none yet. */
    public Optional<SalesOrderId> byStoreOrder(MerchantId merchant, StoreId store, String storeOrderId) {
        return jdbc.sql("""
                select sales_order_id from sales_order
                where merchant_id = :merchant and store_id = :store and store_order_id = :id
                """)
                .param("merchant", merchant.value())
                .param("store", store.value())
                .param("id", storeOrderId)
                .query((row, number) -> new SalesOrderId(row.getObject("sales_order_id", UUID.class)))
                .optional();
    }

    /**
     * Units that are ordered and neither promised nor waiting, by the SKU's code, for instance because a hold stops
     * the order; a SKU without any is left out. A bundle that was not taken apart yet stands under its own code.
     */
    public Map<String, Long> unplanned(MerchantId merchant, Collection<String> skuCodes) {
        Map<String, Long> units = new HashMap<>();
        jdbc.sql("""
                select sku, sum(open) as units from order_line
                where merchant_id = :merchant and sku = any(:codes::text[]) and open > 0
                group by sku
                """)
                .param("merchant", merchant.value())
                .param("codes", SqlArrays.texts(skuCodes))
                .query(row -> {
                    units.put(row.getString("sku"), row.getLong("units"));
                });
        return units;
    }

    /** The people who ordered, for whoever notes what speaks of them. */
    public Map<SalesOrderId, SubjectId> people(MerchantId merchant, Collection<SalesOrderId> salesOrders) {
        return keys.people(merchant, salesOrders);
    }

    /** Orders by the filter, newest first, at most {@code limit}. */
    public List<OrderSummary> list(MerchantId merchant, OrderFilter filter, int limit) {
        return lists.orders(merchant, filter, limit);
    }

    /** Open holds after the given one (null = from the first), oldest first. */
    public List<OpenHold> openHolds(MerchantId merchant, @org.jspecify.annotations.Nullable UUID after, int limit) {
        return lists.openHolds(merchant, after, limit);
    }

    /** Counts over all orders. */
    public OrderFigures figures(MerchantId merchant) {
        return lists.figures(merchant);
    }

    /** Who and where to, by the records' ids; those of erased people are absent. */
    public Map<UUID, ShipTo> shipTo(MerchantId merchant, Collection<UUID> customerRecords) {
        Map<UUID, ShipTo> found = new HashMap<>();
        records.read(merchant, customerRecords)
                .forEach((id, content) -> found.put(
                        id,
                        new ShipTo(content.customer(), content.shipTo(), content.giftMessage(), content.entered())));
        return found;
    }

    /** The sales orders that allocations belong to. */
    public Map<AllocationId, SalesOrderId> orderOfAllocations(
            MerchantId merchant, Collection<AllocationId> allocations) {
        return orders.of(merchant, allocations);
    }

    /** Units of allocations whose supplier was asked to leave them out and has not settled it yet; only where there are any. */
    public Map<AllocationId, AskedBack> askedBack(MerchantId merchant, Collection<AllocationId> allocations) {
        return orders.askedBack(merchant, allocations);
    }

    /** The store's line each of the lines stands for. */
    public Map<OrderLineId, String> storeLines(MerchantId merchant, Collection<OrderLineId> lines) {
        Map<OrderLineId, String> storeLines = new HashMap<>();
        jdbc.sql("""
                select line_id, store_line_id from order_line
                where merchant_id = :merchant and line_id = any(:ids::uuid[])
                """)
                .param("merchant", merchant.value())
                .param(
                        "ids",
                        SqlArrays.uuids(lines.stream().map(OrderLineId::value).toList()))
                .query(row -> {
                    storeLines.put(
                            new OrderLineId(row.getObject("line_id", UUID.class)), row.getString("store_line_id"));
                });
        return storeLines;
    }

    /** What the store asked for each order. */
    public Map<SalesOrderId, OrderPrices> prices(MerchantId merchant, Collection<SalesOrderId> salesOrders) {
        Map<SalesOrderId, String> currencies = new HashMap<>();
        Map<SalesOrderId, Set<Long>> minor = new HashMap<>();
        jdbc.sql("""
                select o.sales_order_id, o.currency, o.subtotal_minor, o.total_minor, l.unit_price_minor,
                       l.discount_minor, l.store_quantity
                from sales_order o
                join order_line l on l.merchant_id = o.merchant_id and l.sales_order_id = o.sales_order_id
                where o.merchant_id = :merchant and o.sales_order_id = any(:ids::uuid[])
                """)
                .param("merchant", merchant.value())
                .param(
                        "ids",
                        SqlArrays.uuids(
                                salesOrders.stream().map(SalesOrderId::value).toList()))
                .query(row -> {
                    SalesOrderId id = new SalesOrderId(row.getObject("sales_order_id", UUID.class));
                    currencies.put(id, row.getString("currency"));
                    long goods = row.getLong("unit_price_minor") * row.getLong("store_quantity");
                    minor.computeIfAbsent(id, key -> new HashSet<>())
                            .addAll(List.of(
                                    row.getLong("subtotal_minor"),
                                    row.getLong("total_minor"),
                                    row.getLong("unit_price_minor"),
                                    goods,
                                    goods - row.getLong("discount_minor")));
                });
        Map<SalesOrderId, OrderPrices> prices = new HashMap<>();
        currencies.forEach((id, currency) -> {
            Set<Long> asked = Objects.requireNonNull(minor.get(id));
            asked.remove(0L);
            prices.put(id, new OrderPrices(currency, asked));
        });
        return prices;
    }

    /** Which store's orders these fulfil. */
    public Map<SalesOrderId, StoreRef> storeRef(MerchantId merchant, Collection<SalesOrderId> salesOrders) {
        Map<SalesOrderId, StoreRef> refs = new HashMap<>();
        jdbc.sql("""
                select sales_order_id, store_id, store_order_id, store_order_name from sales_order
                where merchant_id = :merchant and sales_order_id = any(:ids::uuid[])
                """)
                .param("merchant", merchant.value())
                .param(
                        "ids",
                        SqlArrays.uuids(
                                salesOrders.stream().map(SalesOrderId::value).toList()))
                .query(row -> {
                    refs.put(
                            new SalesOrderId(row.getObject("sales_order_id", UUID.class)),
                            new StoreRef(
                                    new StoreId(row.getObject("store_id", UUID.class)),
                                    row.getString("store_order_id"),
                                    row.getString("store_order_name")));
                });
        return refs;
    }

    /** How many whole units of each of the store's lines our suppliers have shipped so far. */
    public List<StoreUnits> storeUnits(MerchantId merchant, SalesOrderId order) {
        OrderState state = rows.look(merchant, List.of(order)).get(order);
        if (state == null) {
            return List.of();
        }
        Map<String, StoreUnits> units = new LinkedHashMap<>();
        for (LineState line : state.lines) {
            if (line.quantity > 0 && line.in(Bucket.CANCELLED) == line.quantity) {
                continue;
            }
            int shipped =
                    state.allocationsOf(line).stream().mapToInt(a -> a.shipped).sum() / line.perUnit;
            units.merge(
                    line.storeLineId,
                    new StoreUnits(line.storeLineId, line.storeQuantity, shipped),
                    (one, other) -> new StoreUnits(
                            one.storeLineId(), one.storeQuantity(), Math.min(one.shippedByUs(), other.shippedByUs())));
        }
        return List.copyOf(units.values());
    }

    /** The stored decisions of an order as JSON, oldest first. */
    public List<String> decisions(MerchantId merchant, SalesOrderId order) {
        return jdbc.sql("""
                select body from decision
                where merchant_id = :merchant and sales_order_id = :order
                order by decision_id limit 100
                """)
                .param("merchant", merchant.value())
                .param("order", order.value())
                .query((row, number) -> row.getString("body"))
                .list();
    }

    private static OrderView view(OrderState state, Map<UUID, CustomerQuestion> asked) {
        OrderHead head = state.head;
        return new OrderView(
                head.id(),
                head.number(),
                head.store(),
                head.storeOrderId(),
                head.storeOrderName(),
                head.placedAt(),
                head.receivedAt(),
                state.status(),
                head.payment(),
                head.cancelledAt(),
                head.cancelReason(),
                head.currency(),
                head.money(),
                head.refundedMinor(),
                head.customerRecord(),
                head.shipCountry(),
                head.shipMethod(),
                state.lines.stream().map(OrderLookup::view).toList(),
                state.allocations.stream().map(OrderLookup::view).toList(),
                state.holds.stream()
                        .map(h ->
                                new HoldView(h.id, h.line, h.kind, h.detail, h.open(), h.releasedWhy, asked.get(h.id)))
                        .toList());
    }

    private static LineView view(LineState line) {
        Map<Bucket, Integer> units = new EnumMap<>(Bucket.class);
        for (Bucket bucket : Bucket.values()) {
            if (line.in(bucket) > 0) {
                units.put(bucket, line.in(bucket));
            }
        }
        return new LineView(
                line.id,
                line.position,
                line.storeLineId,
                line.sku,
                line.title,
                line.setTitle,
                line.requiresShipping,
                line.storeQuantity,
                line.perUnit,
                line.quantity,
                units,
                line.cancelRequested);
    }

    private static AllocationView view(AllocationState allocation) {
        return new AllocationView(
                allocation.id,
                allocation.line,
                allocation.offer,
                allocation.supplier,
                allocation.shipFrom,
                allocation.supplierSku,
                allocation.quantity,
                allocation.currency,
                allocation.unitCostMicros,
                allocation.stage.name().toLowerCase(Locale.ROOT),
                allocation.accepted,
                allocation.rejected,
                allocation.shipped,
                allocation.delivered,
                allocation.cancelAsked,
                allocation.rerouteAsked,
                allocation.cancelled,
                allocation.excess);
    }
}
