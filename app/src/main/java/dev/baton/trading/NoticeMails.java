package dev.baton.trading;

import dev.baton.merchants.Brand;
import dev.baton.merchants.BrandLookup;
import dev.baton.platform.MerchantId;
import dev.baton.platform.address.PostalAddress;
import dev.baton.platform.mail.LetterWriter;
import dev.baton.platform.mail.MailRelay;
import dev.baton.platform.pages.Pages;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.MailHeads.Offer;
import dev.baton.trading.NoticeMail.Delivery;
import dev.baton.trading.NoticeMail.Row;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what follows a purchase order as mail: the questions and the reminder. What it says it takes from
 * the document an endpoint would get, so that both say the same. Needs an open transaction.
 */
@Component
class NoticeMails {

    private static final JsonMapper JSON = new JsonMapper();

    private final PurchaseOrderLookup purchaseOrders;
    private final BrandLookup brands;
    private final OrderLinks links;
    private final MailRelay relay;
    private final Pages pages;
    private final Clock clock;

    NoticeMails(
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

    /** @throws IllegalStateException when the mail reads otherwise than the document; nothing leaves then */
    Rendering write(MerchantId merchant, Transmission row, SupplierTerms supplier, byte[] document) {
        JsonNode said = JSON.readTree(document);
        PurchaseOrderView order =
                purchaseOrders.byNumber(merchant, row.number()).orElseThrow();
        Brand brand = brands.ofStore(merchant, row.store());
        Envelope envelope = new Envelope(
                merchant,
                row.idempotencyKey(),
                brand,
                relay.from().orElseThrow(),
                Objects.requireNonNull(supplier.mail()),
                clock.instant());
        String link = links.of(merchant, row.purchaseOrder(), order.issuedAt()).orElse(null);
        NoticeMail mail = mail(said, order, supplier, envelope, link);
        byte[] bytes = LetterWriter.write(envelope.letter(
                mail.head().title(), MailText.of(mail), pages.render("trading/notice.jte", mail), List.of()));
        NoticeMailCheck.differences(bytes, mail).ifPresent(difference -> {
            throw new IllegalStateException(row.idempotencyKey() + ": " + difference);
        });
        return Rendering.mail(bytes, null);
    }

    private static NoticeMail mail(
            JsonNode said, PurchaseOrderView order, SupplierTerms supplier, Envelope envelope, @Nullable String link) {
        SupplierWords words = SupplierWords.of(supplier.language());
        String kind = kind(said);
        List<Offer> offers = List.of(new Offer("open", part(said), kind + ".button"));
        return new NoticeMail(
                MailHeads.of(
                        words,
                        words.say(kind + ".subject", order.number()),
                        envelope.brand(),
                        envelope.replies(),
                        link,
                        offers),
                words.say(kind + ".intro"),
                rows(said.path("lines"), order),
                kind.equals("amendment") ? wanted(said, words) : null,
                said.path("reason").isString()
                        ? words.say("cancellation.reason", said.path("reason").stringValue())
                        : null,
                words.say(
                        "answerBy",
                        words.moment(Instant.parse(said.path("respondBy").stringValue()), supplier.zone())));
    }

    /** Cancellation, amendment or reminder: the key its words begin with. */
    private static String kind(JsonNode said) {
        String type = said.path("type").stringValue();
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /** The part of the page where it is answered. */
    private static String part(JsonNode said) {
        return switch (kind(said)) {
            case "cancellation" -> "#cancellation";
            case "amendment" -> "#amendment";
            default -> said.has("amendmentId") ? "#amendment" : "#accept";
        };
    }

    private static Delivery wanted(JsonNode said, SupplierWords words) {
        JsonNode method = said.path("shipMethod");
        JsonNode gift = said.path("giftMessage");
        return new Delivery(
                words.say("shipTo"),
                OrderMails.shipTo(JSON.treeToValue(said.path("shipTo"), PostalAddress.class), words),
                words.say("shipMethod"),
                method.isObject() ? OrderMails.shown(JSON.treeToValue(method, ShipMethodCode.class)) : null,
                words.say("gift"),
                gift.isString() ? gift.stringValue() : null);
    }

    private static List<Row> rows(JsonNode asked, PurchaseOrderView order) {
        List<Row> rows = new ArrayList<>();
        for (JsonNode each : asked) {
            int number = each.path("line").intValue();
            PurchaseOrderLine line = order.lines().stream()
                    .filter(candidate -> candidate.line() == number)
                    .findFirst()
                    .orElseThrow();
            rows.add(new Row(
                    number, Integer.toString(each.path("quantity").intValue()), line.supplierSku(), line.title(), entered(each)));
        }
        return rows;
    }

    private static List<MailEntry> entered(JsonNode line) {
        return line.path("properties").propertyStream()
                .map(entry -> new MailEntry(entry.getKey(), entry.getValue().asString("")))
                .toList();
    }
}
