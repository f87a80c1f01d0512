package dev.baton.trading;

import dev.baton.platform.MerchantId;
import dev.baton.platform.documents.DocumentId;
import dev.baton.platform.documents.Documents;
import dev.baton.platform.documents.NewDocument;
import dev.baton.platform.documents.RetentionClass;
import dev.baton.platform.documents.StoredDocument;
import dev.baton.platform.documents.SubjectKey;
import dev.baton.platform.documents.Subjects;
import dev.baton.platform.mail.MailReading;
import dev.baton.platform.pdf.PageSize;
import dev.baton.platform.pdf.PdfReading;
import dev.baton.purchasing.ReadyToSend;
import dev.baton.trading.PrintedPapers.Paper;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Purchase orders on paper as they were sent or printed first. Every method needs an open transaction of the merchant. */
@Component
class StoredPapers {

    private static final String PDF = "application/pdf";

    private final Transmissions transmissions;
    private final PrintedPapers printed;
    private final Documents documents;
    private final Subjects subjects;

    StoredPapers(Transmissions transmissions, PrintedPapers printed, Documents documents, Subjects subjects) {
        this.transmissions = transmissions;
        this.printed = printed;
        this.documents = documents;
        this.subjects = subjects;
    }

    /** The paper in the mail this version was sent by; empty when it was sent otherwise, or on paper of another size. */
    Optional<byte[]> sent(MerchantId merchant, ReadyToSend order, @Nullable PageSize size) {
        String key = TransmissionKeys.ofOrder(order.number(), order.version());
        return transmissions
                .findByKey(merchant, key)
                .map(Transmission::document)
                .flatMap(document -> read(merchant, document))
                .filter(document -> document.mediaType().equals(Rendering.MAIL))
                .flatMap(mail -> attached(mail.bytes(), PurchaseOrderPapers.fileName(order.number())))
                .filter(paper -> size == null || PdfReading.size(paper) == size);
    }

    /** Whether this version was sent as an order of its own; one that its supplier agreed to as a change was not. */
    boolean wasSent(MerchantId merchant, ReadyToSend order) {
        return transmissions
                .findByKey(merchant, TransmissionKeys.ofOrder(order.number(), order.version()))
                .isPresent();
    }

    /** A paper that was printed before. */
    Optional<byte[]> find(MerchantId merchant, Paper paper) {
        return printed.find(merchant, paper)
                .flatMap(document -> read(merchant, document))
                .map(StoredDocument::bytes);
    }

    /** Keeps a paper under its customer's key unless somebody else was first, and answers the one that is kept. */
    byte[] keep(MerchantId merchant, ReadyToSend order, PageSize size, byte[] bytes) {
        Paper paper = new Paper(order.id(), order.version(), size);
        if (!printed.claim(merchant, paper)) {
            return find(merchant, paper).orElse(bytes);
        }
        SubjectKey customer = Objects.requireNonNull(
                subjects.keys(merchant, List.of(order.subject())).get(order.subject()));
        DocumentId document = documents.store(
                merchant, new NewDocument(PDF, "{}", bytes, RetentionClass.SUPPLIER_EXCHANGE, null, customer));
        documents.link(merchant, Map.of(document, order.subject()));
        printed.kept(merchant, paper, document);
        return bytes;
    }

    private Optional<StoredDocument> read(MerchantId merchant, DocumentId document) {
        return Optional.ofNullable(
                documents.readAll(merchant, List.of(document)).get(document));
    }

    private static Optional<byte[]> attached(byte[] mail, String name) {
        try {
            return Optional.ofNullable(new MailReading(mail).files().get(name));
        } catch (MessagingException | IOException broken) {
            throw new IllegalStateException("a mail that was read back before it left cannot be read", broken);
        }
    }
}
