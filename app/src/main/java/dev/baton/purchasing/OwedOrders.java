package dev.baton.purchasing;

import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.suppliers.SupplierId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a supplier is still to ship, order by order, sent to it or not yet. Needs an open transaction of the merchant. */
@Component
public class OwedOrders {

    private static final UUID TOP = new UUID(-1L, -1L);
    private static final List<String> OPEN = Arrays.stream(PurchaseOrderStatus.values())
            .filter(status -> status.owesSomething() || status == PurchaseOrderStatus.ISSUED)
            .map(Enum::name)
            .toList();

    private final PurchaseOrders purchaseOrders;
    private final PurchaseOrderLines lines;
    private final JdbcClient jdbc;

    OwedOrders(PurchaseOrders purchaseOrders, PurchaseOrderLines lines, JdbcClient jdbc) {
        this.purchaseOrders = purchaseOrders;
        this.lines = lines;
        this.jdbc = jdbc;
    }

    /**
     * Some of them.
     *
     * @param last where the next page goes on; null = this was the last one
     */
    public record Page(
            List<PurchaseOrderView> purchaseOrders,
            @Nullable PurchaseOrderId last) {}

    /**
     * A page of the supplier's open purchase orders, newest first; each order it names comes with all that the supplier
     * owes on it, so that one order may come again on a later page.
     *
     * @param below the last of the page before; null = from the newest on
     */
    public Page page(MerchantId merchant, SupplierId supplier, @Nullable PurchaseOrderId below, int limit) {
        List<Row> rows = jdbc.sql("""
                select id, sales_order_id from purchase_order
                where merchant_id = :merchant and supplier_id = :supplier and id < :below
                  and status = any(:statuses::text[])
                order by merchant_id desc, supplier_id desc, id desc
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .param("below", below == null ? TOP : below.value())
                .param("statuses", SqlArrays.texts(OPEN))
                .param("limit", limit)
                .query((row, number) -> new Row(
                        new PurchaseOrderId(row.getObject("id", UUID.class)),
                        new SalesOrderId(row.getObject("sales_order_id", UUID.class))))
                .list();
        if (rows.isEmpty()) {
            return new Page(List.of(), null);
        }
        List<PurchaseOrderId> ids = ofOrders(
                merchant, supplier, rows.stream().map(Row::order).distinct().toList());
        Map<PurchaseOrderId, List<PurchaseOrderLine>> ofEach = lines.of(merchant, ids);
        return new Page(
                purchaseOrders.findAll(merchant, ids).stream()
                        .map(row -> PurchaseOrderView.of(
                                row, ofEach.getOrDefault(row.id(), List.of()), List.of(), List.of()))
                        .toList(),
                rows.size() < limit ? null : rows.getLast().id());
    }

    private record Row(PurchaseOrderId id, SalesOrderId order) {}

    private List<PurchaseOrderId> ofOrders(MerchantId merchant, SupplierId supplier, List<SalesOrderId> orders) {
        return jdbc.sql("""
                select id from purchase_order
                where merchant_id = :merchant and sales_order_id = any(:orders::uuid[]) and supplier_id = :supplier
                  and status = any(:statuses::text[])
                """)
                .param("merchant", merchant.value())
                .param(
                        "orders",
                        SqlArrays.uuids(orders.stream().map(SalesOrderId::value).toList()))
                .param("supplier", supplier.value())
                .param("statuses", SqlArrays.texts(OPEN))
                .query((row, number) -> new PurchaseOrderId(row.getObject("id", UUID.class)))
                .list();
    }
}
