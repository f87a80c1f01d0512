package dev.baton.purchasing;

import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.documents.DocumentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of what is told about one order alone. The words may name the customer, whose key seals them; every method
 * needs an open transaction of the merchant.
 */
@Component
class OrderInstructions {

    /** One version, its words still sealed. */
    record Row(SalesOrderId order, int version, DocumentId words, Instant writtenAt) {}

    /** A version of an order's words. */
    record Key(SalesOrderId order, int version) {}

    private final JdbcClient jdbc;

    OrderInstructions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Needs the lock of the sales order. */
    void insert(MerchantId merchant, Row row) {
        jdbc.sql("""
                insert into order_instruction (merchant_id, sales_order_id, version, document_id, written_at)
                values (:merchant, :order, :version, :document, :at)
                """)
                .param("merchant", merchant.value())
                .param("order", row.order().value())
                .param("version", row.version())
                .param("document", row.words().value())
                .param("at", SqlArrays.instant(row.writtenAt()))
                .update();
    }

    /** The newest of each order; one nothing is told of is absent. */
    Map<SalesOrderId, Row> newest(MerchantId merchant, Collection<SalesOrderId> orders) {
        return jdbc
                .sql("""
                select distinct on (sales_order_id) sales_order_id, version, document_id, written_at
                from order_instruction
                where merchant_id = :merchant and sales_order_id = any(:orders::uuid[])
                order by sales_order_id, version desc
                """)
                .param("merchant", merchant.value())
                .param("orders", Columns.uuids(orders, SalesOrderId::value))
                .query(OrderInstructions::read)
                .list()
                .stream()
                .collect(Collectors.toMap(Row::order, Function.identity()));
    }

    /** The versions named. */
    List<Row> of(MerchantId merchant, Collection<Key> keys) {
        return jdbc.sql("""
                select i.sales_order_id, i.version, i.document_id, i.written_at
                from unnest(:orders::uuid[], :versions::int[]) as k (sales_order_id, version)
                join order_instruction i
                  on i.merchant_id = :merchant and i.sales_order_id = k.sales_order_id and i.version = k.version
                """)
                .param("merchant", merchant.value())
                .param("orders", Columns.uuids(keys, key -> key.order().value()))
                .param(
                        "versions",
                        SqlArrays.ints(keys.stream().mapToInt(Key::version).toArray()))
                .query(OrderInstructions::read)
                .list();
    }

    /** Purchase orders that no supplier knows of are told this version, too; needs their locks. */
    void tell(MerchantId merchant, Collection<PurchaseOrderId> unsent, int version) {
        jdbc.sql("""
                update purchase_order set order_instruction = :version
                where merchant_id = :merchant and id = any(:ids::uuid[]) and status = 'ISSUED'
                """)
                .param("version", version)
                .param("merchant", merchant.value())
                .param("ids", Columns.uuids(unsent, PurchaseOrderId::value))
                .update();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                new SalesOrderId(row.getObject("sales_order_id", UUID.class)),
                row.getInt("version"),
                new DocumentId(row.getObject("document_id", UUID.class)),
                row.getObject("written_at", OffsetDateTime.class).toInstant());
    }
}
