package dev.baton.trading;

import dev.baton.merchants.Brand;
import dev.baton.merchants.BrandLookup;
import dev.baton.merchants.MailSender;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.MerchantSettings;
import dev.baton.merchants.Store;
import dev.baton.platform.MerchantId;
import dev.baton.platform.address.PostalAddress;
import dev.baton.platform.mail.LetterWriter;
import dev.baton.platform.mail.MailAddress;
import dev.baton.platform.pages.Pages;
import dev.baton.purchasing.ReadyToSend;
import dev.baton.purchasing.TestPurchaseOrder;
import dev.baton.suppliers.Instructions;
import dev.baton.suppliers.MailChannel;
import dev.baton.suppliers.SupplierTerms;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes test orders as the real ones are written, each marked as what it is, and reads them back as these are. Needs an
 * open transaction.
 */
@Component
class WriteTestOrder {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Nobody's: the name says that nothing is to be sent there. */
    private static final String ADDRESSEE = "TEST – please do not ship";

    private final MerchantLookup merchants;
    private final BrandLookup brands;
    private final Pages pages;
    private final OrderLinks links;

    WriteTestOrder(MerchantLookup merchants, BrandLookup brands, Pages pages, OrderLinks links) {
        this.merchants = merchants;
        this.brands = brands;
        this.pages = pages;
        this.links = links;
    }

    /**
     * One that is written.
     *
     * @param difference why it must not leave; empty = it says what was meant
     */
    record Written(byte[] bytes, Optional<String> difference) {}

    /** For an endpoint: the document of a purchase order with {@code "test": true}. */
    Written document(MerchantId merchant, UUID id, SupplierTerms supplier, Instant now) {
        PurchaseOrderFacts facts = facts(merchant, id, supplier, now);
        ObjectNode document = (ObjectNode) JSON.readTree(PurchaseOrderDocument.render(facts));
        document.put("test", true);
        byte[] bytes = JSON.writeValueAsBytes(document);
        return new Written(bytes, DocumentCheck.differences(bytes, facts));
    }

    /** For a mailbox: the whole message. */
    Written mail(MerchantId merchant, UUID id, SupplierTerms supplier, MailChannel to, MailAddress own, Instant now) {
        PurchaseOrderFacts facts = facts(merchant, id, supplier, now);
        Brand brand = brands.byCode(merchant, Brand.DEFAULT).orElseThrow();
        Envelope envelope =
                new Envelope(merchant, TransmissionKeys.ofOrder(facts.order().number(), 1), brand, own, to, now);
        OrderMail mail = mail(facts, brand, envelope.replies());
        byte[] bytes =
                LetterWriter.write(envelope.letter(mail.head().title(), MailText.of(mail), html(mail), List.of()));
        Addressed addressed = new Addressed(facts.order().id(), envelope, links);
        return new Written(bytes, OrderMailCheck.differences(bytes, facts, mail, List.of(), addressed));
    }

    private static OrderMail mail(PurchaseOrderFacts facts, Brand brand, MailAddress replies) {
        OrderMail mail = OrderMails.of(new MailFacts(facts, null, brand, null, null), replies, List.of());
        return mail.under(
                mail.head().titled(TestPurchaseOrder.MARK + ": " + mail.head().title()));
    }

    /** What the supplier sees on its phone, told those instructions. */
    String html(
            MerchantId merchant,
            UUID id,
            SupplierTerms supplier,
            Instructions instructions,
            MailAddress own,
            Instant now) {
        Brand brand = brands.byCode(merchant, Brand.DEFAULT).orElseThrow();
        PurchaseOrderFacts facts = facts(merchant, TestPurchaseOrder.of(id, supplier, instructions, now), supplier);
        return html(mail(facts, brand, own));
    }

    /** Its page, before anybody reads it back. */
    String html(OrderMail mail) {
        return pages.render("trading/order.jte", mail);
    }

    private PurchaseOrderFacts facts(MerchantId merchant, UUID id, SupplierTerms supplier, Instant now) {
        return facts(merchant, TestPurchaseOrder.of(id, supplier, now), supplier);
    }

    private PurchaseOrderFacts facts(MerchantId merchant, ReadyToSend order, SupplierTerms supplier) {
        MerchantSettings settings = merchants.settings(merchant);
        return new PurchaseOrderFacts(
                order,
                supplier,
                settings.name(),
                new Store(
                        order.store(),
                        TestPurchaseOrder.MARK,
                        "api",
                        settings.name(),
                        settings.bookCurrency(),
                        settings.zone(),
                        Brand.DEFAULT,
                        MailSender.STORE,
                        false),
                new PostalAddress(
                        ADDRESSEE,
                        settings.name(),
                        "TEST 1",
                        null,
                        "TEST",
                        null,
                        null,
                        "00000",
                        supplier.country(),
                        null),
                null,
                Map.of());
    }
}
