package dev.baton.purchasing;

import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.suppliers.SupplierId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds purchase orders by their number or its beginning, and by what the supplier calls its answer; each a range of an
 * index. Every method needs an open transaction of the merchant.
 */
@Component
public final class PurchaseOrderSearch {

    /** The greatest sign there is: an end behind everything that begins so, where texts are compared by bytes. */
    private static final String END = "\uDBFF\uDFFF";

    private final JdbcClient jdbc;

    PurchaseOrderSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A purchase order that was found.
     *
     * @param exact whether the text is its whole number or the supplier's whole reference
     */
    public record Hit(
            PurchaseOrderId id,
            String number,
            SalesOrderId order,
            SupplierId supplier,
            PurchaseOrderStatus status,
            boolean exact) {}

    /** At most so many, the exact number first, then in the order of the numbers; by a reference behind them. */
    public List<Hit> find(MerchantId merchant, String text, int limit) {
        if (text.isBlank()) {
            return List.of();
        }
        List<Hit> found = new ArrayList<>(jdbc.sql("""
                select id, number, sales_order_id, supplier_id, status from purchase_order
                where merchant_id = :merchant and number >= :from and number < :end
                order by number
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("from", text)
                .param("end", text + END)
                .param("limit", limit)
                .query((row, at) -> hit(row, row.getString("number").equals(text)))
                .list());
        jdbc
                .sql("""
                select p.id, p.number, p.sales_order_id, p.supplier_id, p.status
                from (select purchase_order_id from acknowledgement
                      where merchant_id = :merchant and reference = :text
                      limit :limit) as a
                join purchase_order p on p.merchant_id = :merchant and p.id = a.purchase_order_id
                """)
                .param("merchant", merchant.value())
                .param("text", text)
                .param("limit", limit)
                .query((row, at) -> hit(row, true))
                .list()
                .stream()
                .filter(hit -> found.stream().noneMatch(each -> each.id().equals(hit.id())))
                .limit(Math.max(0, limit - found.size()))
                .forEach(found::add);
        return found;
    }

    private static Hit hit(java.sql.ResultSet row, boolean exact) throws java.sql.SQLException {
        return new Hit(
                new PurchaseOrderId(row.getObject("id", UUID.class)),
                row.getString("number"),
                new SalesOrderId(row.getObject("sales_order_id", UUID.class)),
                new SupplierId(row.getObject("supplier_id", UUID.class)),
                PurchaseOrderStatus.valueOf(row.getString("status")),
                exact);
    }
}
