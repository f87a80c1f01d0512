package dev.baton.notifications;

import dev.baton.merchants.Brand;
import dev.baton.merchants.BrandLookup;
import dev.baton.merchants.Logo;
import dev.baton.platform.MerchantId;
import dev.baton.platform.documents.DocumentId;
import dev.baton.platform.documents.Documents;
import dev.baton.platform.documents.NewDocument;
import dev.baton.platform.documents.RetentionClass;
import dev.baton.platform.documents.SubjectKey;
import dev.baton.platform.documents.Subjects;
import dev.baton.platform.mail.Letter;
import dev.baton.platform.mail.LetterWriter;
import dev.baton.platform.mail.MailAddress;
import dev.baton.platform.mail.MailRelay;
import dev.baton.platform.pages.Pages;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes a message the bytes that every attempt sends: worded once, written once, read back, sealed with the key of the person they
 * go to. Needs an open transaction of the merchant, and the message locked.
 */
@Component
class WriteLetters {

    private final WordMessages wording;
    private final Messages messages;
    private final BrandLookup brands;
    private final Subjects subjects;
    private final Documents documents;
    private final MailRelay relay;
    private final ReadBackMails readBack;
    private final Pages pages;
    private final Clock clock;

    WriteLetters(
            WordMessages wording,
            Messages messages,
            BrandLookup brands,
            Subjects subjects,
            Documents documents,
            MailRelay relay,
            ReadBackMails readBack,
            Pages pages,
            Clock clock) {
        this.wording = wording;
        this.messages = messages;
        this.brands = brands;
        this.subjects = subjects;
        this.documents = documents;
        this.relay = relay;
        this.readBack = readBack;
        this.pages = pages;
        this.clock = clock;
    }

    /** What writing came to. */
    sealed interface Written {

        /** The bytes to send and who gets them. */
        record Ready(byte[] bytes, MailAddress to) implements Written {}

        /** There is nobody to send it to, or nothing to say. */
        record Needless(String why) implements Written {}

        /** It reads otherwise than it was meant, and must not leave; {@code what} names the place, never its words. */
        record Differs(String what) implements Written {}
    }

    /** The bytes of a message: those that were kept, or fresh ones that are kept now. */
    Written write(MerchantId merchant, Message message) {
        DocumentId kept = message.document();
        if (kept != null) {
            // one that did not leave may have become untrue while it waited: an order was cancelled before it was
            // confirmed
            if (message.state() == MessageState.NOT_SENT
                    && wording.word(merchant, message) instanceof WordMessages.Wording.Needless needless) {
                return new Written.Needless(needless.why());
            }
            return Optional.ofNullable(
                            documents.readAll(merchant, List.of(kept)).get(kept))
                    .map(stored -> ready(stored.bytes(), wording.address(merchant, message)))
                    .orElseGet(() -> new Written.Needless(WordMessages.ERASED));
        }
        return switch (wording.word(merchant, message)) {
            case WordMessages.Wording.Needless needless -> new Written.Needless(needless.why());
            case WordMessages.Wording.Worded worded -> keep(merchant, message, worded);
        };
    }

    private Written keep(MerchantId merchant, Message message, WordMessages.Wording.Worded worded) {
        SubjectKey person = subjects.keys(merchant, List.of(message.subject())).get(message.subject());
        Optional<MailAddress> to = MailAddress.read(worded.address().strip());
        Optional<MailAddress> from = Optional.ofNullable(worded.mail().brand().senderAddress())
                .flatMap(MailAddress::read)
                .or(relay::from);
        if (person == null) {
            return new Written.Needless(WordMessages.ERASED);
        }
        if (to.isEmpty() || from.isEmpty()) {
            return new Written.Needless("the customer's mail address cannot be written to");
        }
        byte[] bytes = LetterWriter.write(letter(merchant, message, worded, from.get(), to.get()));
        Optional<String> difference = readBack.difference(merchant, message.kind(), worded, bytes);
        if (difference.isPresent()) {
            return new Written.Differs(difference.get());
        }
        DocumentId document = documents.store(
                merchant, new NewDocument("message/rfc822", "{}", bytes, RetentionClass.CUSTOMER_MAIL, null, person));
        documents.link(merchant, Map.of(document, message.subject()));
        messages.rendered(
                merchant, message.id(), worded.template(), worded.mail().words().language(), document);
        return new Written.Ready(bytes, to.get());
    }

    /** The merchant is part of the Message-ID, so that whatever comes back finds its owner. */
    private Letter letter(
            MerchantId merchant,
            Message message,
            WordMessages.Wording.Worded worded,
            MailAddress from,
            MailAddress to) {
        CustomerMail mail = worded.mail();
        Brand brand = mail.brand();
        Optional<Logo> logo = brands.logo(merchant, brand);
        return new Letter(
                from,
                brand.senderName(),
                to,
                List.of(),
                Optional.ofNullable(brand.replyTo()).flatMap(MailAddress::read).orElse(null),
                mail.subject(),
                message.id().value() + "." + merchant.hex() + "@" + from.domain(),
                clock.instant(),
                Map.of(
                        "X-Baton-Message", worded.template(),
                        "X-Baton-Order", mail.orderName(),
                        "Auto-Submitted", "auto-generated"),
                mail.plain(),
                pages.render("notifications/mail.jte", mail),
                logo.map(picture ->
                                List.of(new Letter.Picture(CustomerMail.LOGO, picture.mediaType(), picture.bytes())))
                        .orElse(List.of()),
                List.of());
    }

    /** The words as they were written; the way goes to the address the customer has by now. */
    private static Written ready(byte[] bytes, Optional<MailAddress> current) {
        return current.or(() -> MailAddress.read(MailText.read(bytes).to()))
                .<Written>map(to -> new Written.Ready(bytes, to))
                .orElseThrow();
    }
}
