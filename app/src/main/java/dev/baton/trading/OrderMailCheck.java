package dev.baton.trading;

import dev.baton.platform.mail.Letter.Attachment;
import dev.baton.platform.mail.MailComparison;
import dev.baton.platform.mail.MailReading;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.suppliers.Instructions.Said;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Reads a purchase order mail back, its heads, its HTML, its text and where its links lead, and compares all of it with
 * what was meant, line by line. A mail that says anything else does not leave.
 */
final class OrderMailCheck {

    private final PurchaseOrderFacts meant;
    private final OrderMail mail;
    private final SupplierWords words;
    private final MailReading read;
    private final MailComparison found;

    private OrderMailCheck(PurchaseOrderFacts meant, OrderMail mail, MailReading read) {
        this.meant = meant;
        this.mail = mail;
        this.words = SupplierWords.of(meant.supplier().language());
        this.read = read;
        this.found = new MailComparison(read);
    }

    /** The first difference in words, without what stands there; empty when the mail says what was meant. */
    static Optional<String> differences(
            byte[] bytes, MailFacts meant, List<Attachment> attachments, Addressed addressed) {
        return differences(
                bytes,
                meant.order(),
                OrderMails.of(meant, addressed.envelope().replies(), attachments),
                attachments,
                addressed);
    }

    /** As above, of what is meant to be shown. */
    static Optional<String> differences(
            byte[] bytes, PurchaseOrderFacts meant, OrderMail mail, List<Attachment> attachments, Addressed addressed) {
        try {
            OrderMailCheck check = new OrderMailCheck(meant, mail, new MailReading(bytes));
            addressed.compare(check.read, check.found, mail.head());
            check.html();
            check.text();
            Addressed.compareWhole(check.read, check.found, ShownTexts.of(mail), MailText.of(mail));
            check.found.files(attachments);
            return check.found.difference();
        } catch (MessagingException | IOException unreadable) {
            return Optional.of("the mail cannot be read back: " + unreadable.getMessage());
        }
    }

    private void html() {
        found.same("HTML respondBy", mail.answerBy(), read.shown("data-answer-by"));
        found.address(parts().stream().map(OrderMail.Part::shown).toList());
        found.same("HTML storeOrder", meant.order().storeOrderName(), read.shown("data-store-order"));
        found.same("HTML shipMethod", shipMethod(), read.shown("data-ship-method"));
        found.same("HTML giftMessage", meant.giftMessage(), read.shown("data-gift"));
        found.same("HTML instructions", instructions(), MailComparison.texts(read.marked("data-instruction")));
        List<Element> rows = read.marked("data-line");
        found.same("number of lines in the HTML", meant.order().lines().size(), rows.size());
        for (int i = 0; i < Math.min(rows.size(), meant.order().lines().size()); i++) {
            row(rows.get(i), meant.order().lines().get(i));
        }
    }

    private void row(Element row, PurchaseOrderLine line) {
        String name = "HTML line " + line.line() + " ";
        found.same(name + "number", Integer.toString(line.line()), Optional.of(row.getAttribute("data-line")));
        found.same(name + "sku", line.supplierSku(), MailReading.shown(row, "data-sku"));
        found.same(name + "quantity", quantity(line), MailReading.shown(row, "data-quantity"));
        found.same(name + "title", line.title(), MailReading.shown(row, "data-title"));
        found.same(name + "cost", OrderMails.cost(line, meant, words), MailReading.shown(row, "data-cost"));
        found.same(name + "properties", entered(line), MailComparison.texts(MailReading.marked(row, "data-property")));
    }

    private void text() {
        List<String> lines = read.lines();
        List<String> rows = lines.stream()
                .filter(line -> line.matches("\\d+\\) \\d+ × .*"))
                .map(line -> line.replaceFirst(" <<< .*", ""))
                .toList();
        found.block("respondBy of the text", List.of(mail.answerBy()));
        found.same(
                "lines of the text",
                meant.order().lines().stream()
                        .map(line -> line.line() + ") " + quantity(line) + " × " + line.supplierSku())
                        .toList(),
                rows);
        List<String> expected = new ArrayList<>();
        expected.add("== " + words.say("shipTo") + " ==");
        parts().forEach(part -> expected.add(part.shown()));
        found.block("shipTo of the text", expected);
        for (PurchaseOrderLine line : meant.order().lines()) {
            List<String> goods = new ArrayList<>(List.of(
                    line.title(),
                    words.say("ourSku", line.merchantSku()) + ", " + OrderMails.cost(line, meant, words)));
            goods.addAll(entered(line));
            found.block("line " + line.line() + " of the text", goods);
        }
        Stream.concat(Stream.ofNullable(meant.giftMessage()), instructions().stream())
                .filter(said -> !said.isBlank())
                .forEach(said -> found.block("gift or instructions of the text", List.of(said)));
    }

    private List<OrderMail.Part> parts() {
        return OrderMails.shipTo(meant.shipTo(), words);
    }

    private @Nullable String shipMethod() {
        ShipMethodCode method =
                ShipMethodCode.of(meant.order().shipMethod(), meant.supplier().shipMethods());
        return method == null ? null : OrderMails.shown(method);
    }

    private List<String> instructions() {
        return meant.instructions().said().stream().map(Said::text).toList();
    }

    private List<String> entered(PurchaseOrderLine line) {
        return meant.enteredFor(line).entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .toList();
    }

    private static String quantity(PurchaseOrderLine line) {
        return Integer.toString(line.units().quantity());
    }
}
