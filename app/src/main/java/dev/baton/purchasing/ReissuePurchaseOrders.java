package dev.baton.purchasing;

import dev.baton.orders.OrdersAllocated.Group;
import dev.baton.orders.OrdersAllocated.OrderAllocated;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Purchase orders that were withdrawn before they left are written again under their number, in the next version, where
 * their order asks the same supplier for goods from the same place once more. Every method needs an open transaction.
 */
@Component
class ReissuePurchaseOrders {

    private static final int FIRST_SUFFIX = 1;

    /** More lines than any purchase order has. */
    private static final int BEYOND_ALL = 1_000_000;

    /** Those that may be written again, each once. */
    static final class Withdrawn {

        private final Map<SalesOrderId, List<PurchaseOrder>> left;

        Withdrawn(Map<SalesOrderId, List<PurchaseOrder>> left) {
            this.left = left;
        }

        /**
         * Takes the oldest to that supplier from that place; null when there is none. One numbered before a restore is left:
         * what became of it after the backup is not known.
         */
        @Nullable
        PurchaseOrder take(OrderAllocated order, Group group) {
            Iterator<PurchaseOrder> rows =
                    left.getOrDefault(order.order(), List.of()).iterator();
            while (rows.hasNext()) {
                PurchaseOrder row = rows.next();
                if (row.number().startsWith(order.number() + "-")
                        && row.supplier().equals(group.supplier())
                        && row.shipFrom().equals(group.shipFrom())
                        && row.currency().equals(group.currency())) {
                    rows.remove();
                    return row;
                }
            }
            return null;
        }
    }

    private final JdbcClient jdbc;
    private final PurchaseOrders purchaseOrders;

    ReissuePurchaseOrders(JdbcClient jdbc, PurchaseOrders purchaseOrders) {
        this.jdbc = jdbc;
        this.purchaseOrders = purchaseOrders;
    }

    /** Locks what these orders, which are locked, have of them. */
    Withdrawn withdrawn(MerchantId merchant, List<OrderAllocated> orders) {
        List<SalesOrderId> again = orders.stream()
                .filter(order -> order.firstPoSuffix() > FIRST_SUFFIX)
                .map(OrderAllocated::order)
                .toList();
        List<PurchaseOrderId> ids = again.isEmpty() ? List.of() : withdrawnOf(merchant, again);
        Map<SalesOrderId, List<PurchaseOrder>> found = new HashMap<>();
        if (!ids.isEmpty()) {
            purchaseOrders
                    .lock(merchant, ids)
                    .forEach(head -> found.computeIfAbsent(head.salesOrder(), _ -> new ArrayList<>())
                            .add(head));
        }
        return new Withdrawn(found);
    }

    private List<PurchaseOrderId> withdrawnOf(MerchantId merchant, List<SalesOrderId> orders) {
        return jdbc.sql("""
                select id
                from purchase_order
                where merchant_id = :merchant and sales_order_id = any(:orders::uuid[])
                  and status = 'WITHDRAWN' and begun_at is null
                """)
                .param("merchant", merchant.value())
                .param("orders", Columns.uuids(orders, SalesOrderId::value))
                .query((row, number) -> new PurchaseOrderId(row.getObject("id", UUID.class)))
                .list();
    }

    /**
     * Writes their next version. Nobody has seen a line of the one before: the lines to come count from 1, and those that
     * were withdrawn stand behind them.
     *
     * @param toCome the lines that are written next, of whatever purchase order
     */
    void write(MerchantId merchant, List<PurchaseOrder> rows, List<PurchaseOrderLine> toCome) {
        if (rows.isEmpty()) {
            return;
        }
        int written = jdbc.sql("""
                update purchase_order p
                set status = 'ISSUED', version = r.version, store_order_name = r.store_order_name,
                    customer_record = r.customer_record, subject_id = r.subject_id, ship_country = r.ship_country,
                    ship_method = r.ship_method, issued_at = r.issued_at, send_after = r.send_after,
                    instructions = r.instructions::jsonb, order_instruction = nullif(r.order_instruction, 0)
                from unnest(:ids::uuid[], :versions::int[], :storeOrderNames::text[], :facts::uuid[], :subjects::uuid[],
                            :shipCountries::text[], :shipMethods::text[], :issuedAts::timestamptz[],
                            :sendAfters::timestamptz[], :instructions::text[], :orderInstructions::int[])
                     as r (id, version, store_order_name, customer_record, subject_id, ship_country, ship_method,
                           issued_at, send_after, instructions, order_instruction)
                where p.merchant_id = :merchant and p.id = r.id and p.version = r.version - 1
                  and p.status = 'WITHDRAWN' and p.begun_at is null
                """)
                .param("merchant", merchant.value())
                .param("ids", Columns.uuids(rows, row -> row.id().value()))
                .param("versions", Columns.ints(rows, PurchaseOrder::version))
                .param("storeOrderNames", Columns.texts(rows, PurchaseOrder::storeOrderName))
                .param("facts", Columns.uuids(rows, PurchaseOrder::customerRecord))
                .param("subjects", Columns.uuids(rows, row -> row.subject().value()))
                .param("shipCountries", Columns.texts(rows, PurchaseOrder::shipCountry))
                .param("shipMethods", Columns.texts(rows, PurchaseOrder::shipMethod))
                .param("issuedAts", Columns.instants(rows, PurchaseOrder::issuedAt))
                .param("sendAfters", Columns.instants(rows, PurchaseOrder::sendAfter))
                .param("instructions", Columns.texts(rows, PurchaseOrder::instructions))
                .param(
                        "orderInstructions",
                        Columns.ints(rows, row -> row.orderInstruction() == null ? 0 : row.orderInstruction()))
                .update();
        if (written != rows.size()) {
            throw new IllegalStateException("wrote " + written + " purchase orders again of " + rows.size());
        }
        moveBack(
                merchant,
                rows,
                toCome.stream()
                        .collect(Collectors.groupingBy(
                                PurchaseOrderLine::purchaseOrder, Collectors.summingInt(_ -> 1))));
    }

    /** In two steps, for no two lines may have one number even in between. */
    private void moveBack(MerchantId merchant, List<PurchaseOrder> rows, Map<PurchaseOrderId, Integer> toCome) {
        jdbc.sql("""
                update purchase_order_line set line = line + :beyond
                where merchant_id = :merchant and purchase_order_id = any(:ids::uuid[])
                """)
                .param("beyond", BEYOND_ALL)
                .param("merchant", merchant.value())
                .param("ids", Columns.uuids(rows, row -> row.id().value()))
                .update();
        jdbc.sql("""
                update purchase_order_line l
                set line = r.line
                from (select b.purchase_order_id, b.line as before,
                             c.to_come + row_number() over (partition by b.purchase_order_id order by b.line) as line
                      from purchase_order_line b
                      join unnest(:ids::uuid[], :toCome::int[]) as c (id, to_come) on c.id = b.purchase_order_id
                      where b.merchant_id = :merchant) r
                where l.merchant_id = :merchant and l.purchase_order_id = r.purchase_order_id and l.line = r.before
                """)
                .param("merchant", merchant.value())
                .param("ids", Columns.uuids(rows, row -> row.id().value()))
                .param("toCome", Columns.ints(rows, row -> toCome.getOrDefault(row.id(), 0)))
                .update();
    }
}
