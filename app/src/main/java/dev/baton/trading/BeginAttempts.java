package dev.baton.trading;

import dev.baton.platform.MerchantId;
import dev.baton.platform.documents.DocumentId;
import dev.baton.platform.documents.Documents;
import dev.baton.platform.documents.NewDocument;
import dev.baton.platform.documents.RetentionClass;
import dev.baton.platform.documents.StoredDocument;
import dev.baton.platform.documents.SubjectId;
import dev.baton.platform.documents.SubjectKey;
import dev.baton.platform.documents.Subjects;
import dev.baton.platform.work.LeasedWork;
import dev.baton.suppliers.ChannelSecrets;
import dev.baton.suppliers.RestChannel;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.SettleTransmissions.Settled;
import dev.baton.trading.Transmissions.Beginning;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stores the bytes of a first attempt, reads those of a later one, and counts attempts before anything leaves. */
@Component
class BeginAttempts {

    private final Documents documents;
    private final Subjects subjects;
    private final ChannelSecrets secrets;
    private final Transmissions transmissions;
    private final TransmissionAttempts attempts;
    private final Clock clock;

    BeginAttempts(
            Documents documents,
            Subjects subjects,
            ChannelSecrets secrets,
            Transmissions transmissions,
            TransmissionAttempts attempts,
            Clock clock) {
        this.documents = documents;
        this.subjects = subjects;
        this.secrets = secrets;
        this.transmissions = transmissions;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * An attempt to come.
     *
     * @param body what was rendered just now; null = the stored bytes are sent again
     */
    record Prepared(Transmission row, byte @Nullable [] body) {}

    /** One whose bytes are known and stored. */
    private record Stored(Transmission row, DocumentId document, byte[] body, SubjectKey customer) {}

    /** Answers the attempts that begin; the others are added to {@code settled}. Needs an open transaction. */
    List<Outgoing> begin(
            MerchantId merchant,
            List<Prepared> prepared,
            Map<SupplierId, SupplierTerms> suppliers,
            Map<TransmissionId, LeasedWork> work,
            List<Settled> settled) {
        if (prepared.isEmpty()) {
            return List.of();
        }
        Map<SubjectId, SubjectKey> customers = subjects.keys(
                merchant, prepared.stream().map(each -> each.row().subject()).toList());
        List<Stored> stored = new ArrayList<>(storeFresh(merchant, prepared, customers, settled));
        stored.addAll(readAgain(merchant, prepared, customers, settled));
        Instant now = clock.instant();
        Set<TransmissionId> begun = transmissions.begin(
                merchant,
                stored.stream()
                        .map(each -> new Beginning(
                                each.row().id(), each.document(), each.row().attempts() + 1))
                        .toList(),
                now);
        recordLost(merchant, stored, begun, now);
        Map<SupplierId, String> keys = new HashMap<>();
        List<Outgoing> outgoing = new ArrayList<>();
        for (Stored each : stored) {
            SupplierId supplier = each.row().supplier();
            RestChannel channel =
                    Objects.requireNonNull(suppliers.get(supplier)).channel();
            LeasedWork item = Objects.requireNonNull(work.get(each.row().id()));
            if (!begun.contains(each.row().id()) || channel == null) {
                settled.add(new Settled(each.row(), new Step.Finish()));
                continue;
            }
            outgoing.add(new Outgoing(
                    item,
                    each.row(),
                    each.row().attempts() + 1,
                    each.body(),
                    channel.url(),
                    keys.computeIfAbsent(supplier, id -> secrets.signingSecret(merchant, id)),
                    each.customer(),
                    now));
        }
        return outgoing;
    }

    private List<Stored> storeFresh(
            MerchantId merchant, List<Prepared> prepared, Map<SubjectId, SubjectKey> customers, List<Settled> settled) {
        List<Transmission> rows = new ArrayList<>();
        List<NewDocument> fresh = new ArrayList<>();
        List<SubjectKey> keys = new ArrayList<>();
        for (Prepared each : prepared) {
            SubjectKey customer = customers.get(each.row().subject());
            byte[] body = each.body();
            if (customer == null) {
                settled.add(new Settled(each.row(), new Step.Park("the customer's data was erased")));
            } else if (body != null) {
                rows.add(each.row());
                keys.add(customer);
                fresh.add(document(each.row(), body, customer));
            }
        }
        List<DocumentId> ids = documents.storeAll(merchant, fresh);
        List<Stored> stored = new ArrayList<>();
        Map<DocumentId, SubjectId> people = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            stored.add(new Stored(rows.get(i), ids.get(i), fresh.get(i).bytes(), keys.get(i)));
            people.put(ids.get(i), rows.get(i).subject());
        }
        documents.link(merchant, people);
        return stored;
    }

    private static NewDocument document(Transmission row, byte[] body, SubjectKey customer) {
        // both values are made of digits, letters, dots and dashes: nothing in them needs escaping
        String headers = "{\"webhook-id\":\"" + row.id().webhookId() + "\",\"idempotency-key\":\""
                + row.idempotencyKey() + "\"}";
        return new NewDocument(
                "application/json",
                headers,
                body,
                RetentionClass.SUPPLIER_EXCHANGE,
                row.kind() + "/" + PurchaseOrderDocument.SCHEMA_VERSION,
                customer);
    }

    private List<Stored> readAgain(
            MerchantId merchant, List<Prepared> prepared, Map<SubjectId, SubjectKey> customers, List<Settled> settled) {
        List<Transmission> rows = prepared.stream()
                .filter(each -> each.body() == null)
                .map(Prepared::row)
                .filter(row -> customers.containsKey(row.subject()))
                .toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<DocumentId, StoredDocument> found = documents.readAll(
                merchant,
                rows.stream().map(row -> Objects.requireNonNull(row.document())).toList());
        List<Stored> stored = new ArrayList<>();
        for (Transmission row : rows) {
            DocumentId id = Objects.requireNonNull(row.document());
            StoredDocument document = found.get(id);
            SubjectKey customer = customers.get(row.subject());
            if (document == null || customer == null) {
                settled.add(new Settled(row, new Step.Park("its bytes are not stored any more")));
            } else {
                stored.add(new Stored(row, id, document.bytes(), customer));
            }
        }
        return stored;
    }

    /** An attempt whose end nobody wrote down: the node that made it was lost, and the supplier may have it. */
    private void recordLost(MerchantId merchant, List<Stored> stored, Set<TransmissionId> begun, Instant now) {
        List<Attempt> lost = new ArrayList<>();
        for (Stored each : stored) {
            Transmission row = each.row();
            Instant began = row.attemptedAt();
            if (row.recorded() < row.attempts() && began != null && begun.contains(row.id())) {
                lost.add(new Attempt(row.id(), row.attempts(), began, now, AttemptOutcome.NODE_LOST, null, null, null));
            }
        }
        attempts.insertAll(merchant, lost);
    }
}
