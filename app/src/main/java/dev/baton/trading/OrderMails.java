package dev.baton.trading;

import dev.baton.platform.address.PostalAddress;
import dev.baton.platform.mail.Letter.Attachment;
import dev.baton.platform.mail.MailAddress;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.suppliers.Instructions;
import dev.baton.trading.OrderMail.Part;
import dev.baton.trading.OrderMail.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the facts of a purchase order into what its mail shows, in the supplier's language. */
final class OrderMails {

    private OrderMails() {}

    static OrderMail of(MailFacts facts, MailAddress replies, List<Attachment> attachments) {
        PurchaseOrderFacts order = facts.order();
        SupplierWords words = SupplierWords.of(order.supplier().language());
        ShipMethodCode method =
                ShipMethodCode.of(order.order().shipMethod(), order.supplier().shipMethods());
        return new OrderMail(
                MailHeads.of(
                        words,
                        new MailHeads.Title(
                                "order.subject",
                                order.order().number(),
                                facts.brand().name()),
                        facts.brand(),
                        replies,
                        facts.link(),
                        MailHeads.OF_ORDER),
                words.say("order.intro", order.merchantName()),
                words.say(
                        "answerBy",
                        words.moment(order.order().respondBy(), order.supplier().zone())),
                words.say("shipTo"),
                shipTo(order.shipTo(), words),
                words.say("shipMethod"),
                method == null ? null : shown(method),
                words.say("storeOrder"),
                order.order().storeOrderName(),
                words.say("quantity"),
                words.say("sku"),
                words.say("goods"),
                words.say("cost"),
                order.order().lines().stream()
                        .map(line -> row(line, order, words))
                        .toList(),
                words.say("gift"),
                order.giftMessage(),
                instructions(order.instructions(), words),
                attachments.isEmpty()
                        ? null
                        : words.say(
                                "attached",
                                String.join(
                                        ", ",
                                        attachments.stream()
                                                .map(Attachment::fileName)
                                                .toList())));
    }

    static String shown(ShipMethodCode method) {
        return method.carrier() == null ? method.code() : method.code() + " (" + method.carrier() + ")";
    }

    /** The parts that are there, in the order they are read. */
    static List<Part> shipTo(PostalAddress to, SupplierWords words) {
        List<Part> parts = new ArrayList<>();
        part(parts, "name", to.name());
        part(parts, "company", to.company());
        part(parts, "line1", to.line1());
        part(parts, "line2", to.line2());
        part(parts, "city", place(to));
        part(parts, "region", to.region());
        part(parts, "country", country(to.countryCode(), words));
        part(parts, "phone", to.phone() == null ? null : words.say("phone", to.phone()));
        return parts;
    }

    private static String place(PostalAddress to) {
        return Stream.of(to.postcode(), to.city())
                .filter(Objects::nonNull)
                .filter(said -> !said.isBlank())
                .collect(Collectors.joining(" "));
    }

    /** In the reader's words, with the code a carrier's form asks for. */
    private static @Nullable String country(@Nullable String code, SupplierWords words) {
        String name = code == null || code.length() != 2
                ? ""
                : Locale.of("", code).getDisplayCountry(Locale.forLanguageTag(words.language()));
        return name.isEmpty() || name.equals(code) ? code : name + " (" + code + ")";
    }

    private static void part(List<Part> parts, String name, @Nullable String said) {
        if (said != null && !said.isBlank()) {
            parts.add(new Part(name, said));
        }
    }

    private static Row row(PurchaseOrderLine line, PurchaseOrderFacts order, SupplierWords words) {
        int quantity = line.units().quantity();
        return new Row(
                line.line(),
                Integer.toString(quantity),
                quantity > 1,
                line.supplierSku(),
                line.title(),
                quantity > 1 ? words.say("pieces", quantity) : null,
                words.say("ourSku", line.merchantSku()),
                cost(line, order, words),
                order.enteredFor(line).entrySet().stream()
                        .map(entry -> new MailEntry(entry.getKey(), entry.getValue()))
                        .toList());
    }

    static String cost(PurchaseOrderLine line, PurchaseOrderFacts order, SupplierWords words) {
        return words.cost(line.unitCostMicros(), order.order().currency());
    }

    private static List<MailEntry> instructions(Instructions said, SupplierWords words) {
        return said.said().stream()
                .map(each -> new MailEntry(words.say(each.kind().word()), each.text()))
                .toList();
    }
}
