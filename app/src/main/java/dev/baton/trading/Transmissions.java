package dev.baton.trading;

import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.documents.DocumentId;
import dev.baton.platform.documents.SubjectId;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.suppliers.SupplierId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of transmissions; every method needs an open transaction of the merchant. */
@Component
class Transmissions {

    private static final String SELECT = """
            select id, kind, purchase_order_id, about_id, supplier_id, store_id, subject_id, idempotency_key, status,
                   planned_at, send_after, document_id, attempts, attempts_limit, attempted_at, recorded, closed_at,
                   reason, delivered_at
            from transmission
            """;

    /** An attempt that begins; the document is stored before. */
    record Beginning(
            TransmissionId id,
            DocumentId document,
            @Nullable DocumentId facts,
            int attempt) {}

    /**
     * What an attempt, or its impossibility, led to.
     *
     * @param free the attempt is not one of those after which a person decides
     */
    record Ending(
            TransmissionId id,
            TransmissionStatus status,
            @Nullable String reason,
            boolean free) {

        Ending(TransmissionId id, TransmissionStatus status, String reason) {
            this(id, status, reason, false);
        }
    }

    private final JdbcClient jdbc;

    Transmissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Plans; one that is planned already under its key stays as it is. Answers those that are new. */
    Set<TransmissionId> insertAll(MerchantId merchant, List<Transmission> rows) {
        List<TransmissionId> inserted = jdbc.sql("""
                insert into transmission (merchant_id, id, kind, purchase_order_id, about_id, supplier_id, store_id,
                                          subject_id, idempotency_key, status, planned_at, send_after, attempts,
                                          attempts_limit, recorded)
                select :merchant, t.id, t.kind, t.purchase_order_id, t.about_id, t.supplier_id, t.store_id,
                       t.subject_id, t.idempotency_key, 'PLANNED', t.planned_at, t.send_after, 0, :limit, 0
                from unnest(:ids::uuid[], :kinds::text[], :purchaseOrders::uuid[], :abouts::uuid[], :suppliers::uuid[],
                            :stores::uuid[], :subjects::uuid[], :keys::text[], :plannedAts::timestamptz[],
                            :sendAfters::timestamptz[])
                     as t (id, kind, purchase_order_id, about_id, supplier_id, store_id, subject_id, idempotency_key,
                           planned_at, send_after)
                on conflict (merchant_id, idempotency_key) do nothing
                returning id
                """)
                .param("merchant", merchant.value())
                .param("limit", Transmission.ATTEMPTS)
                .param("ids", Columns.uuids(rows, row -> row.id().value()))
                .param("kinds", Columns.texts(rows, row -> row.kind().name()))
                .param(
                        "purchaseOrders",
                        Columns.uuids(rows, row -> row.purchaseOrder().value()))
                .param("abouts", Columns.uuids(rows, Transmission::about))
                .param("suppliers", Columns.uuids(rows, row -> row.supplier().value()))
                .param("stores", Columns.uuids(rows, row -> row.store().value()))
                .param("subjects", Columns.uuids(rows, row -> row.subject().value()))
                .param("keys", Columns.texts(rows, Transmission::idempotencyKey))
                .param("plannedAts", Columns.instants(rows, Transmission::plannedAt))
                .param("sendAfters", Columns.instants(rows, Transmission::sendAfter))
                .query((row, number) -> new TransmissionId(row.getObject("id", UUID.class)))
                .list();
        return new HashSet<>(inserted);
    }

    List<Transmission> find(MerchantId merchant, Collection<TransmissionId> ids) {
        return jdbc.sql(SELECT + """
                where merchant_id = :merchant and id = any(:ids::uuid[])
                order by id
                """)
                .param("merchant", merchant.value())
                .param("ids", uuids(ids))
                .query(Transmissions::read)
                .list();
    }

    /** The documents about the given purchase orders, oldest first. */
    List<Transmission> ofPurchaseOrders(MerchantId merchant, Collection<PurchaseOrderId> purchaseOrders) {
        return jdbc.sql(SELECT + """
                where merchant_id = :merchant and purchase_order_id = any(:purchaseOrders::uuid[])
                order by id
                """)
                .param("merchant", merchant.value())
                .param("purchaseOrders", Columns.uuids(purchaseOrders, PurchaseOrderId::value))
                .query(Transmissions::read)
                .list();
    }

    /** The JSON beside a mail; empty when the document itself is JSON or nothing was rendered. */
    Optional<DocumentId> facts(MerchantId merchant, TransmissionId id) {
        return jdbc.sql("""
                select facts_document_id from transmission
                where merchant_id = :merchant and id = :id and facts_document_id is not null
                """)
                .param("merchant", merchant.value())
                .param("id", id.value())
                .query((row, number) -> new DocumentId(row.getObject("facts_document_id", UUID.class)))
                .optional();
    }

    /** As {@link #ofPurchaseOrders}, locked in key order. */
    List<Transmission> lockOfPurchaseOrders(MerchantId merchant, Collection<PurchaseOrderId> purchaseOrders) {
        return jdbc.sql(SELECT + """
                where merchant_id = :merchant and purchase_order_id = any(:purchaseOrders::uuid[])
                order by merchant_id, id
                for no key update
                """)
                .param("merchant", merchant.value())
                .param("purchaseOrders", Columns.uuids(purchaseOrders, PurchaseOrderId::value))
                .query(Transmissions::read)
                .list();
    }

    List<Transmission> lock(MerchantId merchant, Collection<TransmissionId> ids) {
        return jdbc.sql(SELECT + """
                where merchant_id = :merchant and id = any(:ids::uuid[])
                order by merchant_id, id
                for no key update
                """)
                .param("merchant", merchant.value())
                .param("ids", uuids(ids))
                .query(Transmissions::read)
                .list();
    }

    /** The one of that key. */
    Optional<Transmission> findByKey(MerchantId merchant, String key) {
        return jdbc.sql(SELECT + """
                where merchant_id = :merchant and idempotency_key = :key
                """)
                .param("merchant", merchant.value())
                .param("key", key)
                .query(Transmissions::read)
                .optional();
    }

    /** One that was sent turns out not to have arrived; false when it does not count as sent any more. */
    boolean cameBack(MerchantId merchant, TransmissionId id, String reason, Instant now) {
        return jdbc.sql("""
                update transmission set status = 'REFUSED', reason = :reason, closed_at = :now, delivered_at = null
                where merchant_id = :merchant and id = :id and status = 'SENT'
                """)
                        .param("reason", reason)
                        .param("now", SqlArrays.instant(now))
                        .param("merchant", merchant.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** A report says that the mail has arrived; the first report stays. */
    void reported(MerchantId merchant, TransmissionId id, Instant now) {
        jdbc.sql("""
                update transmission set delivered_at = :now
                where merchant_id = :merchant and id = :id and delivered_at is null
                """)
                .param("now", SqlArrays.instant(now))
                .param("merchant", merchant.value())
                .param("id", id.value())
                .update();
    }

    /** Newest first, below the given id, of these statuses. */
    List<Transmission> page(MerchantId merchant, Collection<TransmissionStatus> statuses, UUID below, int limit) {
        return jdbc.sql(SELECT + """
                where merchant_id = :merchant and id < :below and status = any(:statuses::text[])
                order by merchant_id desc, id desc
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("below", below)
                .param("statuses", Columns.texts(statuses, Enum::name))
                .param("limit", limit)
                .query(Transmissions::read)
                .list();
    }

    /** What waits for a person, newest first, below the given id. */
    List<Transmission> pageForAPerson(MerchantId merchant, UUID below, int limit) {
        return jdbc.sql(SELECT + """
                where merchant_id = :merchant and id < :below and reason is not null and status in ('REFUSED', 'PARKED')
                  and kind <> 'REMINDER'
                order by merchant_id desc, id desc
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("below", below)
                .param("limit", limit)
                .query(Transmissions::read)
                .list();
    }

    /** Begins attempts, guarded: one that was closed or begun by another meanwhile is absent from the answer. */
    Set<TransmissionId> begin(MerchantId merchant, List<Beginning> beginnings, Instant now) {
        List<TransmissionId> begun = jdbc.sql("""
                update transmission t
                set status = 'SENDING', document_id = b.document_id, attempts = b.attempt, attempted_at = :now,
                    facts_document_id = coalesce(b.facts_id, t.facts_document_id)
                from unnest(:ids::uuid[], :documents::uuid[], :facts::uuid[], :attempts::int[])
                     as b (id, document_id, facts_id, attempt)
                where t.merchant_id = :merchant and t.id = b.id and t.attempts = b.attempt - 1
                  and t.status in ('PLANNED', 'SENDING', 'UNKNOWN')
                returning t.id
                """)
                .param("merchant", merchant.value())
                .param("now", SqlArrays.instant(now))
                .param("ids", Columns.uuids(beginnings, row -> row.id().value()))
                .param(
                        "documents",
                        Columns.uuids(beginnings, row -> row.document().value()))
                .param(
                        "facts",
                        Columns.uuids(
                                beginnings,
                                row -> row.facts() == null ? null : row.facts().value()))
                .param("attempts", Columns.ints(beginnings, Beginning::attempt))
                .query((row, number) -> new TransmissionId(row.getObject("id", UUID.class)))
                .list();
        return new HashSet<>(begun);
    }

    /**
     * Writes where transmissions stand; what the supplier's own answer has closed meanwhile stays closed. Answers
     * where each stands now.
     */
    Map<TransmissionId, TransmissionStatus> end(MerchantId merchant, List<Ending> endings, Instant now) {
        Map<TransmissionId, TransmissionStatus> stands = new HashMap<>();
        if (endings.isEmpty()) {
            return stands;
        }
        jdbc.sql("""
                update transmission t
                set status = case when t.status in ('PLANNED', 'SENDING', 'UNKNOWN') then e.status else t.status end,
                    reason = e.reason,
                    recorded = t.attempts,
                    attempts_limit = t.attempts_limit + e.free,
                    closed_at = case when e.status in ('PLANNED', 'SENDING', 'UNKNOWN') then null else :now end
                from unnest(:ids::uuid[], :statuses::text[], :reasons::text[], :free::int[])
                     as e (id, status, reason, free)
                where t.merchant_id = :merchant and t.id = e.id
                returning t.id, t.status
                """)
                .param("merchant", merchant.value())
                .param("now", SqlArrays.instant(now))
                .param("ids", Columns.uuids(endings, row -> row.id().value()))
                .param("statuses", Columns.texts(endings, row -> row.status().name()))
                .param("reasons", Columns.texts(endings, Ending::reason))
                .param("free", Columns.ints(endings, row -> row.free() ? 1 : 0))
                .query(row -> {
                    stands.put(
                            new TransmissionId(row.getObject("id", UUID.class)),
                            TransmissionStatus.valueOf(row.getString("status")));
                });
        return stands;
    }

    /** Moves locked rows that came to rest by news from purchasing, whatever their status. */
    void close(MerchantId merchant, Collection<TransmissionId> ids, TransmissionStatus status, Instant now) {
        if (ids.isEmpty()) {
            return;
        }
        jdbc.sql("""
                update transmission set status = :status, closed_at = :now
                where merchant_id = :merchant and id = any(:ids::uuid[])
                """)
                .param("status", status.name())
                .param("now", SqlArrays.instant(now))
                .param("merchant", merchant.value())
                .param("ids", uuids(ids))
                .update();
    }

    /** Opens one for another round of attempts. */
    void reopen(MerchantId merchant, TransmissionId id, TransmissionStatus status) {
        jdbc.sql("""
                update transmission
                set status = :status, closed_at = null, reason = null, attempts_limit = attempts + :more
                where merchant_id = :merchant and id = :id
                """)
                .param("status", status.name())
                .param("more", Transmission.ATTEMPTS)
                .param("merchant", merchant.value())
                .param("id", id.value())
                .update();
    }

    private static Object uuids(Collection<TransmissionId> ids) {
        return Columns.uuids(ids, TransmissionId::value);
    }

    private static Transmission read(ResultSet row, int number) throws SQLException {
        UUID document = row.getObject("document_id", UUID.class);
        return new Transmission(
                new TransmissionId(row.getObject("id", UUID.class)),
                TransmissionKind.valueOf(row.getString("kind")),
                new PurchaseOrderId(row.getObject("purchase_order_id", UUID.class)),
                row.getObject("about_id", UUID.class),
                new SupplierId(row.getObject("supplier_id", UUID.class)),
                new StoreId(row.getObject("store_id", UUID.class)),
                new SubjectId(row.getObject("subject_id", UUID.class)),
                row.getString("idempotency_key"),
                TransmissionStatus.valueOf(row.getString("status")),
                row.getObject("planned_at", OffsetDateTime.class).toInstant(),
                row.getObject("send_after", OffsetDateTime.class).toInstant(),
                document == null ? null : new DocumentId(document),
                row.getInt("attempts"),
                row.getInt("attempts_limit"),
                maybe(row, "attempted_at"),
                row.getInt("recorded"),
                maybe(row, "closed_at"),
                row.getString("reason"),
                maybe(row, "delivered_at"));
    }

    private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
