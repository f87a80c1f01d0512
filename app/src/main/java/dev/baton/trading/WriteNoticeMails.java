package dev.baton.trading;

import dev.baton.merchants.BrandLookup;
import dev.baton.platform.MerchantId;
import dev.baton.platform.mail.LetterWriter;
import dev.baton.platform.mail.MailRelay;
import dev.baton.platform.pages.Pages;
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

    private final BrandLookup brands;
    private final OrderLinks links;
    private final MailRelay relay;
    private final Pages pages;
    private final Clock clock;

    WriteNoticeMails(BrandLookup brands, OrderLinks links, MailRelay relay, Pages pages, Clock clock) {
        this.brands = brands;
        this.links = links;
        this.relay = relay;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * Writes what is short and carries no papers. Needs an open transaction.
     *
     * @param order the purchase order it is about
     * @param document the same as an endpoint would get it, read back already
     */
    Written write(
            MerchantId merchant, Transmission row, SupplierTerms supplier, PurchaseOrderView order, byte[] document) {
        Envelope envelope = new Envelope(
                merchant,
                row.idempotencyKey(),
                brands.ofStore(merchant, row.store()),
                relay.from().orElseThrow(),
                Objects.requireNonNull(supplier.mail()),
                clock.instant());
        return write(new NoticeMails.Facts(
                row.purchaseOrder(),
                document,
                supplier,
                order.lines(),
                envelope,
                links.of(merchant, row.purchaseOrder(), OrderLinks.from(order.issuedAt(), clock.instant()))
                        .orElse(null),
                List.of()));
    }

    /**
     * What is written.
     *
     * @param difference why it must not leave; empty = it says what was meant
     */
    record Written(Rendering body, Optional<String> difference) {}

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
                Rendering.mail(bytes, null),
                NoticeMailCheck.differences(
                        bytes, mail, facts.attachments(), new Addressed(facts.order(), facts.envelope(), links)));
    }
}
