package dev.baton.channels;

import dev.baton.channels.StoreReads.Answer;
import dev.baton.platform.MerchantId;
import dev.baton.platform.documents.DocumentId;
import dev.baton.platform.documents.Documents;
import dev.baton.platform.documents.NewDocument;
import dev.baton.platform.documents.RetentionClass;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps and reads an order that was fetched from its store because a message did not tell all of it. */
@Component
class SecondLook {

    private final Documents documents;
    private final IntakeReaders readers;

    SecondLook(Documents documents, IntakeReaders readers) {
        this.documents = documents;
        this.readers = readers;
    }

    /**
     * Needs an open transaction of the merchant.
     *
     * @param intake the message that made us look
     * @throws UnreadableDocument when the store's answer cannot be used
     */
    ReadOrder keep(MerchantId merchant, OrderKey order, UUID intake, Answer.Found found) {
        DocumentId document = documents.store(
                merchant,
                new NewDocument(
                        "application/json",
                        "{}",
                        found.json(),
                        RetentionClass.STORE_INTAKE,
                        found.sourceVersion(),
                        null));
        Intake second = new Intake(
                intake, order.store(), Transport.SHOPIFY_READ, "order", document, found.readAt(), found.json());
        if (readers.read(second) instanceof Reading.Whole whole) {
            return whole.order();
        }
        throw new UnreadableDocument("the store's answer is no order", null);
    }
}
