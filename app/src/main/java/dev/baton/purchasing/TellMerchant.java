package dev.baton.purchasing;

import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.documents.DocumentId;
import dev.baton.platform.documents.Documents;
import dev.baton.platform.documents.NewDocument;
import dev.baton.platform.documents.RetentionClass;
import dev.baton.platform.documents.StoredDocument;
import dev.baton.platform.documents.Subjects;
import dev.baton.purchasing.SupplierMessages.Row;
import dev.baton.suppliers.SupplierId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A supplier writes to the merchant about a purchase order; a person answers by mail or telephone. */
@Component
public class TellMerchant {

    private static final int LONGEST_TEXT = 2_000;

    /** Most messages about one purchase order, so that a link in wrong hands fills nothing. */
    private static final int MOST_MESSAGES = 100;

    private final PurchasingDesk desk;
    private final SentPurchaseOrders sentPurchaseOrders;
    private final SupplierMessages messages;
    private final Documents documents;
    private final Subjects subjects;

    TellMerchant(
            PurchasingDesk desk,
            SentPurchaseOrders sentPurchaseOrders,
            SupplierMessages messages,
            Documents documents,
            Subjects subjects) {
        this.desk = desk;
        this.sentPurchaseOrders = sentPurchaseOrders;
        this.messages = messages;
        this.documents = documents;
        this.subjects = subjects;
    }

    /**
     * Keeps the message and opens a task; opens a transaction or joins the caller's.
     *
     * @throws Problem UNKNOWN_PURCHASE_ORDER; INVALID_FIELD when there are no words or too many; CONFLICT when the
     *     purchase order has its fill of messages
     */
    public SupplierMessage tell(MerchantId merchant, SupplierId supplier, String number, String text) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new Problem(CommonProblem.INVALID_FIELD, "Write 1 to " + LONGEST_TEXT + " characters.", "text");
        }
        return desk.tenancy().inTransaction(merchant, () -> {
            PurchaseOrder about =
                    sentPurchaseOrders.lock(merchant, supplier, number).head();
            if (messages.of(merchant, about.id()).size() >= MOST_MESSAGES) {
                throw new Problem(
                        CommonProblem.CONFLICT,
                        "There are " + MOST_MESSAGES + " messages about " + number + " already: call the merchant.");
            }
            SupplierMessage message =
                    new SupplierMessage(desk.ids().next(), desk.clock().instant(), text.strip());
            DocumentId words = documents.store(merchant, document(merchant, about, text.strip()));
            documents.link(merchant, Map.of(words, about.subject()));
            messages.insert(merchant, about.id(), new Row(message.id(), words, message.writtenAt()));
            desk.tasks().open(merchant, task(about));
            desk.audit().record(merchant, List.of(entry(about, message.id())));
            return message;
        });
    }

    /** What was written about the purchase order, oldest first; needs an open transaction. */
    public List<SupplierMessage> about(MerchantId merchant, PurchaseOrderId purchaseOrder) {
        List<Row> rows = messages.of(merchant, purchaseOrder);
        Map<DocumentId, StoredDocument> words =
                documents.readAll(merchant, rows.stream().map(Row::words).toList());
        return rows.stream()
                .map(row -> {
                    StoredDocument text = words.get(row.words());
                    return new SupplierMessage(
                            row.id(),
                            row.writtenAt(),
                            text == null ? null : new String(text.bytes(), StandardCharsets.UTF_8));
                })
                .toList();
    }

    private NewDocument document(MerchantId merchant, PurchaseOrder about, String text) {
        return new NewDocument(
                "text/plain",
                "{}",
                text.getBytes(StandardCharsets.UTF_8),
                RetentionClass.SUPPLIER_EXCHANGE,
                null,
                subjects.keys(merchant, List.of(about.subject())).get(about.subject()));
    }

    private static NewTask task(PurchaseOrder about) {
        return new NewTask(
                "purchasing.message",
                "purchase_order",
                about.id().value(),
                "The supplier wrote about " + about.number(),
                "Its words stand at /api/v1/purchase-orders/" + about.number()
                        + "/messages. If nothing is done nobody answers. Read them, then answer by mail or telephone.");
    }

    private static AuditEntry entry(PurchaseOrder about, UUID message) {
        return new AuditEntry(
                "TellMerchant",
                "purchase_order",
                about.id().value(),
                about.status().name(),
                about.status().name(),
                "message " + message);
    }
}
