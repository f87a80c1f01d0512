package dev.baton.trading;

import dev.baton.platform.MerchantId;
import dev.baton.platform.documents.DocumentId;
import dev.baton.platform.documents.Documents;
import dev.baton.platform.documents.StoredDocument;
import dev.baton.platform.work.Work;
import dev.baton.purchasing.PurchaseOrderId;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Documents on their way as others read them; every method needs an open transaction of the merchant. */
@Component
public class TransmissionLookup {

    /** Above every id: a page from the newest on. */
    private static final UUID TOP = new UUID(-1L, -1L);

    private final Transmissions transmissions;
    private final TransmissionAttempts attempts;
    private final Documents documents;
    private final Work work;
    private final JdbcClient jdbc;

    TransmissionLookup(
            Transmissions transmissions,
            TransmissionAttempts attempts,
            Documents documents,
            Work work,
            JdbcClient jdbc) {
        this.transmissions = transmissions;
        this.attempts = attempts;
        this.documents = documents;
        this.work = work;
        this.jdbc = jdbc;
    }

    /** One with its attempts. */
    public Optional<TransmissionView> find(MerchantId merchant, TransmissionId id) {
        return views(merchant, transmissions.find(merchant, List.of(id))).stream()
                .findFirst();
    }

    /** The purchase orders the given transmissions are about, by their ids; what is none of them is absent. */
    public Map<UUID, PurchaseOrderId> purchaseOrders(MerchantId merchant, Collection<UUID> ids) {
        return transmissions
                .find(merchant, ids.stream().map(TransmissionId::new).toList())
                .stream()
                .collect(Collectors.toMap(each -> each.id().value(), Transmission::purchaseOrder));
    }

    /** What was sent about one purchase order, oldest first. */
    public List<TransmissionView> ofPurchaseOrder(MerchantId merchant, PurchaseOrderId purchaseOrder) {
        return views(merchant, transmissions.ofPurchaseOrders(merchant, List.of(purchaseOrder)));
    }

    /**
     * Newest first.
     *
     * @param statuses only these, at least one
     * @param below the last id of the page before; null = from the newest on
     */
    public List<TransmissionView> page(
            MerchantId merchant, Set<TransmissionStatus> statuses, @Nullable TransmissionId below, int limit) {
        return views(merchant, transmissions.page(merchant, statuses, below(below), limit));
    }

    /** What waits for a person, refused or parked, newest first; reminders never do. */
    public List<TransmissionView> pageForAPerson(MerchantId merchant, @Nullable TransmissionId below, int limit) {
        return views(merchant, transmissions.pageForAPerson(merchant, below(below), limit));
    }

    /** The very bytes every attempt sends; empty when nothing was rendered or the customer was erased. */
    public Optional<StoredDocument> document(MerchantId merchant, TransmissionId id) {
        return transmissions.find(merchant, List.of(id)).stream()
                .findFirst()
                .map(Transmission::document)
                .flatMap(document -> read(merchant, document));
    }

    /** What the supplier replied to an attempt, cut at 16 KiB; empty when it said nothing or there is no such attempt. */
    public Optional<StoredDocument> reply(MerchantId merchant, TransmissionId id, int attempt) {
        return attempts.of(merchant, List.of(id)).getOrDefault(id, List.of()).stream()
                .filter(each -> each.attempt() == attempt)
                .findFirst()
                .map(Attempt::reply)
                .flatMap(document -> read(merchant, document));
    }

    /**
     * The purchase order as JSON, for the supplier to read again: what was sent, or what stands beside its mail; empty
     * before it was begun.
     */
    public Optional<StoredDocument> purchaseOrderDocument(MerchantId merchant, PurchaseOrderId purchaseOrder) {
        return transmissions.ofPurchaseOrders(merchant, List.of(purchaseOrder)).stream()
                .filter(row -> row.kind() == TransmissionKind.PURCHASE_ORDER)
                .reduce((earlier, later) -> later)
                .flatMap(row -> transmissions.facts(merchant, row.id()).or(() -> Optional.ofNullable(row.document())))
                .flatMap(document -> read(merchant, document));
    }

    /** How many purchase order documents there are of each status. Reads all of the merchant's. */
    public Map<TransmissionStatus, Long> counts(MerchantId merchant) {
        Map<TransmissionStatus, Long> counts = new EnumMap<>(TransmissionStatus.class);
        jdbc.sql("""
                select status, count(*) as many
                from transmission
                where merchant_id = :merchant and kind = 'PURCHASE_ORDER'
                group by status
                """).param("merchant", merchant.value()).query(row -> {
            counts.put(TransmissionStatus.valueOf(row.getString("status")), row.getLong("many"));
        });
        return counts;
    }

    /** How many documents of any kind wait for a person. */
    public long countForAPerson(MerchantId merchant) {
        return jdbc.sql("""
                select count(*)
                from transmission
                where merchant_id = :merchant and reason is not null and status in ('REFUSED', 'PARKED')
                  and kind <> 'REMINDER'
                """)
                .param("merchant", merchant.value())
                .query(Long.class)
                .single();
    }

    private Optional<StoredDocument> read(MerchantId merchant, DocumentId document) {
        return Optional.ofNullable(
                documents.readAll(merchant, List.of(document)).get(document));
    }

    private List<TransmissionView> views(MerchantId merchant, Collection<Transmission> rows) {
        Map<TransmissionId, List<Attempt>> ofEach =
                attempts.of(merchant, rows.stream().map(Transmission::id).toList());
        Map<UUID, Instant> due = work.due(
                merchant,
                SendTransmissions.KIND,
                rows.stream()
                        .filter(row -> row.status().open())
                        .map(row -> row.id().value())
                        .toList());
        return rows.stream()
                .map(row -> new TransmissionView(
                        row,
                        ofEach.getOrDefault(row.id(), List.of()),
                        due.get(row.id().value())))
                .toList();
    }

    private static UUID below(@Nullable TransmissionId below) {
        return below == null ? TOP : below.value();
    }
}
