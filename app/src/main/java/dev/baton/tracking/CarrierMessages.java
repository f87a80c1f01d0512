package dev.baton.tracking;

import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.documents.DocumentId;
import dev.baton.platform.documents.Documents;
import dev.baton.platform.documents.NewDocument;
import dev.baton.platform.documents.RetentionClass;
import dev.baton.platform.documents.StoredDocument;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.Work;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages of tracking services as they came: kept first, read afterwards. Needs an open transaction of the merchant. */
@Component
public class CarrierMessages {

    private static final String QUEUE = "tracking";

    private final JdbcClient jdbc;
    private final Documents documents;
    private final Work work;
    private final Ids ids;
    private final Clock clock;

    CarrierMessages(JdbcClient jdbc, Documents documents, Work work, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Keeps a message and plans its reading.
     *
     * @param eventKey the same whenever the service tells of the same again
     * @param kind the work that reads it; its subject is the message
     * @return false when it is here already
     */
    public boolean keep(MerchantId merchant, String service, String eventKey, byte[] body, String kind) {
        if (isKnown(merchant, service, eventKey)) {
            return false;
        }
        DocumentId document = documents.store(
                merchant, new NewDocument("application/json", "{}", body, RetentionClass.CARRIER, null, null));
        UUID id = ids.next();
        int inserted = jdbc.sql("""
                insert into carrier_message (merchant_id, id, service, event_key, document_id, received_at)
                values (:merchant, :id, :service, :key, :document, :now)
                on conflict (merchant_id, service, event_key) do nothing
                """)
                .param("merchant", merchant.value())
                .param("id", id)
                .param("service", service)
                .param("key", eventKey)
                .param("document", document.value())
                .param("now", SqlArrays.instant(clock.instant()))
                .update();
        if (inserted == 1) {
            work.add(merchant, List.of(new NewWork(QUEUE, kind, id, clock.instant(), true)));
        }
        return inserted == 1;
    }

    /** Saves storing a repeat a second time; what decides is the key of the row. */
    private boolean isKnown(MerchantId merchant, String service, String eventKey) {
        return jdbc.sql("""
                select exists (select 1 from carrier_message
                               where merchant_id = :merchant and service = :service and event_key = :key)
                """)
                .param("merchant", merchant.value())
                .param("service", service)
                .param("key", eventKey)
                .query(Boolean.class)
                .single();
    }

    /** The very bytes of an unread message; empty when it was read, or there is none. */
    public Optional<byte[]> unread(MerchantId merchant, UUID message) {
        return jdbc.sql("""
                select document_id from carrier_message
                where merchant_id = :merchant and id = :id and read_at is null
                """)
                .param("merchant", merchant.value())
                .param("id", message)
                .query((row, number) -> new DocumentId(row.getObject("document_id", UUID.class)))
                .optional()
                .map(document -> documents.read(merchant, document))
                .map(StoredDocument::bytes);
    }

    /** Notes what reading a message came to. */
    public void read(MerchantId merchant, UUID message, String outcome) {
        jdbc.sql("""
                update carrier_message set read_at = :now, outcome = :outcome
                where merchant_id = :merchant and id = :id and read_at is null
                """)
                .param("now", SqlArrays.instant(clock.instant()))
                .param("outcome", outcome)
                .param("merchant", merchant.value())
                .param("id", message)
                .update();
    }
}
