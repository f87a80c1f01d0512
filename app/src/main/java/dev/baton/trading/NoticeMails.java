package dev.baton.trading;

import dev.baton.merchants.Brand;
import dev.baton.orders.StoreReason;
import dev.baton.platform.Micros;
import dev.baton.platform.address.PostalAddress;
import dev.baton.platform.mail.Letter.Attachment;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.MailHeads.Asks;
import dev.baton.trading.MailHeads.Offer;
import dev.baton.trading.MailHeads.Title;
import dev.baton.trading.NoticeMail.Delivery;
import dev.baton.trading.NoticeMail.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns the document an endpoint would get after a purchase order - a question, a reminder - into what its mail shows, in
 * the supplier's language, so that both say the same.
 */
final class NoticeMails {

    private static final JsonMapper JSON = new JsonMapper();

    private NoticeMails() {}

    /**
     * What a notice is made of.
     *
     * @param order the purchase order it follows
     * @param document as an endpoint would get it
     * @param lines of the purchase order, for the goods of those the document names
     * @param link where it is answered; null = nobody outside reaches this Baton
     * @param attachments proposed papers; empty = none
     */
    record Facts(
            PurchaseOrderId order,
            byte[] document,
            SupplierTerms supplier,
            List<PurchaseOrderLine> lines,
            Envelope envelope,
            @Nullable String link,
            List<Attachment> attachments) {}

    static NoticeMail of(Facts facts) {
        JsonNode said = JSON.readTree(facts.document());
        SupplierTerms supplier = facts.supplier();
        SupplierWords words = SupplierWords.of(supplier.language());
        String kind = kind(said);
        boolean settled = kind.equals("price") && said.path("accepted").booleanValue();
        Brand brand = facts.envelope().brand();
        return new NoticeMail(
                MailHeads.of(
                        words,
                        new Title(kind + ".subject", said.path("number").stringValue(), brand.name()),
                        brand,
                        facts.envelope().replies(),
                        facts.link(),
                        new Asks(!settled, List.of(new Offer("open", part(said), kind + ".button")))),
                words.say(intro(kind, said, settled)),
                words.say("quantity"),
                words.say("sku"),
                words.say("goods"),
                rows(said.path("lines"), facts.lines()),
                kind.equals("amendment") ? wanted(said, words) : null,
                said(kind, said, words),
                said.path("reason").isString()
                        ? words.say(
                                "cancellation.reason",
                                reason(said.path("reason").stringValue(), words))
                        : null,
                said.has("respondBy")
                        ? words.say(
                                "answerBy",
                                words.moment(
                                        Instant.parse(said.path("respondBy").stringValue()), supplier.zone()))
                        : null,
                attached(facts, words));
    }

    private static String reason(String reason, SupplierWords words) {
        return StoreReason.of(reason)
                .map(store -> words.say("why." + store.name().toLowerCase(Locale.ROOT)))
                .orElse(reason);
    }

    private static String intro(String kind, JsonNode said, boolean settled) {
        return switch (kind) {
            case "price" -> settled ? "price.intro" : "price.refused";
            case "reminder" -> said.has("amendmentId") ? "reminder.amendment" : "reminder.intro";
            default -> kind + ".intro";
        };
    }

    /** What is decided, or the parcels it is about; null = there is no such thing. */
    private static @Nullable String said(String kind, JsonNode said, SupplierWords words) {
        return switch (kind) {
            case "price" -> cost(said, words);
            case "recall" -> parcels(said, words);
            default -> null;
        };
    }

    private static @Nullable String parcels(JsonNode said, SupplierWords words) {
        List<String> numbers = said.path("parcels")
                .valueStream()
                .map(parcel -> parcel.path("trackingNumber").asString(""))
                .filter(number -> !number.isEmpty())
                .toList();
        return numbers.isEmpty() ? null : words.say("recall.parcels", String.join(", ", numbers));
    }

    /** What a unit costs now, and what was named where that is not it. */
    private static String cost(JsonNode said, SupplierWords words) {
        String currency = said.path("currency").stringValue();
        String now = words.cost(Micros.parse(said.path("unitCost").stringValue()), currency);
        return said.path("accepted").booleanValue()
                ? words.say("price.cost", now)
                : words.say(
                        "price.cost.refused",
                        now,
                        words.cost(Micros.parse(said.path("namedUnitCost").stringValue()), currency));
    }

    /** Names the proposed papers and says when they hold. */
    private static @Nullable String attached(Facts facts, SupplierWords words) {
        if (facts.attachments().isEmpty()) {
            return null;
        }
        return words.say(
                facts.link() == null ? "amendment.attached" : "amendment.attached.link",
                String.join(
                        ", ",
                        facts.attachments().stream().map(Attachment::fileName).toList()));
    }

    /** Cancellation, amendment, price, recall or reminder: the key its words begin with. */
    private static String kind(JsonNode said) {
        String type = said.path("type").stringValue();
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /** The part of the page where it is answered. */
    private static String part(JsonNode said) {
        return switch (kind(said)) {
            case "cancellation" -> "#cancellation";
            case "amendment" -> "#amendment";
            case "price" -> "";
            case "recall" -> "#recall";
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

    private static List<Row> rows(JsonNode asked, List<PurchaseOrderLine> lines) {
        List<Row> rows = new ArrayList<>();
        for (JsonNode each : asked) {
            int number = each.path("line").intValue();
            PurchaseOrderLine line = lines.stream()
                    .filter(candidate -> candidate.line() == number)
                    .findFirst()
                    .orElseThrow();
            rows.add(new Row(
                    number,
                    Integer.toString(each.path("quantity").intValue()),
                    line.supplierSku(),
                    line.title(),
                    entered(each)));
        }
        return rows;
    }

    private static List<MailEntry> entered(JsonNode line) {
        return line.path("properties")
                .propertyStream()
                .map(entry -> new MailEntry(entry.getKey(), entry.getValue().asString("")))
                .toList();
    }
}
