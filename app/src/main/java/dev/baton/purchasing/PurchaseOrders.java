package dev.baton.purchasing;

import dev.baton.merchants.StoreId;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.documents.SubjectId;
import dev.baton.suppliers.SupplierId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of purchase orders; every method needs an open transaction of the merchant. */
@Component
class PurchaseOrders {

    /** A change of status; the guard is the status it comes from. */
    record Move(PurchaseOrderId id, PurchaseOrderStatus from, PurchaseOrderStatus to) {}

    /** A purchase order that has just crossed the point of no return. */
    record Begun(PurchaseOrderId id, Instant at, Instant respondBy) {}

    /** What a purchase order came to by an answer, a shipment or a cancellation; answeredAt null = not in full. */
    record Closing(
            PurchaseOrderId id,
            PurchaseOrderStatus status,
            @Nullable Instant sentAt,
            @Nullable Instant answeredAt) {}

    /** A purchase order the supplier has now. */
    record Sent(PurchaseOrderId id, Instant at, Instant respondBy) {}

    private static final String SELECT = """
            select id, number, version, status, sales_order_id, supplier_id, store_id, store_order_id,
                   store_order_name, customer_record, subject_id, ship_from, ship_country, ship_method,
                   currency, issued_at, send_after, begun_at, respond_by, sent_at, reminded_at,
                   answered_at, instructions::text as instructions, order_instruction
            from purchase_order
            """;

    private final JdbcClient jdbc;

    PurchaseOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insertAll(MerchantId merchant, List<PurchaseOrder> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into purchase_order (merchant_id, id, number, version, status, sales_order_id, supplier_id,
                                            store_id, store_order_id, store_order_name, customer_record, subject_id,
                                            ship_from, ship_country, ship_method, currency, issued_at,
                                            send_after, instructions, order_instruction)
                select :merchant, p.id, p.number, 1, 'ISSUED', p.sales_order_id, p.supplier_id, p.store_id,
                       p.store_order_id, p.store_order_name, p.customer_record, p.subject_id, p.ship_from,
                       p.ship_country, p.ship_method, p.currency, p.issued_at, p.send_after,
                       p.instructions::jsonb, nullif(p.order_instruction, 0)
                from unnest(:ids::uuid[], :numbers::text[], :orders::uuid[], :suppliers::uuid[], :stores::uuid[],
                            :storeOrderIds::text[], :storeOrderNames::text[], :facts::uuid[], :subjects::uuid[],
                            :shipFroms::text[], :shipCountries::text[], :shipMethods::text[],
                            :currencies::text[], :issuedAts::timestamptz[], :sendAfters::timestamptz[],
                            :instructions::text[], :orderInstructions::int[])
                     as p (id, number, sales_order_id, supplier_id, store_id, store_order_id, store_order_name,
                           customer_record, subject_id, ship_from, ship_country, ship_method,
                           currency, issued_at, send_after, instructions, order_instruction)
                """)
                .param("merchant", merchant.value())
                .param("ids", Columns.uuids(rows, row -> row.id().value()))
                .param("numbers", Columns.texts(rows, PurchaseOrder::number))
                .param("orders", Columns.uuids(rows, row -> row.salesOrder().value()))
                .param("suppliers", Columns.uuids(rows, row -> row.supplier().value()))
                .param("stores", Columns.uuids(rows, row -> row.store().value()))
                .param("storeOrderIds", Columns.texts(rows, PurchaseOrder::storeOrderId))
                .param("storeOrderNames", Columns.texts(rows, PurchaseOrder::storeOrderName))
                .param("facts", Columns.uuids(rows, PurchaseOrder::customerRecord))
                .param("subjects", Columns.uuids(rows, row -> row.subject().value()))
                .param("shipFroms", Columns.texts(rows, PurchaseOrder::shipFrom))
                .param("shipCountries", Columns.texts(rows, PurchaseOrder::shipCountry))
                .param("shipMethods", Columns.texts(rows, PurchaseOrder::shipMethod))
                .param("currencies", Columns.texts(rows, PurchaseOrder::currency))
                .param("issuedAts", Columns.instants(rows, PurchaseOrder::issuedAt))
                .param("sendAfters", Columns.instants(rows, PurchaseOrder::sendAfter))
                .param("instructions", Columns.texts(rows, PurchaseOrder::instructions))
                .param(
                        "orderInstructions",
                        Columns.ints(rows, row -> row.orderInstruction() == null ? 0 : row.orderInstruction()))
                .update();
    }

    /** The sales orders behind them, to be locked before they are. */
    List<SalesOrderId> salesOrdersOf(MerchantId merchant, Collection<PurchaseOrderId> ids) {
        return jdbc.sql("""
                select distinct sales_order_id
                from purchase_order
                where merchant_id = :merchant and id = any(:ids::uuid[])
                """)
                .param("merchant", merchant.value())
                .param("ids", uuids(ids))
                .query((row, number) -> new SalesOrderId(row.getObject("sales_order_id", UUID.class)))
                .list();
    }

    /** The purchase orders of sales orders, whatever their status. */
    List<PurchaseOrderId> idsOf(MerchantId merchant, Collection<SalesOrderId> orders) {
        return jdbc.sql("""
                select id
                from purchase_order
                where merchant_id = :merchant and sales_order_id = any(:orders::uuid[])
                """)
                .param("merchant", merchant.value())
                .param("orders", Columns.uuids(orders, SalesOrderId::value))
                .query((row, number) -> new PurchaseOrderId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Locks them in key order and answers them in it. */
    List<PurchaseOrder> lock(MerchantId merchant, Collection<PurchaseOrderId> ids) {
        return jdbc.sql(SELECT + """
                where merchant_id = :merchant and id = any(:ids::uuid[])
                order by merchant_id, id
                for no key update
                """)
                .param("merchant", merchant.value())
                .param("ids", uuids(ids))
                .query(PurchaseOrders::read)
                .list();
    }

    List<PurchaseOrder> findAll(MerchantId merchant, Collection<PurchaseOrderId> ids) {
        return jdbc.sql(SELECT + """
                where merchant_id = :merchant and id = any(:ids::uuid[])
                order by merchant_id, id
                """)
                .param("merchant", merchant.value())
                .param("ids", uuids(ids))
                .query(PurchaseOrders::read)
                .list();
    }

    Optional<PurchaseOrder> findByNumber(MerchantId merchant, String purchaseOrderNumber) {
        return jdbc.sql(SELECT + """
                where merchant_id = :merchant and number = :number
                """)
                .param("merchant", merchant.value())
                .param("number", purchaseOrderNumber)
                .query(PurchaseOrders::read)
                .optional();
    }

    /** Newest first, below the given id. */
    List<PurchaseOrder> page(MerchantId merchant, Collection<PurchaseOrderStatus> statuses, UUID below, int limit) {
        return jdbc.sql(SELECT + """
                where merchant_id = :merchant and id < :below and status = any(:statuses::text[])
                order by merchant_id desc, id desc
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("below", below)
                .param("statuses", Columns.texts(statuses, Enum::name))
                .param("limit", limit)
                .query(PurchaseOrders::read)
                .list();
    }

    /** One supplier's, newest first, below the given id. */
    List<PurchaseOrder> pageOfSupplier(
            MerchantId merchant, SupplierId supplier, Collection<PurchaseOrderStatus> statuses, UUID below, int limit) {
        return jdbc.sql(SELECT + """
                where merchant_id = :merchant and supplier_id = :supplier and id < :below
                  and status = any(:statuses::text[])
                order by merchant_id desc, supplier_id desc, id desc
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .param("below", below)
                .param("statuses", Columns.texts(statuses, Enum::name))
                .param("limit", limit)
                .query(PurchaseOrders::read)
                .list();
    }

    List<PurchaseOrder> ofSalesOrder(MerchantId merchant, SalesOrderId order) {
        return jdbc.sql(SELECT + """
                where merchant_id = :merchant and sales_order_id = :order
                order by merchant_id, id
                limit 1000
                """)
                .param("merchant", merchant.value())
                .param("order", order.value())
                .query(PurchaseOrders::read)
                .list();
    }

    /** Moves locked rows; a row that is not where it was read dies with the transaction. */
    void move(MerchantId merchant, List<Move> moves) {
        if (moves.isEmpty()) {
            return;
        }
        int moved = jdbc.sql("""
                update purchase_order p set status = m.to_status
                from unnest(:ids::uuid[], :froms::text[], :tos::text[]) as m (id, from_status, to_status)
                where p.merchant_id = :merchant and p.id = m.id and p.status = m.from_status
                """)
                .param("merchant", merchant.value())
                .param("ids", Columns.uuids(moves, move -> move.id().value()))
                .param("froms", Columns.texts(moves, move -> move.from().name()))
                .param("tos", Columns.texts(moves, move -> move.to().name()))
                .update();
        expect(moves.size(), moved);
    }

    /** ISSUED becomes SENDING: guarded, all or nothing. */
    void begin(MerchantId merchant, List<Begun> begun) {
        if (begun.isEmpty()) {
            return;
        }
        int moved = jdbc.sql("""
                update purchase_order p set status = 'SENDING', begun_at = b.begun_at, respond_by = b.respond_by
                from unnest(:ids::uuid[], :ats::timestamptz[], :respondBys::timestamptz[])
                     as b (id, begun_at, respond_by)
                where p.merchant_id = :merchant and p.id = b.id and p.status = 'ISSUED'
                """)
                .param("merchant", merchant.value())
                .param("ids", Columns.uuids(begun, row -> row.id().value()))
                .param("ats", Columns.instants(begun, Begun::at))
                .param("respondBys", Columns.instants(begun, Begun::respondBy))
                .update();
        expect(begun.size(), moved);
    }

    /** What was on its way is there; an answer that overtook our own writing keeps its status. */
    void sent(MerchantId merchant, List<Sent> sent) {
        if (sent.isEmpty()) {
            return;
        }
        int moved = jdbc.sql("""
                update purchase_order p
                set status = case when p.status in ('SENDING', 'UNDELIVERED', 'UNKNOWN') then 'SENT' else p.status end,
                    sent_at = coalesce(p.sent_at, s.sent_at),
                    respond_by = s.respond_by
                from unnest(:ids::uuid[], :ats::timestamptz[], :respondBys::timestamptz[])
                     as s (id, sent_at, respond_by)
                where p.merchant_id = :merchant and p.id = s.id
                """)
                .param("merchant", merchant.value())
                .param("ids", Columns.uuids(sent, row -> row.id().value()))
                .param("ats", Columns.instants(sent, Sent::at))
                .param("respondBys", Columns.instants(sent, Sent::respondBy))
                .update();
        expect(sent.size(), moved);
    }

    /** The suppliers were reminded and have until then to answer. */
    void reminded(MerchantId merchant, Map<PurchaseOrderId, Instant> respondBy, Instant at) {
        List<PurchaseOrderId> ids = List.copyOf(respondBy.keySet());
        int moved = jdbc.sql("""
                update purchase_order p set reminded_at = :at, respond_by = r.respond_by
                from unnest(:ids::uuid[], :respondBys::timestamptz[]) as r (id, respond_by)
                where p.merchant_id = :merchant and p.id = r.id
                """)
                .param("at", SqlArrays.instant(at))
                .param("merchant", merchant.value())
                .param("ids", uuids(ids))
                .param("respondBys", Columns.instants(ids, respondBy::get))
                .update();
        expect(ids.size(), moved);
    }

    /** Writes what an answer, a shipment or a cancellation led to on one locked row. */
    void close(MerchantId merchant, Closing closing) {
        int moved = jdbc.sql("""
                update purchase_order set status = :status, sent_at = :sentAt, answered_at = :answeredAt
                where merchant_id = :merchant and id = :id
                """)
                .param("status", closing.status().name())
                .param("sentAt", SqlArrays.instant(closing.sentAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("answeredAt", SqlArrays.instant(closing.answeredAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("merchant", merchant.value())
                .param("id", closing.id().value())
                .update();
        expect(1, moved);
    }

    /** The supplier agreed to ship as asked: the next version of a locked row. */
    void amend(MerchantId merchant, PurchaseOrder head, Amendment agreed) {
        int moved = jdbc.sql("""
                update purchase_order set version = version + 1, customer_record = :record, ship_country = :country,
                                          ship_method = :method
                where merchant_id = :merchant and id = :id and version = :version
                """)
                .param("record", agreed.customerRecord())
                .param("country", agreed.shipCountry())
                .param("method", agreed.shipMethod(), Types.VARCHAR)
                .param("merchant", merchant.value())
                .param("id", head.id().value())
                .param("version", head.version())
                .update();
        expect(1, moved);
    }

    /** The supplier took its answer back: it owes one again, and may be reminded again. */
    void reopen(MerchantId merchant, PurchaseOrderId id, Instant respondBy) {
        int moved = jdbc.sql("""
                update purchase_order set status = 'SENT', answered_at = null, reminded_at = null,
                       respond_by = :respondBy
                where merchant_id = :merchant and id = :id
                  and status in ('SENT', 'ACKNOWLEDGED', 'PARTLY_REJECTED')
                """)
                .param("respondBy", SqlArrays.instant(respondBy))
                .param("merchant", merchant.value())
                .param("id", id.value())
                .update();
        expect(1, moved);
    }

    /** One that counted as sent did not arrive: nothing runs against the supplier until it is sent again. */
    void cameBack(MerchantId merchant, PurchaseOrderId id, PurchaseOrderStatus to) {
        expect(
                1,
                jdbc.sql("""
                update purchase_order set status = :to, sent_at = null, reminded_at = null
                where merchant_id = :merchant and id = :id and status = 'SENT'
                """)
                        .param("to", to.name())
                        .param("merchant", merchant.value())
                        .param("id", id.value())
                        .update());
    }

    /** The answers are expected later than agreed: the suppliers are away. */
    void postpone(MerchantId merchant, Map<PurchaseOrderId, Instant> respondBy) {
        List<PurchaseOrderId> ids = List.copyOf(respondBy.keySet());
        int moved = jdbc.sql("""
                update purchase_order p set respond_by = r.respond_by
                from unnest(:ids::uuid[], :respondBys::timestamptz[]) as r (id, respond_by)
                where p.merchant_id = :merchant and p.id = r.id
                """)
                .param("merchant", merchant.value())
                .param("ids", uuids(ids))
                .param("respondBys", Columns.instants(ids, respondBy::get))
                .update();
        expect(ids.size(), moved);
    }

    private static void expect(int wanted, int moved) {
        if (moved != wanted) {
            throw new IllegalStateException("moved " + moved + " purchase orders of " + wanted);
        }
    }

    private static Object uuids(Collection<PurchaseOrderId> ids) {
        return Columns.uuids(ids, PurchaseOrderId::value);
    }

    private static PurchaseOrder read(ResultSet row, int number) throws SQLException {
        return new PurchaseOrder(
                new PurchaseOrderId(row.getObject("id", UUID.class)),
                row.getString("number"),
                row.getInt("version"),
                PurchaseOrderStatus.valueOf(row.getString("status")),
                new SalesOrderId(row.getObject("sales_order_id", UUID.class)),
                new SupplierId(row.getObject("supplier_id", UUID.class)),
                new StoreId(row.getObject("store_id", UUID.class)),
                row.getString("store_order_id"),
                row.getString("store_order_name"),
                row.getObject("customer_record", UUID.class),
                new SubjectId(row.getObject("subject_id", UUID.class)),
                row.getString("ship_from"),
                row.getString("ship_country"),
                row.getString("ship_method"),
                row.getString("currency"),
                instant(row, "issued_at"),
                instant(row, "send_after"),
                Columns.maybe(row, "begun_at"),
                Columns.maybe(row, "respond_by"),
                Columns.maybe(row, "sent_at"),
                Columns.maybe(row, "reminded_at"),
                Columns.maybe(row, "answered_at"),
                row.getString("instructions"),
                row.getObject("order_instruction", Integer.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
