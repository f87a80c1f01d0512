package dev.baton.purchasing;

import dev.baton.orders.AllocationId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tables of cancellation questions; every method needs an open transaction of the merchant. A question is
 * only written by who holds the lock of its purchase order.
 */
@Component
class Cancellations {

    private static final String SELECT = """
            select id, purchase_order_id, ordinal, status, reason, asked_at, respond_by, answered_at, answer_reason,
                   for_others
            from cancellation
            """;

    private final JdbcClient jdbc;

    Cancellations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All questions about the given purchase orders, oldest first each. */
    Map<PurchaseOrderId, List<Cancellation>> of(MerchantId merchant, Collection<PurchaseOrderId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(SELECT + """
                where merchant_id = :merchant and purchase_order_id = any(:ids::uuid[])
                order by merchant_id, purchase_order_id, ordinal
                """)
                .param("merchant", merchant.value())
                .param("ids", Columns.uuids(ids, PurchaseOrderId::value))
                .query(Cancellations::read)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Cancellation::purchaseOrder));
    }

    List<Cancellation> findAll(MerchantId merchant, Collection<CancellationId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SELECT + """
                where merchant_id = :merchant and id = any(:ids::uuid[])
                order by merchant_id, id
                """)
                .param("merchant", merchant.value())
                .param("ids", uuids(ids))
                .query(Cancellations::read)
                .list();
    }

    Map<CancellationId, List<CancellationLine>> lines(MerchantId merchant, Collection<CancellationId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                select cancellation_id, request_id, line, allocation_id, quantity, cancelled
                from cancellation_line
                where merchant_id = :merchant and cancellation_id = any(:ids::uuid[])
                order by merchant_id, cancellation_id, line, request_id
                """)
                .param("merchant", merchant.value())
                .param("ids", uuids(ids))
                .query((row, number) -> new CancellationLine(
                        new CancellationId(row.getObject("cancellation_id", UUID.class)),
                        row.getObject("request_id", UUID.class),
                        row.getInt("line"),
                        new AllocationId(row.getObject("allocation_id", UUID.class)),
                        row.getInt("quantity"),
                        row.getInt("cancelled")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(CancellationLine::cancellation));
    }

    void insertAll(MerchantId merchant, List<Cancellation> rows) {
        jdbc.sql("""
                insert into cancellation (merchant_id, id, purchase_order_id, ordinal, status, reason, asked_at,
                                          respond_by, for_others)
                select :merchant, c.id, c.purchase_order_id, c.ordinal, c.status, c.reason, c.asked_at, c.respond_by,
                       c.for_others = 1
                from unnest(:ids::uuid[], :purchaseOrders::uuid[], :ordinals::int[], :statuses::text[],
                            :reasons::text[], :askedAts::timestamptz[], :respondBys::timestamptz[], :forOthers::int[])
                     as c (id, purchase_order_id, ordinal, status, reason, asked_at, respond_by, for_others)
                """)
                .param("merchant", merchant.value())
                .param("ids", Columns.uuids(rows, row -> row.id().value()))
                .param(
                        "purchaseOrders",
                        Columns.uuids(rows, row -> row.purchaseOrder().value()))
                .param("ordinals", Columns.ints(rows, Cancellation::ordinal))
                .param("statuses", Columns.texts(rows, row -> row.status().name()))
                .param("reasons", Columns.texts(rows, Cancellation::reason))
                .param("askedAts", Columns.instants(rows, Cancellation::askedAt))
                .param("respondBys", Columns.instants(rows, Cancellation::respondBy))
                .param("forOthers", Columns.ints(rows, row -> row.forOthers() ? 1 : 0))
                .update();
    }

    void insertLines(MerchantId merchant, List<CancellationLine> rows) {
        jdbc.sql("""
                insert into cancellation_line (merchant_id, cancellation_id, request_id, line, allocation_id, quantity,
                                               cancelled)
                select :merchant, l.cancellation_id, l.request_id, l.line, l.allocation_id, l.quantity, 0
                from unnest(:cancellations::uuid[], :requests::uuid[], :lines::int[], :allocations::uuid[],
                            :quantities::int[])
                     as l (cancellation_id, request_id, line, allocation_id, quantity)
                """)
                .param("merchant", merchant.value())
                .param(
                        "cancellations",
                        Columns.uuids(rows, row -> row.cancellation().value()))
                .param("requests", Columns.uuids(rows, CancellationLine::request))
                .param("lines", Columns.ints(rows, CancellationLine::line))
                .param(
                        "allocations",
                        Columns.uuids(rows, row -> row.allocation().value()))
                .param("quantities", Columns.ints(rows, CancellationLine::quantity))
                .update();
    }

    /** Units that questions not yet settled ask for are to go to nobody. */
    void notForOthers(MerchantId merchant, Collection<PurchaseOrderId> purchaseOrders) {
        jdbc.sql("""
                update cancellation set for_others = false
                where merchant_id = :merchant and purchase_order_id = any(:ids::uuid[])
                  and status in ('OPEN', 'WAITING') and for_others
                """)
                .param("merchant", merchant.value())
                .param("ids", Columns.uuids(purchaseOrders, PurchaseOrderId::value))
                .update();
    }

    /** A waiting question becomes the open one. */
    void open(MerchantId merchant, CancellationId id, Instant respondBy) {
        int opened = jdbc.sql("""
                update cancellation set status = 'OPEN', respond_by = :respondBy
                where merchant_id = :merchant and id = :id and status = 'WAITING'
                """)
                .param("respondBy", SqlArrays.instant(respondBy))
                .param("merchant", merchant.value())
                .param("id", id.value())
                .update();
        expectOne(opened);
    }

    void close(
            MerchantId merchant,
            CancellationId id,
            Cancellation.Status status,
            Instant answeredAt,
            @Nullable String answerReason) {
        int closed = jdbc.sql("""
                update cancellation set status = :status, answered_at = :answeredAt, answer_reason = :answerReason
                where merchant_id = :merchant and id = :id and status in ('OPEN', 'WAITING')
                """)
                .param("status", status.name())
                .param("answeredAt", SqlArrays.instant(answeredAt))
                .param("answerReason", answerReason, Types.VARCHAR)
                .param("merchant", merchant.value())
                .param("id", id.value())
                .update();
        expectOne(closed);
    }

    /** Writes how many units of each line the supplier leaves out. */
    void writeCancelled(MerchantId merchant, List<CancellationLine> rows) {
        jdbc.sql("""
                update cancellation_line l set cancelled = c.cancelled
                from unnest(:cancellations::uuid[], :requests::uuid[], :lines::int[], :cancelled::int[])
                     as c (cancellation_id, request_id, line, cancelled)
                where l.merchant_id = :merchant and l.cancellation_id = c.cancellation_id
                  and l.request_id = c.request_id and l.line = c.line
                """)
                .param("merchant", merchant.value())
                .param(
                        "cancellations",
                        Columns.uuids(rows, row -> row.cancellation().value()))
                .param("requests", Columns.uuids(rows, CancellationLine::request))
                .param("lines", Columns.ints(rows, CancellationLine::line))
                .param("cancelled", Columns.ints(rows, CancellationLine::cancelled))
                .update();
    }

    private static void expectOne(int changed) {
        if (changed != 1) {
            throw new IllegalStateException("the cancellation question is not where it was read");
        }
    }

    private static Object uuids(Collection<CancellationId> ids) {
        return Columns.uuids(ids, CancellationId::value);
    }

    private static Cancellation read(ResultSet row, int number) throws SQLException {
        return new Cancellation(
                new CancellationId(row.getObject("id", UUID.class)),
                new PurchaseOrderId(row.getObject("purchase_order_id", UUID.class)),
                row.getInt("ordinal"),
                Cancellation.Status.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                Columns.maybe(row, "respond_by"),
                Columns.maybe(row, "answered_at"),
                row.getString("answer_reason"),
                row.getBoolean("for_others"));
    }
}
