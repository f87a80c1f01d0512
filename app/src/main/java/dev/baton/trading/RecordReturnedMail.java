package dev.baton.trading;

import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.documents.DocumentId;
import dev.baton.platform.documents.Documents;
import dev.baton.platform.documents.NewDocument;
import dev.baton.platform.documents.RetentionClass;
import dev.baton.platform.mail.MailAddress;
import dev.baton.purchasing.MarkTransmitted;
import dev.baton.purchasing.MarkTransmitted.Failed;
import dev.baton.suppliers.MailChannel;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Draws the conclusion from a mail that came back: a document that did not arrive, or that only a machine answered,
 * waits for a person; a late one is noted; what a person wrote becomes a task. The message is kept as it came.
 */
@Component
class RecordReturnedMail {

    private final TradingDesk desk;
    private final ReturnedMails returned;
    private final Transmissions transmissions;
    private final TransmissionAttempts attempts;
    private final MarkTransmitted markTransmitted;
    private final SupplierLookup suppliers;
    private final Documents documents;
    private final ApplicationEventPublisher news;

    RecordReturnedMail(
            TradingDesk desk,
            ReturnedMails returned,
            Transmissions transmissions,
            TransmissionAttempts attempts,
            MarkTransmitted markTransmitted,
            SupplierLookup suppliers,
            Documents documents,
            ApplicationEventPublisher news) {
        this.desk = desk;
        this.returned = returned;
        this.transmissions = transmissions;
        this.attempts = attempts;
        this.markTransmitted = markTransmitted;
        this.suppliers = suppliers;
        this.documents = documents;
        this.news = news;
    }

    /**
     * Keeps the message and what follows from it; the same bytes again do nothing. Opens a transaction.
     *
     * @return whether it is kept nowhere but in the mailbox, for a person to read there
     */
    boolean record(MerchantId merchant, byte[] bytes, ReturnedMail mail) {
        ReturnedMail.About about = mail.about();
        UUID customerMail = about == null ? null : about.customerMail().orElse(null);
        desk.tenancy().run(merchant, () -> {
            if (customerMail != null) {
                ofACustomer(merchant, bytes, mail, customerMail);
            } else if (about != null && about.isLetter() && mail.kind() != ReturnedMail.Kind.HUMAN) {
                ofALetter(merchant, bytes, mail);
            } else {
                ofASupplier(merchant, bytes, mail);
            }
            Crash.at("trading.returned");
        });
        return customerMail != null && mail.kind() == ReturnedMail.Kind.HUMAN;
    }

    private void ofASupplier(MerchantId merchant, byte[] bytes, ReturnedMail mail) {
        ReturnedMail.About about = mail.about();
        Transmission row = about == null
                ? null
                : transmissions.findByKey(merchant, about.key()).orElse(null);
        UUID id = returned.insert(merchant, sha256(bytes), mail.kind(), row == null ? null : row.id(), mail.said())
                .orElse(null);
        if (id != null) {
            returned.kept(merchant, id, keep(merchant, bytes));
            conclude(merchant, id, mail, row);
        }
    }

    /** The message is not kept: it may quote the code or the link that lets its reader in. */
    private void ofALetter(MerchantId merchant, byte[] bytes, ReturnedMail mail) {
        returned.insert(merchant, sha256(bytes), mail.kind(), null, mail.said())
                .filter(id -> mail.kind() == ReturnedMail.Kind.FAILED)
                .ifPresent(id -> desk.tasks().open(merchant, lostLetter(id, mail)));
    }

    private static NewTask lostLetter(UUID id, ReturnedMail mail) {
        String readers = mail.readers().stream().map(MailAddress::toString).collect(Collectors.joining(", "));
        return new NewTask(
                "trading.mail-to-read",
                "returned_mail",
                id,
                readers.isEmpty() ? "A mail did not arrive" : "A mail to " + readers + " did not arrive",
                "A mail to staff, or one that lets a supplier in or asks it about its stock, came back: " + mail.said()
                        + ". If nothing is done, whoever it was for waits. Mend the address in the supplier's terms"
                        + " (mail) or the person's account, send it again, and close this task.");
    }

    /** Nothing of the person is kept here: neither the message nor its words, which hold names and addresses. */
    private void ofACustomer(MerchantId merchant, byte[] bytes, ReturnedMail mail, UUID message) {
        UUID id = returned.insert(merchant, sha256(bytes), mail.kind(), null, "about a mail to a customer")
                .orElse(null);
        if (id == null) {
            return;
        }
        switch (mail.kind()) {
            case FAILED -> news.publishEvent(new CustomerMailReturned(merchant, message, mail.said()));
            case HUMAN -> desk.tasks().open(merchant, answerOfACustomer(id));
            case DELAYED, ARRIVED, AUTOMATIC -> {
                // a customer who is away reads it later
            }
        }
    }

    private static NewTask answerOfACustomer(UUID id) {
        return new NewTask(
                "trading.mail-to-read",
                "returned_mail",
                id,
                "A customer answered a mail",
                "It came to the address mail is sent from, and lies flagged in that mailbox. If nothing is done nobody"
                        + " answers. Read it there, answer it, and close this task; a replyTo in the brand brings such"
                        + " answers to where people read.");
    }

    private DocumentId keep(MerchantId merchant, byte[] bytes) {
        return documents.store(
                merchant, new NewDocument(Rendering.MAIL, "{}", bytes, RetentionClass.SUPPLIER_EXCHANGE, null, null));
    }

    private void conclude(MerchantId merchant, UUID id, ReturnedMail mail, @Nullable Transmission row) {
        switch (mail.kind()) {
            case FAILED, AUTOMATIC -> {
                if (row == null) {
                    desk.tasks().open(merchant, forAPerson(id, mail));
                } else {
                    fail(merchant, row, mail);
                }
            }
            case HUMAN -> desk.tasks().open(merchant, forAPerson(id, mail));
            case ARRIVED -> {
                if (row != null && !isOnlyOfTheSecondReader(mail, terms(merchant, row))) {
                    transmissions.reported(merchant, row.id(), desk.clock().instant());
                }
            }
            case DELAYED -> {
                // noted in its row; whoever reports a delay goes on trying
            }
        }
    }

    private @Nullable SupplierTerms terms(MerchantId merchant, Transmission row) {
        return suppliers.terms(merchant, List.of(row.supplier())).get(row.supplier());
    }

    /** One the supplier has answered stands: it had the document, whatever a machine says. */
    private void fail(MerchantId merchant, Transmission row, ReturnedMail mail) {
        if (row.status() != TransmissionStatus.SENT) {
            return;
        }
        SupplierTerms supplier = terms(merchant, row);
        String name = supplier == null ? "the supplier" : supplier.name();
        if (isOnlyOfTheSecondReader(mail, supplier)) {
            desk.tasks().open(merchant, secondReader(row, name, mail));
            return;
        }
        String reason = mail.kind() == ReturnedMail.Kind.FAILED
                ? "The mail to " + name + " came back: " + mail.said()
                : "Only a machine of " + name + " answered the mail: " + mail.said();
        if (row.kind() == TransmissionKind.PURCHASE_ORDER) {
            // purchasing locks the purchase order, which everybody locks before its transmissions
            markTransmitted.cameBack(
                    merchant, new Failed(row.purchaseOrder(), reason), neverArrived(merchant, row, mail));
        }
        if (transmissions.cameBack(merchant, row.id(), reason, desk.clock().instant())) {
            desk.tasks().open(merchant, StuckTasks.returned(row, name, reason));
        }
    }

    /** A machine that answers has the mail. Of a mail sent more than once another copy may have arrived. */
    private boolean neverArrived(MerchantId merchant, Transmission row, ReturnedMail mail) {
        if (mail.kind() != ReturnedMail.Kind.FAILED) {
            return false;
        }
        long mayHave = attempts.of(merchant, List.of(row.id())).getOrDefault(row.id(), List.of()).stream()
                .filter(attempt -> !attempt.outcome().knownUnsent())
                .count();
        return returned.failures(merchant, row.id()) >= mayHave;
    }

    private static boolean isOnlyOfTheSecondReader(ReturnedMail mail, @Nullable SupplierTerms supplier) {
        MailChannel channel = supplier == null ? null : supplier.mail();
        return channel != null
                && !mail.readers().isEmpty()
                && Envelope.cc(channel).containsAll(mail.readers());
    }

    private static NewTask secondReader(Transmission row, String supplier, ReturnedMail mail) {
        return new NewTask(
                "trading.second-reader",
                "supplier",
                row.supplier().value(),
                "The second reader at " + supplier + " gets no mail",
                "A copy of " + row.idempotencyKey() + " came back: " + mail.said()
                        + ". The first reader has it, and nothing waits. State another cc in the supplier's terms (mail),"
                        + " or none, and close this task.");
    }

    private static NewTask forAPerson(UUID id, ReturnedMail mail) {
        return new NewTask(
                "trading.mail-to-read",
                "returned_mail",
                id,
                "Mail from " + mail.from() + " needs a person",
                "Subject: " + mail.said()
                        + ". It came to the address mail is sent from and answers no document by itself;"
                        + " the message is kept. Read it in the mailbox, answer it there, and close this task.");
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
