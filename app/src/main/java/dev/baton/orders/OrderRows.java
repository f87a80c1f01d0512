package dev.baton.orders;

import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.merchants.StoreId;
import dev.baton.orders.AllocationState.Source;
import dev.baton.orders.AllocationState.Stage;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.documents.SubjectId;
import dev.baton.suppliers.SupplierId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads whole orders, locking their rows first and in key order. */
@Component
class OrderRows {

    private static final String HEAD = """
            select sales_order_id, number, store_id, store_order_id, store_order_name, placed_at, received_at, payment,
                   cancelled_at, cancel_reason, currency, presentment_currency, subtotal_minor, discount_minor,
                   tax_minor, tax_included, shipping_minor, total_minor, refunded_minor, subject_id, record_id,
                   ship_country, ship_method, ship_print, person_print, address_print, goods_print, risk, next_po
            from sales_order
            where merchant_id = :merchant and sales_order_id = any(:ids::uuid[])
            order by merchant_id, sales_order_id
            """;

    private final JdbcClient jdbc;

    OrderRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the orders and reads them with lines, allocations and holds; in key order. */
    Map<SalesOrderId, OrderState> lock(MerchantId merchant, Collection<SalesOrderId> orders) {
        return orders.isEmpty() ? Map.of() : read(merchant, orders, HEAD + " for no key update");
    }

    /** Reads the orders without a lock, for looking at them. */
    Map<SalesOrderId, OrderState> look(MerchantId merchant, Collection<SalesOrderId> orders) {
        return orders.isEmpty() ? Map.of() : read(merchant, orders, HEAD);
    }

    private Map<SalesOrderId, OrderState> read(MerchantId merchant, Collection<SalesOrderId> orders, String headSql) {
        Map<SalesOrderId, OrderState> states = new LinkedHashMap<>();
        List<UUID> ids =
                orders.stream().map(SalesOrderId::value).distinct().sorted().toList();
        jdbc.sql(headSql)
                .param("merchant", merchant.value())
                .param("ids", SqlArrays.uuids(ids))
                .query(row -> {
                    OrderHead head = head(row);
                    states.put(head.id(), new OrderState(head, false));
                });
        lines(merchant, ids, states);
        allocations(merchant, ids, states);
        holds(merchant, ids, states);
        states.values().forEach(OrderState::rememberStatus);
        return states;
    }

    private void lines(MerchantId merchant, List<UUID> ids, Map<SalesOrderId, OrderState> states) {
        jdbc.sql("""
                select sales_order_id, line_id, position, store_line_id, store_quantity, per_unit, sku, sku_id, title,
                       requires_shipping, unit_price_minor, discount_minor, tax_minor, reroutes, quantity, open,
                       waiting, allocated, sent, accepted, shipped, delivered, lost, in_return, returned, cancelled,
                       cancel_requested, store_sku, cancelled_here, cancel_refused, asked_by_hand, set_title
                from order_line
                where merchant_id = :merchant and sales_order_id = any(:ids::uuid[])
                order by sales_order_id, position
                """)
                .param("merchant", merchant.value())
                .param("ids", SqlArrays.uuids(ids))
                .query(row -> {
                    OrderState state = states.get(order(row));
                    if (state != null) {
                        state.lines.add(line(row));
                    }
                });
    }

    private void allocations(MerchantId merchant, List<UUID> ids, Map<SalesOrderId, OrderState> states) {
        jdbc.sql("""
                select sales_order_id, allocation_id, line_id, offer_id, supplier_id, ship_from, supplier_sku, currency,
                       unit_cost_micros, stage, quantity, accepted, rejected, shipped, delivered, cancel_asked,
                       cancelled, excess, beside_micros, reroute_asked, rerouted
                from allocation
                where merchant_id = :merchant and sales_order_id = any(:ids::uuid[])
                order by sales_order_id, allocation_id
                """)
                .param("merchant", merchant.value())
                .param("ids", SqlArrays.uuids(ids))
                .query(row -> {
                    OrderState state = states.get(order(row));
                    if (state != null) {
                        state.allocations.add(allocation(row));
                    }
                });
    }

    private void holds(MerchantId merchant, List<UUID> ids, Map<SalesOrderId, OrderState> states) {
        jdbc.sql("""
                select sales_order_id, hold_id, line_id, kind, detail, released_at, released_why, waived
                from hold
                where merchant_id = :merchant and sales_order_id = any(:ids::uuid[])
                order by sales_order_id, hold_id
                """)
                .param("merchant", merchant.value())
                .param("ids", SqlArrays.uuids(ids))
                .query(row -> {
                    OrderState state = states.get(order(row));
                    if (state != null) {
                        state.holds.add(hold(row));
                    }
                });
    }

    /** Notes which of these causes have moved units of the orders' lines before. */
    void seen(MerchantId merchant, Collection<OrderState> states, Collection<UUID> causes) {
        List<UUID> lineIds = states.stream()
                .flatMap(state -> state.lines.stream())
                .map(line -> line.id.value())
                .toList();
        if (lineIds.isEmpty() || causes.isEmpty()) {
            return;
        }
        jdbc.sql("""
                select distinct line_id, cause_id from line_move
                where merchant_id = :merchant and line_id = any(:lines::uuid[]) and cause_id = any(:causes::uuid[])
                """)
                .param("merchant", merchant.value())
                .param("lines", SqlArrays.uuids(lineIds))
                .param("causes", SqlArrays.uuids(causes))
                .query(row -> {
                    OrderState.Seen seen = new OrderState.Seen(
                            new OrderLineId(row.getObject("line_id", UUID.class)),
                            row.getObject("cause_id", UUID.class));
                    states.forEach(state -> state.seen.add(seen));
                });
    }

    private static SalesOrderId order(ResultSet row) throws SQLException {
        return new SalesOrderId(row.getObject("sales_order_id", UUID.class));
    }

    private static OrderHead head(ResultSet row) throws SQLException {
        String risk = row.getString("risk");
        return new OrderHead(
                order(row),
                row.getString("number"),
                new StoreId(row.getObject("store_id", UUID.class)),
                row.getString("store_order_id"),
                row.getString("store_order_name"),
                instant(row, "placed_at"),
                row.getTimestamp("received_at").toInstant(),
                Payment.valueOf(row.getString("payment")),
                instant(row, "cancelled_at"),
                row.getString("cancel_reason"),
                row.getString("currency"),
                row.getString("presentment_currency"),
                new OrderMoney(
                        row.getLong("subtotal_minor"),
                        row.getLong("discount_minor"),
                        row.getLong("tax_minor"),
                        row.getBoolean("tax_included"),
                        row.getLong("shipping_minor"),
                        row.getLong("total_minor")),
                row.getLong("refunded_minor"),
                new SubjectId(row.getObject("subject_id", UUID.class)),
                row.getObject("record_id", UUID.class),
                row.getString("ship_country"),
                row.getString("ship_method"),
                new OrderHead.Prints(
                        row.getBytes("ship_print"),
                        row.getBytes("person_print"),
                        row.getBytes("address_print"),
                        row.getBytes("goods_print")),
                risk == null ? null : RiskLevel.valueOf(risk),
                row.getInt("next_po"));
    }

    private static LineState line(ResultSet row) throws SQLException {
        LineState line = new LineState(
                new OrderLineId(row.getObject("line_id", UUID.class)),
                row.getInt("position"),
                row.getString("store_line_id"),
                row.getBoolean("requires_shipping"),
                row.getString("title"),
                false);
        UUID sku = row.getObject("sku_id", UUID.class);
        line.storeQuantity = row.getInt("store_quantity");
        line.perUnit = row.getInt("per_unit");
        line.sku = row.getString("sku");
        line.skuId = sku == null ? null : new SkuId(sku);
        line.unitPriceMinor = row.getLong("unit_price_minor");
        line.discountMinor = row.getLong("discount_minor");
        line.taxMinor = row.getLong("tax_minor");
        line.reroutes = row.getInt("reroutes");
        line.quantity = row.getInt("quantity");
        line.cancelRequested = row.getInt("cancel_requested");
        line.storeSku = row.getString("store_sku");
        line.setTitle = row.getString("set_title");
        line.cancelledHere = row.getInt("cancelled_here");
        line.cancelRefused = row.getInt("cancel_refused");
        line.askedByHand = row.getInt("asked_by_hand");
        for (Bucket bucket : Bucket.values()) {
            line.set(bucket, row.getInt(bucket.column()));
        }
        line.waitingBefore = line.in(Bucket.WAITING);
        return line;
    }

    private static AllocationState allocation(ResultSet row) throws SQLException {
        AllocationState allocation = new AllocationState(
                new AllocationId(row.getObject("allocation_id", UUID.class)),
                new OrderLineId(row.getObject("line_id", UUID.class)),
                new Source(
                        new OfferId(row.getObject("offer_id", UUID.class)),
                        new SupplierId(row.getObject("supplier_id", UUID.class)),
                        row.getString("ship_from"),
                        row.getString("supplier_sku"),
                        row.getString("currency"),
                        row.getLong("unit_cost_micros")),
                row.getInt("quantity"),
                Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT)),
                false);
        allocation.accepted = row.getInt("accepted");
        allocation.rejected = row.getInt("rejected");
        allocation.shipped = row.getInt("shipped");
        allocation.delivered = row.getInt("delivered");
        allocation.cancelAsked = row.getInt("cancel_asked");
        allocation.cancelled = row.getInt("cancelled");
        allocation.rerouteAsked = row.getInt("reroute_asked");
        allocation.rerouted = row.getBoolean("rerouted");
        allocation.excess = row.getInt("excess");
        allocation.besideMicros = row.getLong("beside_micros");
        return allocation;
    }

    private static HoldState hold(ResultSet row) throws SQLException {
        UUID line = row.getObject("line_id", UUID.class);
        HoldState hold = new HoldState(
                row.getObject("hold_id", UUID.class),
                line == null ? null : new OrderLineId(line),
                HoldKind.valueOf(row.getString("kind")),
                row.getString("detail"),
                false);
        hold.released = row.getTimestamp("released_at") != null;
        hold.releasedWhy = row.getString("released_why");
        hold.waived = row.getBoolean("waived");
        return hold;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
