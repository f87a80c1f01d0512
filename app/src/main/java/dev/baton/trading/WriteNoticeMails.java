package dev.baton.trading;

import dev.baton.merchants.BrandLookup;
import dev.baton.platform.MerchantId;
import dev.baton.platform.mail.LetterWriter;
import dev.baton.platform.mail.MailRelay;
import dev.baton.platform.pages.Pages;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.SupplierTerms;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes what follows a purchase order as mail and reads it back. */
@Component
class WriteNoticeMails {

    private final PurchaseOrderLookup purchaseOrders;
    private final BrandLookup brands;
    private final OrderLinks links;
    private final MailRelay relay;
    private final Pages pages;
    private final Clock clock;

    WriteNoticeMails(
            PurchaseOrderLookup purchaseOrders,
            BrandLookup brands,
            OrderLinks links,
            MailRelay relay,
            Pages pages,
            Clock clock) {
        this.purchaseOrders = purchaseOrders;
        this.brands = brands;
        this.links = links;
        this.relay = relay;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * Writes a cancellation question or a reminder, which are short and carry no papers. Needs an open transaction.
     *
     * @throws IllegalStateException when the mail reads otherwise than the document; nothing leaves then
     */
    Rendering write(MerchantId merchant, Transmission row, SupplierTerms supplier, byte[] document) {
        PurchaseOrderView order =
                purchaseOrders.byNumber(merchant, row.number()).orElseThrow();
        Envelope envelope = new Envelope(
                merchant,
                row.idempotencyKey(),
                brands.ofStore(merchant, row.store()),
                relay.from().orElseThrow(),
                Objects.requireNonNull(supplier.mail()),
                clock.instant());
        Written written = write(new NoticeMails.Facts(
                row.purchaseOrder(),
                document,
                supplier,
                order.lines(),
                envelope,
                links.of(merchant, row.purchaseOrder(), order.issuedAt()).orElse(null),
                List.of()));
        written.difference().ifPresent(difference -> {
            throw new IllegalStateException(row.idempotencyKey() + ": " + difference);
        });
        return Rendering.mail(written.mail(), null);
    }

    /**
     * A mail that is written.
     *
     * @param difference why it must not leave; empty = it says what was meant
     */
    record Written(byte[] mail, Optional<String> difference) {}

    /** Writes a notice of any kind with its papers. Needs no transaction, and opens one to open its links. */
    Written write(NoticeMails.Facts facts) {
        NoticeMail mail = NoticeMails.of(facts);
        byte[] bytes = LetterWriter.write(facts.envelope()
                .letter(
                        mail.head().title(),
                        MailText.of(mail),
                        pages.render("trading/notice.jte", mail),
                        facts.attachments()));
        return new Written(
                bytes,
                NoticeMailCheck.differences(
                        bytes, mail, facts.attachments(), new Addressed(facts.order(), facts.envelope(), links)));
    }
}
