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

    /** One that was withdrawn. */
    record Withdrawn(PurchaseOrder head, int lines) {}

    /** What may be written again, each once. */
    static final class Stock {

        private final Map<SalesOrderId, List<Withdrawn>> left;

        Stock(Map<SalesOrderId, List<Withdrawn>> left) {
            this.left = left;
        }

        /**
         * Takes the oldest to that supplier from that place; null when there is none. One numbered before a restore is left:
         * what became of it after the backup is not known.
         */
        @Nullable
        Withdrawn take(OrderAllocated order, Group group) {
            Iterator<Withdrawn> rows =
                    left.getOrDefault(order.order(), List.of()).iterator();
            while (rows.hasNext()) {
                Withdrawn row = rows.next();
                if (row.head().number().startsWith(order.number() + "-")
                        && row.head().supplier().equals(group.supplier())
                        && row.head().shipFrom().equals(group.shipFrom())
                        && row.head().currency().equals(group.currency())) {
                    rows.remove();
                    return row;
                }
            }
            return null;
        }
    }

    private final JdbcClient jdbc;
    private final PurchaseOrders purchaseOrders;
    private final PurchaseOrderLines lines;

    ReissuePurchaseOrders(JdbcClient jdbc, PurchaseOrders purchaseOrders, PurchaseOrderLines lines) {
        this.jdbc = jdbc;
        this.purchaseOrders = purchaseOrders;
        this.lines = lines;
    }

    /** Locks what these orders, which are locked, have of them. */
    Stock withdrawn(MerchantId merchant, List<OrderAllocated> orders) {
        List<SalesOrderId> again = orders.stream()
                .filter(order -> order.firstPoSuffix() > FIRST_SUFFIX)
                .map(OrderAllocated::order)
                .toList();
        List<PurchaseOrderId> ids = again.isEmpty() ? List.of() : withdrawnOf(merchant, again);
        Map<SalesOrderId, List<Withdrawn>> found = new HashMap<>();
        if (!ids.isEmpty()) {
            Map<PurchaseOrderId, List<PurchaseOrderLine>> written = lines.of(merchant, ids);
            for (PurchaseOrder head : purchaseOrders.lock(merchant, ids)) {
                int last = written.getOrDefault(head.id(), List.of()).stream()
                        .mapToInt(PurchaseOrderLine::line)
                        .max()
                        .orElse(0);
                found.computeIfAbsent(head.salesOrder(), _ -> new ArrayList<>()).add(new Withdrawn(head, last));
            }
        }
        return new Stock(found);
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

    /** Writes their next version. */
    void write(MerchantId merchant, List<PurchaseOrder> rows) {
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
    }
}
