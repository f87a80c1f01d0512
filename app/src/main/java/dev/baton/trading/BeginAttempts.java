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
import dev.baton.suppliers.MailChannel;
import dev.baton.suppliers.RestChannel;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.SettleTransmissions.Settled;
import dev.baton.trading.Transmissions.Beginning;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
    record Prepared(Transmission row, @Nullable Rendering body) {}

    /** One whose bytes are known and stored. */
    private record Stored(
            Transmission row,
            DocumentId document,
            @Nullable DocumentId facts,
            byte[] body,
            String mediaType,
            SubjectKey customer) {}

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
        Map<TransmissionId, Way> ways = ways(merchant, stored, suppliers);
        stored.removeIf(each -> isStranded(each, ways, settled));
        Instant now = clock.instant();
        Set<TransmissionId> begun = transmissions.begin(
                merchant,
                stored.stream()
                        .map(each -> new Beginning(
                                each.row().id(),
                                each.document(),
                                each.facts(),
                                each.row().attempts() + 1))
                        .toList(),
                now);
        recordLost(merchant, stored, begun, now);
        List<Outgoing> outgoing = new ArrayList<>();
        for (Stored each : stored) {
            LeasedWork item = Objects.requireNonNull(work.get(each.row().id()));
            if (!begun.contains(each.row().id())) {
                settled.add(new Settled(each.row(), new Step.Finish()));
                continue;
            }
            outgoing.add(new Outgoing(
                    item,
                    each.row(),
                    each.row().attempts() + 1,
                    each.body(),
                    Objects.requireNonNull(ways.get(each.row().id())),
                    each.customer(),
                    now));
        }
        return outgoing;
    }

    private static boolean isStranded(Stored stored, Map<TransmissionId, Way> ways, List<Settled> settled) {
        if (ways.containsKey(stored.row().id())) {
            return false;
        }
        settled.add(new Settled(
                stored.row(), new Step.Park("it was written for another channel of the supplier, which is gone")));
        return true;
    }

    /** By what each document was written for: a supplier's new channel does not read the old one's bytes. */
    private Map<TransmissionId, Way> ways(
            MerchantId merchant, List<Stored> stored, Map<SupplierId, SupplierTerms> suppliers) {
        Map<SupplierId, String> keys = secrets.signingSecrets(merchant, postedTo(stored, suppliers));
        Map<TransmissionId, Way> ways = new HashMap<>();
        for (Stored each : stored) {
            SupplierTerms supplier =
                    Objects.requireNonNull(suppliers.get(each.row().supplier()));
            RestChannel channel = supplier.channel();
            MailChannel mail = supplier.mail();
            if (each.mediaType().equals(Rendering.MAIL) && mail != null) {
                ways.put(each.row().id(), new Way.Mail(Envelope.address(mail.address()), Envelope.cc(mail)));
            } else if (each.mediaType().equals(Rendering.JSON) && channel != null) {
                ways.put(each.row().id(), new Way.Post(channel.url(), Objects.requireNonNull(keys.get(supplier.id()))));
            }
        }
        return ways;
    }

    private static Set<SupplierId> postedTo(List<Stored> stored, Map<SupplierId, SupplierTerms> suppliers) {
        Set<SupplierId> posted = new HashSet<>();
        for (Stored each : stored) {
            SupplierId supplier = each.row().supplier();
            if (each.mediaType().equals(Rendering.JSON)
                    && Objects.requireNonNull(suppliers.get(supplier)).channel() != null) {
                posted.add(supplier);
            }
        }
        return posted;
    }

    private List<Stored> storeFresh(
            MerchantId merchant, List<Prepared> prepared, Map<SubjectId, SubjectKey> customers, List<Settled> settled) {
        List<Transmission> rows = new ArrayList<>();
        List<NewDocument> fresh = new ArrayList<>();
        List<SubjectKey> keys = new ArrayList<>();
        List<Rendering> bodies = new ArrayList<>();
        for (Prepared each : prepared) {
            SubjectKey customer = customers.get(each.row().subject());
            Rendering body = each.body();
            if (customer == null) {
                settled.add(new Settled(each.row(), new Step.Park("the customer's data was erased")));
            } else if (body != null) {
                rows.add(each.row());
                keys.add(customer);
                bodies.add(body);
                fresh.add(document(each.row(), body.bytes(), body.mediaType(), customer));
            }
        }
        List<DocumentId> ids = documents.storeAll(merchant, fresh);
        List<Stored> stored = new ArrayList<>();
        Map<DocumentId, SubjectId> people = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Rendering body = bodies.get(i);
            stored.add(new Stored(
                    rows.get(i),
                    ids.get(i),
                    storeFacts(merchant, rows.get(i), body, keys.get(i), people),
                    body.bytes(),
                    body.mediaType(),
                    keys.get(i)));
            people.put(ids.get(i), rows.get(i).subject());
        }
        documents.link(merchant, people);
        return stored;
    }

    private @Nullable DocumentId storeFacts(
            MerchantId merchant,
            Transmission row,
            Rendering body,
            SubjectKey customer,
            Map<DocumentId, SubjectId> people) {
        if (body.facts() == null) {
            return null;
        }
        DocumentId facts = documents.store(merchant, document(row, body.facts(), Rendering.JSON, customer));
        people.put(facts, row.subject());
        return facts;
    }

    private static NewDocument document(Transmission row, byte[] body, String mediaType, SubjectKey customer) {
        // both values are made of digits, letters, dots and dashes: nothing in them needs escaping
        String headers = "{\"webhook-id\":\"" + row.id().webhookId() + "\",\"idempotency-key\":\""
                + row.idempotencyKey() + "\"}";
        return new NewDocument(
                mediaType,
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
                stored.add(new Stored(row, id, null, document.bytes(), document.mediaType(), customer));
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
