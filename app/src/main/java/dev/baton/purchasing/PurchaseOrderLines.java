package dev.baton.purchasing;

import dev.baton.catalog.OfferId;
import dev.baton.orders.AllocationId;
import dev.baton.orders.OrderLineId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of purchase order lines; every method needs an open transaction of the merchant. A line is only
 * written by who holds the lock of its purchase order.
 */
@Component
class PurchaseOrderLines {

    private static final String SELECT = """
            select purchase_order_id, line, allocation_id, order_line_id, offer_id, merchant_sku, supplier_sku, title,
                   quantity, unit_cost_micros, withdrawn, accepted, rejected, backordered, backordered_until,
                   cancelled, shipped, excess
            from purchase_order_line
            """;

    private final JdbcClient jdbc;

    PurchaseOrderLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insertAll(MerchantId merchant, List<PurchaseOrderLine> rows) {
        jdbc.sql("""
                insert into purchase_order_line (merchant_id, purchase_order_id, line, allocation_id, order_line_id,
                                                 offer_id, merchant_sku, supplier_sku, title, quantity,
                                                 unit_cost_micros, withdrawn, accepted, rejected, backordered,
                                                 cancelled, shipped, excess)
                select :merchant, l.purchase_order_id, l.line, l.allocation_id, l.order_line_id, l.offer_id,
                       l.merchant_sku, l.supplier_sku, l.title, l.quantity, l.unit_cost, false, 0, 0, 0, 0, 0, 0
                from unnest(:purchaseOrders::uuid[], :lines::int[], :allocations::uuid[], :orderLines::uuid[],
                            :offers::uuid[], :merchantSkus::text[], :supplierSkus::text[], :titles::text[],
                            :quantities::int[], :unitCosts::bigint[])
                     as l (purchase_order_id, line, allocation_id, order_line_id, offer_id, merchant_sku,
                           supplier_sku, title, quantity, unit_cost)
                """)
                .param("merchant", merchant.value())
                .param("purchaseOrders", SqlArrays.uuids(purchaseOrdersOf(rows)))
                .param("lines", ints(rows, PurchaseOrderLine::line))
                .param(
                        "allocations",
                        SqlArrays.uuids(rows.stream()
                                .map(row -> row.allocation().value())
                                .toList()))
                .param(
                        "orderLines",
                        SqlArrays.uuids(rows.stream()
                                .map(row -> row.orderLine().value())
                                .toList()))
                .param(
                        "offers",
                        SqlArrays.uuids(
                                rows.stream().map(row -> row.offer().value()).toList()))
                .param(
                        "merchantSkus",
                        SqlArrays.texts(rows.stream()
                                .map(PurchaseOrderLine::merchantSku)
                                .toList()))
                .param(
                        "supplierSkus",
                        SqlArrays.texts(rows.stream()
                                .map(PurchaseOrderLine::supplierSku)
                                .toList()))
                .param(
                        "titles",
                        SqlArrays.texts(
                                rows.stream().map(PurchaseOrderLine::title).toList()))
                .param("quantities", ints(rows, row -> row.units().quantity()))
                .param(
                        "unitCosts",
                        SqlArrays.longs(rows.stream()
                                .mapToLong(PurchaseOrderLine::unitCostMicros)
                                .toArray()))
                .update();
    }

    /** Lines of the given purchase orders, in line order each. */
    Map<PurchaseOrderId, List<PurchaseOrderLine>> of(MerchantId merchant, Collection<PurchaseOrderId> ids) {
        return jdbc
                .sql(SELECT + """
                where merchant_id = :merchant and purchase_order_id = any(:ids::uuid[])
                order by merchant_id, purchase_order_id, line
                """)
                .param("merchant", merchant.value())
                .param(
                        "ids",
                        SqlArrays.uuids(ids.stream().map(PurchaseOrderId::value).toList()))
                .query(PurchaseOrderLines::read)
                .list()
                .stream()
                .collect(Collectors.groupingBy(PurchaseOrderLine::purchaseOrder));
    }

    List<PurchaseOrderLine> ofAllocations(MerchantId merchant, Collection<AllocationId> allocations) {
        return jdbc.sql(SELECT + """
                where merchant_id = :merchant and allocation_id = any(:allocations::uuid[])
                order by merchant_id, purchase_order_id, line
                """)
                .param("merchant", merchant.value())
                .param(
                        "allocations",
                        SqlArrays.uuids(
                                allocations.stream().map(AllocationId::value).toList()))
                .query(PurchaseOrderLines::read)
                .list();
    }

    void withdraw(MerchantId merchant, Collection<AllocationId> allocations) {
        if (allocations.isEmpty()) {
            return;
        }
        jdbc.sql("""
                update purchase_order_line set withdrawn = true
                where merchant_id = :merchant and allocation_id = any(:allocations::uuid[])
                """)
                .param("merchant", merchant.value())
                .param(
                        "allocations",
                        SqlArrays.uuids(
                                allocations.stream().map(AllocationId::value).toList()))
                .update();
    }

    /** Writes where the units of the lines are now. */
    void write(MerchantId merchant, List<PurchaseOrderLine> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<@Nullable String> untils = new ArrayList<>(rows.size());
        for (PurchaseOrderLine row : rows) {
            LocalDate until = row.units().backorderedUntil();
            untils.add(until == null ? null : until.toString());
        }
        int written = jdbc.sql("""
                update purchase_order_line l
                set accepted = u.accepted, rejected = u.rejected, backordered = u.backordered,
                    backordered_until = u.until::date, cancelled = u.cancelled, shipped = u.shipped, excess = u.excess
                from unnest(:purchaseOrders::uuid[], :lines::int[], :accepted::int[], :rejected::int[],
                            :backordered::int[], :untils::text[], :cancelled::int[], :shipped::int[], :excess::int[])
                     as u (purchase_order_id, line, accepted, rejected, backordered, until, cancelled, shipped, excess)
                where l.merchant_id = :merchant and l.purchase_order_id = u.purchase_order_id and l.line = u.line
                """)
                .param("merchant", merchant.value())
                .param("purchaseOrders", SqlArrays.uuids(purchaseOrdersOf(rows)))
                .param("lines", ints(rows, PurchaseOrderLine::line))
                .param("accepted", ints(rows, row -> row.units().accepted()))
                .param("rejected", ints(rows, row -> row.units().rejected()))
                .param("backordered", ints(rows, row -> row.units().backordered()))
                .param("untils", SqlArrays.texts(untils))
                .param("cancelled", ints(rows, row -> row.units().cancelled()))
                .param("shipped", ints(rows, row -> row.units().shipped()))
                .param("excess", ints(rows, row -> row.units().excess()))
                .update();
        if (written != rows.size()) {
            throw new IllegalStateException("wrote " + written + " purchase order lines of " + rows.size());
        }
    }

    private static List<UUID> purchaseOrdersOf(List<PurchaseOrderLine> rows) {
        return rows.stream().map(row -> row.purchaseOrder().value()).toList();
    }

    private static Object ints(List<PurchaseOrderLine> rows, ToIntFunction<PurchaseOrderLine> column) {
        return SqlArrays.ints(rows.stream().mapToInt(column).toArray());
    }

    private static PurchaseOrderLine read(ResultSet row, int number) throws SQLException {
        Date until = row.getDate("backordered_until");
        return new PurchaseOrderLine(
                new PurchaseOrderId(row.getObject("purchase_order_id", UUID.class)),
                row.getInt("line"),
                new AllocationId(row.getObject("allocation_id", UUID.class)),
                new OrderLineId(row.getObject("order_line_id", UUID.class)),
                new OfferId(row.getObject("offer_id", UUID.class)),
                row.getString("merchant_sku"),
                row.getString("supplier_sku"),
                row.getString("title"),
                row.getLong("unit_cost_micros"),
                row.getBoolean("withdrawn"),
                new LineUnits(
                        row.getInt("quantity"),
                        row.getInt("accepted"),
                        row.getInt("rejected"),
                        row.getInt("backordered"),
                        until == null ? null : until.toLocalDate(),
                        row.getInt("cancelled"),
                        row.getInt("shipped"),
                        row.getInt("excess")));
    }
}
