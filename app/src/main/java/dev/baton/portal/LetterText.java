package dev.baton.portal;

import dev.baton.merchants.Brand;
import dev.baton.merchants.BrandLookup;
import dev.baton.merchants.MerchantLookup;
import dev.baton.platform.MerchantId;
import dev.baton.platform.MerchantKeys;
import dev.baton.platform.links.LinkPurpose;
import dev.baton.platform.links.Links;
import dev.baton.platform.links.PublicUrl;
import dev.baton.platform.mail.Letter;
import dev.baton.platform.mail.MailAddress;
import dev.baton.platform.mail.MessageIds;
import dev.baton.platform.pages.Pages;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLinks;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.MailChannel;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.feeds.FeedFileId;
import dev.baton.trading.feeds.FeedLookup;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the mails that let a supplier in. Needs an open transaction of the merchant. */
@Component
class LetterText {

    private final SupplierLookup suppliers;
    private final PurchaseOrderLookup purchaseOrders;
    private final PurchaseOrderLinks orderLinks;
    private final Links links;
    private final FeedLookup files;
    private final PublicUrl publicUrl;
    private final MerchantLookup merchants;
    private final BrandLookup brands;
    private final MerchantKeys keys;
    private final Digest digest;
    private final Pages pages;

    LetterText(
            SupplierLookup suppliers,
            PurchaseOrderLookup purchaseOrders,
            PurchaseOrderLinks orderLinks,
            Links links,
            FeedLookup files,
            PublicUrl publicUrl,
            MerchantLookup merchants,
            BrandLookup brands,
            MerchantKeys keys,
            Digest digest,
            Pages pages) {
        this.suppliers = suppliers;
        this.purchaseOrders = purchaseOrders;
        this.orderLinks = orderLinks;
        this.links = links;
        this.files = files;
        this.publicUrl = publicUrl;
        this.merchants = merchants;
        this.brands = brands;
        this.keys = keys;
        this.digest = digest;
        this.pages = pages;
    }

    /** Whether it carries a link that was taken back since it was asked for: then whoever asked gets none. */
    boolean isOvertaken(MerchantId merchant, Letters.Row row) {
        return row.kind() == Letters.Kind.FRESH_LINK
                && orderLinks
                        .takenBackAt(merchant, Objects.requireNonNull(row.purchaseOrder()))
                        .filter(at -> at.isAfter(row.askedAt()))
                        .isPresent();
    }

    /** Empty when the supplier has no mail address any more, or nobody outside reaches this Baton. */
    Optional<Letter> write(MerchantId merchant, Letters.Row row, MailAddress installation) {
        SupplierTerms supplier =
                suppliers.terms(merchant, List.of(row.supplier())).get(row.supplier());
        MailChannel mail = supplier == null ? null : supplier.mail();
        MailAddress to = mail == null ? null : MailAddress.read(mail.address()).orElse(null);
        if (supplier == null || to == null) {
            return Optional.empty();
        }
        Words words = Words.of(List.of(supplier.language()));
        Head head = new Head(to, installation, words);
        return switch (row.kind()) {
            case FRESH_LINK -> freshLink(merchant, row, words).map(text -> letter(merchant, row, head, text));
            case CODE -> Optional.of(letter(merchant, row, head, code(merchant, row, words)));
            case STOCK_FILE -> stockFile(merchant, row, words).map(text -> letter(merchant, row, head, text));
            case STOCK_CHECK -> stockCheck(merchant, row, words).map(text -> letter(merchant, row, head, text));
            case DIGEST ->
                digest.of(merchant, supplier, words)
                        .map(sheet -> letter(merchant, row, head, new Text(sheet.subject(), sheet.body(), null)));
        };
    }

    /** What it says; {@code order} null = of no purchase order in particular. */
    private record Text(
            String subject, String body, @Nullable PurchaseOrderView order) {}

    private Optional<Text> freshLink(MerchantId merchant, Letters.Row row, Words words) {
        PurchaseOrderId id = Objects.requireNonNull(row.purchaseOrder());
        Optional<URI> address = publicUrl.of(
                orderLinks.make(merchant, id, PurchaseOrderLinks.ALL).path());
        return address.flatMap(url -> purchaseOrders
                .find(merchant, id)
                .map(order -> new Text(
                        words.say("mail.fresh.subject", order.number()),
                        words.say("mail.fresh.text", order.number()) + "\n\n" + url + "\n\n"
                                + words.say("mail.not-you"),
                        order)));
    }

    private Optional<Text> stockFile(MerchantId merchant, Letters.Row row, Words words) {
        FeedFileId id = Objects.requireNonNull(row.file());
        StockQuestion question = StockQuestion.of(files.file(merchant, id), words);
        String handle = links.sign(merchant, LinkPurpose.STOCK_FILE, id.value(), 0, row.expiresAt());
        String name = merchants.settings(merchant).name();
        return publicUrl
                .of(StockPage.PATH + handle)
                .map(url -> new Text(
                        words.say("mail.stock.subject", question.claim()),
                        words.say("mail.stock.text", name, question.file(), question.claim()) + "\n\n" + url + "\n\n"
                                + words.say("mail.stock.meanwhile"),
                        null));
    }

    private Optional<Text> stockCheck(MerchantId merchant, Letters.Row row, Words words) {
        String handle =
                links.sign(merchant, LinkPurpose.STOCK_CHECK, row.supplier().value(), 0, row.expiresAt());
        String name = merchants.settings(merchant).name();
        return publicUrl
                .of(CheckInDoor.PATH + handle)
                .map(url -> new Text(
                        words.say("mail.check.subject", name),
                        words.say("mail.check.text", name) + "\n\n" + url + "\n\n" + words.say("mail.check.why", name),
                        null));
    }

    private Text code(MerchantId merchant, Letters.Row row, Words words) {
        byte[] sealed = Objects.requireNonNull(row.sealedCode());
        String code =
                new String(keys.of(merchant).open(sealed, MerchantKeys.bytes(row.id())), StandardCharsets.US_ASCII);
        String name = merchants.settings(merchant).name();
        return new Text(
                words.say("mail.code.subject", name),
                words.say("mail.code.text", name) + "\n\n" + code + "\n\n" + words.say("mail.not-you"),
                null);
    }

    /** Whom it goes to, who sends it where its brand has no address of its own, and how it speaks. */
    private record Head(MailAddress to, MailAddress installation, Words words) {}

    private Letter letter(MerchantId merchant, Letters.Row row, Head head, Text text) {
        Brand brand = text.order() == null
                ? brands.byCode(merchant, Brand.DEFAULT).orElseThrow()
                : brands.ofStore(merchant, text.order().store());
        MailAddress from = address(brand.senderAddress()).orElse(head.installation());
        LetterPage page = LetterPage.of(
                head.words(),
                brand.senderName(),
                brand.accentColour(),
                brand.inkOnAccent(),
                text.subject(),
                text.body());
        return new Letter(
                from,
                brand.senderName(),
                head.to(),
                List.of(),
                address(brand.replyTo()).orElse(null),
                text.subject(),
                MessageIds.ofLetter(row.id(), merchant, from),
                row.askedAt(),
                Map.of("Auto-Submitted", "auto-generated"),
                text.body(),
                pages.render("portal/letter.jte", page),
                List.of(),
                List.of());
    }

    private static Optional<MailAddress> address(@Nullable String text) {
        return text == null ? Optional.empty() : MailAddress.read(text);
    }
}
