package dev.baton.purchasing;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.purchasing.Amendment.Decision;
import dev.baton.purchasing.Amendment.Status;
import dev.baton.suppliers.SupplierId;
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
 * The table of amendment questions; every method needs an open transaction of the merchant. A question is only
 * written by who holds the lock of its purchase order.
 */
@Component
class Amendments {

    private static final String SELECT = """
            select id, purchase_order_id, ordinal, status, changes, customer_record, ship_country, ship_method,
                   planned_at, asked_at, respond_by, reminded_at, answered_at, answer_reason, decision, decision_note,
                   decided_at
            from amendment
            """;

    private final JdbcClient jdbc;

    Amendments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All questions about the given purchase orders, oldest first each. */
    Map<PurchaseOrderId, List<Amendment>> of(MerchantId merchant, Collection<PurchaseOrderId> ids) {
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
                .query(Amendments::read)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Amendment::purchaseOrder));
    }

    List<Amendment> findAll(MerchantId merchant, Collection<AmendmentId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SELECT + """
                where merchant_id = :merchant and id = any(:ids::uuid[])
                order by merchant_id, id
                """)
                .param("merchant", merchant.value())
                .param("ids", Columns.uuids(ids, AmendmentId::value))
                .query(Amendments::read)
                .list();
    }

    /** Those that stand or those that are over, newest first, below the given id. */
    List<Amendment> page(MerchantId merchant, boolean live, UUID below, int limit) {
        return jdbc.sql(SELECT + """
                where merchant_id = :merchant and id < :below and (status in ('PLANNED', 'ASKED', 'HELD')) = :live
                order by merchant_id desc, id desc
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("below", below)
                .param("live", live)
                .param("limit", limit)
                .query(Amendments::read)
                .list();
    }

    /** As above, of what one supplier was asked. */
    List<Amendment> pageOfSupplier(MerchantId merchant, SupplierId supplier, boolean live, UUID below, int limit) {
        return jdbc.sql(SELECT + """
                where merchant_id = :merchant and id < :below and (status in ('PLANNED', 'ASKED', 'HELD')) = :live
                  and asked_at is not null
                  and exists (select 1 from purchase_order p
                              where p.merchant_id = :merchant and p.id = amendment.purchase_order_id
                                and p.supplier_id = :supplier)
                order by merchant_id desc, id desc
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("below", below)
                .param("live", live)
                .param("supplier", supplier.value())
                .param("limit", limit)
                .query(Amendments::read)
                .list();
    }

    /** Writes one that has just been found necessary, not asked yet. */
    void insert(MerchantId merchant, Amendment row) {
        jdbc.sql("""
                insert into amendment (merchant_id, id, purchase_order_id, ordinal, status, changes, customer_record,
                                       ship_country, ship_method, planned_at)
                values (:merchant, :id, :purchaseOrder, :ordinal, :status, :changes, :record, :country, :method,
                        :plannedAt)
                """)
                .param("merchant", merchant.value())
                .param("id", row.id().value())
                .param("purchaseOrder", row.purchaseOrder().value())
                .param("ordinal", row.ordinal())
                .param("status", row.status().name())
                .param("changes", AmendedFact.written(row.changes()))
                .param("record", row.customerRecord())
                .param("country", row.shipCountry())
                .param("method", row.shipMethod(), Types.VARCHAR)
                .param("plannedAt", SqlArrays.instant(row.plannedAt()))
                .update();
    }

    /** What was not asked yet asks something else now. */
    void rewrite(MerchantId merchant, Amendment row) {
        expectOne(jdbc.sql("""
                update amendment set status = :status, changes = :changes, customer_record = :record,
                                     ship_country = :country, ship_method = :method
                where merchant_id = :merchant and id = :id and status in ('PLANNED', 'HELD')
                """)
                .param("status", row.status().name())
                .param("changes", AmendedFact.written(row.changes()))
                .param("record", row.customerRecord())
                .param("country", row.shipCountry())
                .param("method", row.shipMethod(), Types.VARCHAR)
                .param("merchant", merchant.value())
                .param("id", row.id().value())
                .update());
    }

    /** PLANNED becomes ASKED: from now on the supplier may know of it. */
    void begin(MerchantId merchant, AmendmentId id, Instant askedAt, Instant respondBy) {
        expectOne(jdbc.sql("""
                update amendment set status = 'ASKED', asked_at = :askedAt, respond_by = :respondBy
                where merchant_id = :merchant and id = :id and status = 'PLANNED'
                """)
                .param("askedAt", SqlArrays.instant(askedAt))
                .param("respondBy", SqlArrays.instant(respondBy))
                .param("merchant", merchant.value())
                .param("id", id.value())
                .update());
    }

    /** The supplier was reminded and has until then to answer. */
    void reminded(MerchantId merchant, AmendmentId id, Instant at, Instant respondBy) {
        expectOne(jdbc.sql("""
                update amendment set reminded_at = :at, respond_by = :respondBy
                where merchant_id = :merchant and id = :id and status = 'ASKED' and reminded_at is null
                """)
                .param("at", SqlArrays.instant(at))
                .param("respondBy", SqlArrays.instant(respondBy))
                .param("merchant", merchant.value())
                .param("id", id.value())
                .update());
    }

    /** Ends a question; {@code from} is where it was read. What the supplier answered before stays written. */
    void end(MerchantId merchant, Amendment from, Status to, Instant at, @Nullable String reason) {
        expectOne(jdbc.sql("""
                update amendment set status = :to, answered_at = coalesce(answered_at, :at),
                                     answer_reason = coalesce(:reason, answer_reason)
                where merchant_id = :merchant and id = :id and status = :from
                """)
                .param("to", to.name())
                .param("at", SqlArrays.instant(at))
                .param("reason", reason, Types.VARCHAR)
                .param("merchant", merchant.value())
                .param("id", from.id().value())
                .param("from", from.status().name())
                .update());
    }

    /** A person decided; what stood open ends with it. */
    void decide(MerchantId merchant, Amendment from, Decision decision, @Nullable String note, Instant at) {
        Status to = from.status().live() ? Status.DECIDED : from.status();
        expectOne(jdbc.sql("""
                update amendment set status = :to, decision = :decision, decision_note = :note, decided_at = :at
                where merchant_id = :merchant and id = :id and status = :from and decision is null
                """)
                .param("to", to.name())
                .param("decision", decision.name())
                .param("note", note, Types.VARCHAR)
                .param("at", SqlArrays.instant(at))
                .param("merchant", merchant.value())
                .param("id", from.id().value())
                .param("from", from.status().name())
                .update());
    }

    private static void expectOne(int changed) {
        if (changed != 1) {
            throw new IllegalStateException("the amendment question is not where it was read");
        }
    }

    private static Amendment read(ResultSet row, int number) throws SQLException {
        String decision = row.getString("decision");
        return new Amendment(
                new AmendmentId(row.getObject("id", UUID.class)),
                new PurchaseOrderId(row.getObject("purchase_order_id", UUID.class)),
                row.getInt("ordinal"),
                Status.valueOf(row.getString("status")),
                AmendedFact.read(row.getString("changes")),
                row.getObject("customer_record", UUID.class),
                row.getString("ship_country"),
                row.getString("ship_method"),
                row.getObject("planned_at", OffsetDateTime.class).toInstant(),
                Columns.maybe(row, "asked_at"),
                Columns.maybe(row, "respond_by"),
                Columns.maybe(row, "reminded_at"),
                Columns.maybe(row, "answered_at"),
                row.getString("answer_reason"),
                decision == null ? null : Decision.valueOf(decision),
                row.getString("decision_note"),
                Columns.maybe(row, "decided_at"));
    }
}
