package dev.baton.purchasing;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.purchasing.Recall.RecalledLine;
import dev.baton.purchasing.Recall.Status;
import dev.baton.suppliers.SupplierId;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tables of recalls; every method needs an open transaction of the merchant. One is only written by who holds the lock
 * of its purchase order.
 */
@Component
class Recalls {

    private static final String SELECT = """
            select id, purchase_order_id, supplier_id, shipment_id, ordinal, status, asked_at, respond_by, answered_at,
                   answer_reason, given_up_at
            from recall
            """;

    private final JdbcClient jdbc;

    Recalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All about one purchase order, oldest first. */
    List<Recall> of(MerchantId merchant, PurchaseOrderId id) {
        return read(merchant, jdbc.sql(SELECT + """
                where merchant_id = :merchant and purchase_order_id = :purchaseOrder
                order by ordinal
                """).param("purchaseOrder", id.value()));
    }

    List<Recall> findAll(MerchantId merchant, Collection<RecallId> ids) {
        return read(merchant, jdbc.sql(SELECT + """
                where merchant_id = :merchant and id = any(:ids::uuid[])
                order by merchant_id, id
                """).param("ids", Columns.uuids(ids, RecallId::value)));
    }

    List<Recall> ofShipments(MerchantId merchant, Collection<UUID> shipments) {
        if (shipments.isEmpty()) {
            return List.of();
        }
        return read(merchant, jdbc.sql(SELECT + """
                where merchant_id = :merchant and shipment_id = any(:shipments::uuid[])
                order by id
                """).param("shipments", SqlArrays.uuids(shipments)));
    }

    /** The faults of one supplier, newest first. */
    List<Recall> ofSupplier(MerchantId merchant, SupplierId supplier, int limit) {
        return read(
                merchant,
                jdbc.sql(SELECT + """
                where merchant_id = :merchant and supplier_id = :supplier
                order by id desc
                limit :limit
                """).param("supplier", supplier.value()).param("limit", limit));
    }

    long countOf(MerchantId merchant, SupplierId supplier) {
        return jdbc.sql("""
                select count(distinct purchase_order_id) from recall
                where merchant_id = :merchant and supplier_id = :supplier
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .query(Long.class)
                .single();
    }

    private List<Recall> read(MerchantId merchant, JdbcClient.StatementSpec statement) {
        List<Recall> heads = statement
                .param("merchant", merchant.value())
                .query((row, number) -> new Recall(
                        new RecallId(row.getObject("id", UUID.class)),
                        new PurchaseOrderId(row.getObject("purchase_order_id", UUID.class)),
                        new SupplierId(row.getObject("supplier_id", UUID.class)),
                        row.getObject("shipment_id", UUID.class),
                        row.getInt("ordinal"),
                        Status.valueOf(row.getString("status")),
                        Objects.requireNonNull(Columns.maybe(row, "asked_at")),
                        Objects.requireNonNull(Columns.maybe(row, "respond_by")),
                        Columns.maybe(row, "answered_at"),
                        row.getString("answer_reason"),
                        Columns.maybe(row, "given_up_at"),
                        List.of()))
                .list();
        if (heads.isEmpty()) {
            return heads;
        }
        Map<UUID, List<RecalledLine>> lines = lines(merchant, heads);
        return heads.stream()
                .map(head -> new Recall(
                        head.id(),
                        head.purchaseOrder(),
                        head.supplier(),
                        head.shipment(),
                        head.ordinal(),
                        head.status(),
                        head.askedAt(),
                        head.respondBy(),
                        head.answeredAt(),
                        head.answerReason(),
                        head.givenUpAt(),
                        lines.getOrDefault(head.id().value(), List.of())))
                .toList();
    }

    private Map<UUID, List<RecalledLine>> lines(MerchantId merchant, List<Recall> of) {
        Map<UUID, List<RecalledLine>> lines = new HashMap<>();
        jdbc.sql("""
                select recall_id, line, quantity, unit_cost_micros from recall_line
                where merchant_id = :merchant and recall_id = any(:ids::uuid[])
                order by merchant_id, recall_id, line
                """)
                .param("merchant", merchant.value())
                .param("ids", Columns.uuids(of, each -> each.id().value()))
                .query(row -> {
                    lines.computeIfAbsent(row.getObject("recall_id", UUID.class), id -> new ArrayList<>())
                            .add(new RecalledLine(
                                    row.getInt("line"), row.getInt("quantity"), row.getLong("unit_cost_micros")));
                });
        return lines;
    }

    void insert(MerchantId merchant, Recall row) {
        jdbc.sql("""
                insert into recall (merchant_id, id, purchase_order_id, supplier_id, shipment_id, ordinal, status,
                                    asked_at, respond_by)
                values (:merchant, :id, :purchaseOrder, :supplier, :shipment, :ordinal, :status, :askedAt, :respondBy)
                """)
                .param("merchant", merchant.value())
                .param("id", row.id().value())
                .param("purchaseOrder", row.purchaseOrder().value())
                .param("supplier", row.supplier().value())
                .param("shipment", row.shipment())
                .param("ordinal", row.ordinal())
                .param("status", row.status().name())
                .param("askedAt", SqlArrays.instant(row.askedAt()))
                .param("respondBy", SqlArrays.instant(row.respondBy()))
                .update();
        jdbc.sql("""
                insert into recall_line (merchant_id, recall_id, line, quantity, unit_cost_micros)
                select :merchant, :id, l.line, l.quantity, l.cost
                from unnest(:lines::int[], :quantities::int[], :costs::bigint[]) as l (line, quantity, cost)
                """)
                .param("merchant", merchant.value())
                .param("id", row.id().value())
                .param("lines", Columns.ints(row.lines(), RecalledLine::line))
                .param("quantities", Columns.ints(row.lines(), RecalledLine::quantity))
                .param(
                        "costs",
                        SqlArrays.longs(row.lines().stream()
                                .mapToLong(RecalledLine::unitCostMicros)
                                .toArray()))
                .update();
    }

    void answer(MerchantId merchant, RecallId id, Status to, Instant at, @Nullable String reason) {
        int changed = jdbc.sql("""
                update recall set status = :to, answered_at = :at, answer_reason = :reason
                where merchant_id = :merchant and id = :id and status = 'OPEN'
                """)
                .param("to", to.name())
                .param("at", SqlArrays.instant(at))
                .param("reason", reason, Types.VARCHAR)
                .param("merchant", merchant.value())
                .param("id", id.value())
                .update();
        if (changed != 1) {
            throw new IllegalStateException("the recall is not where it was read");
        }
    }

    void giveUp(MerchantId merchant, RecallId id, Instant at) {
        int changed = jdbc.sql("""
                update recall set given_up_at = :at
                where merchant_id = :merchant and id = :id and status = 'REFUSED' and given_up_at is null
                """)
                .param("at", SqlArrays.instant(at))
                .param("merchant", merchant.value())
                .param("id", id.value())
                .update();
        if (changed != 1) {
            throw new IllegalStateException("the recall is not where it was read");
        }
    }
}
