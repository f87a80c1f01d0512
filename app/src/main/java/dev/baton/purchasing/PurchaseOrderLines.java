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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
                .param(
                        "purchaseOrders",
                        Columns.uuids(rows, row -> row.purchaseOrder().value()))
                .param("lines", Columns.ints(rows, PurchaseOrderLine::line))
                .param(
                        "allocations",
                        Columns.uuids(rows, row -> row.allocation().value()))
                .param("orderLines", Columns.uuids(rows, row -> row.orderLine().value()))
                .param("offers", Columns.uuids(rows, row -> row.offer().value()))
                .param("merchantSkus", Columns.texts(rows, PurchaseOrderLine::merchantSku))
                .param("supplierSkus", Columns.texts(rows, PurchaseOrderLine::supplierSku))
                .param("titles", Columns.texts(rows, PurchaseOrderLine::title))
                .param("quantities", Columns.ints(rows, row -> row.units().quantity()))
                .param(
                        "unitCosts",
                        SqlArrays.longs(rows.stream()
                                .mapToLong(PurchaseOrderLine::unitCostMicros)
                                .toArray()))
                .update();
    }

    /** Lines of the given purchase orders, in line order each. */
    Map<PurchaseOrderId, List<PurchaseOrderLine>> of(MerchantId merchant, Collection<PurchaseOrderId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(SELECT + """
                where merchant_id = :merchant and purchase_order_id = any(:ids::uuid[])
                order by merchant_id, purchase_order_id, line
                """)
                .param("merchant", merchant.value())
                .param("ids", Columns.uuids(ids, PurchaseOrderId::value))
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
                .param("allocations", Columns.uuids(allocations, AllocationId::value))
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
                .param("allocations", Columns.uuids(allocations, AllocationId::value))
                .update();
    }

    /** The line costs something else from now on; {@code from} is what it was read to cost. */
    void reprice(MerchantId merchant, PurchaseOrderId of, int line, long from, long to) {
        int written = jdbc.sql("""
                update purchase_order_line set unit_cost_micros = :to
                where merchant_id = :merchant and purchase_order_id = :purchaseOrder and line = :line
                  and unit_cost_micros = :from
                """)
                .param("to", to)
                .param("merchant", merchant.value())
                .param("purchaseOrder", of.value())
                .param("line", line)
                .param("from", from)
                .update();
        if (written != 1) {
            throw new IllegalStateException("the line does not cost what it was read to cost");
        }
    }

    /** Writes where the units of the lines are now. */
    void write(MerchantId merchant, List<PurchaseOrderLine> rows) {
        if (rows.isEmpty()) {
            return;
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
                .param(
                        "purchaseOrders",
                        Columns.uuids(rows, row -> row.purchaseOrder().value()))
                .param("lines", Columns.ints(rows, PurchaseOrderLine::line))
                .param("accepted", Columns.ints(rows, row -> row.units().accepted()))
                .param("rejected", Columns.ints(rows, row -> row.units().rejected()))
                .param("backordered", Columns.ints(rows, row -> row.units().backordered()))
                .param("untils", Columns.texts(rows, PurchaseOrderLines::until))
                .param("cancelled", Columns.ints(rows, row -> row.units().cancelled()))
                .param("shipped", Columns.ints(rows, row -> row.units().shipped()))
                .param("excess", Columns.ints(rows, row -> row.units().excess()))
                .update();
        if (written != rows.size()) {
            throw new IllegalStateException("wrote " + written + " purchase order lines of " + rows.size());
        }
    }

    private static @Nullable String until(PurchaseOrderLine row) {
        LocalDate until = row.units().backorderedUntil();
        return until == null ? null : until.toString();
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
