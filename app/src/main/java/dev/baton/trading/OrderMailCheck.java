package dev.baton.trading;

import dev.baton.platform.mail.Letter.Attachment;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.suppliers.Instructions;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Reads a purchase order mail back, its HTML and its text, and compares both with what was meant, line by line. A mail
 * that says anything else does not leave.
 */
final class OrderMailCheck {

    private final PurchaseOrderFacts meant;
    private final SupplierWords words;
    private final MailReading read;
    private @Nullable String difference;

    private OrderMailCheck(PurchaseOrderFacts meant, MailReading read) {
        this.meant = meant;
        this.words = SupplierWords.of(meant.supplier().language());
        this.read = read;
    }

    /** The first difference in words, without what stands there; empty when the mail says what was meant. */
    static Optional<String> differences(byte[] mail, PurchaseOrderFacts meant, List<Attachment> attachments) {
        try {
            OrderMailCheck check = new OrderMailCheck(meant, new MailReading(mail));
            check.heads();
            check.html();
            check.text();
            check.files(attachments);
            return Optional.ofNullable(check.difference);
        } catch (MessagingException | IOException unreadable) {
            return Optional.of("the mail cannot be read back: " + unreadable.getMessage());
        }
    }

    private void heads() throws MessagingException {
        String subject = String.valueOf(read.message().getSubject());
        if (!subject.contains(meant.order().number())) {
            differs("the subject");
        }
    }

    private void html() {
        List<Element> address = read.marked("data-ship-to");
        same("shipTo", 1, address.size());
        for (Element element : address) {
            same(
                    "HTML shipTo",
                    parts().stream().map(OrderMail.Part::shown).toList(),
                    MailReading.marked(element, "data-part").stream()
                            .map(Element::getTextContent)
                            .toList());
        }
        same("HTML storeOrder", meant.order().storeOrderName(), read.shown("data-store-order"));
        same("HTML shipMethod", shipMethod(), read.shown("data-ship-method"));
        same("HTML giftMessage", meant.giftMessage(), read.shown("data-gift"));
        same(
                "HTML instructions",
                instructions(),
                read.marked("data-instruction").stream()
                        .map(Element::getTextContent)
                        .toList());
        List<Element> rows = read.marked("data-line");
        same("number of lines in the HTML", meant.order().lines().size(), rows.size());
        for (int i = 0; i < Math.min(rows.size(), meant.order().lines().size()); i++) {
            row(rows.get(i), meant.order().lines().get(i));
        }
    }

    private void row(Element row, PurchaseOrderLine line) {
        String name = "HTML line " + line.line() + " ";
        same(name + "number", Integer.toString(line.line()), Optional.of(row.getAttribute("data-line")));
        same(name + "sku", line.supplierSku(), MailReading.shown(row, "data-sku"));
        same(name + "quantity", quantity(line), MailReading.shown(row, "data-quantity"));
        same(name + "title", line.title(), MailReading.shown(row, "data-title"));
        same(name + "cost", OrderMails.cost(line, meant), MailReading.shown(row, "data-cost"));
        same(
                name + "properties",
                entered(line),
                MailReading.marked(row, "data-property").stream()
                        .map(Element::getTextContent)
                        .toList());
    }

    private void text() {
        List<String> lines = read.lines();
        List<String> rows = lines.stream()
                .filter(line -> line.matches("\\d+\\) \\d+ × .*"))
                .map(line -> line.replaceFirst(" <<< .*", ""))
                .toList();
        same(
                "lines of the text",
                meant.order().lines().stream()
                        .map(line -> line.line() + ") " + quantity(line) + " × " + line.supplierSku())
                        .toList(),
                rows);
        List<String> expected = new ArrayList<>();
        expected.add("== " + words.say("shipTo") + " ==");
        parts().forEach(part -> expected.add(part.shown()));
        block("shipTo of the text", expected, lines);
        for (PurchaseOrderLine line : meant.order().lines()) {
            List<String> goods = new ArrayList<>(List.of(
                    line.title(), words.say("ourSku", line.merchantSku()) + ", " + OrderMails.cost(line, meant)));
            goods.addAll(entered(line));
            block("line " + line.line() + " of the text", goods, lines);
        }
        Stream.concat(Stream.ofNullable(meant.giftMessage()), instructions().stream())
                .filter(said -> !said.isBlank())
                .forEach(said -> block("gift or instructions of the text", List.of(said), lines));
    }

    /** These lines one after another, somewhere. */
    private void block(String what, List<String> expected, List<String> lines) {
        List<String> flat = expected.stream().map(MailReading::flat).toList();
        for (int from = 0; from + flat.size() <= lines.size(); from++) {
            if (lines.subList(from, from + flat.size()).equals(flat)) {
                return;
            }
        }
        differs(what);
    }

    private void files(List<Attachment> attachments) {
        same(
                "names of the attachments",
                attachments.stream().map(Attachment::fileName).toList(),
                List.copyOf(read.files().keySet()));
        for (Attachment attachment : attachments) {
            if (!Arrays.equals(attachment.bytes(), read.files().get(attachment.fileName()))) {
                differs("the attachment " + attachment.fileName());
            }
        }
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
        Instructions said = meant.supplier().instructions();
        return Stream.of(said.packaging(), said.branding(), said.special())
                .filter(Objects::nonNull)
                .filter(each -> !each.isBlank())
                .toList();
    }

    private List<String> entered(PurchaseOrderLine line) {
        return meant.enteredFor(line).entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .toList();
    }

    private static String quantity(PurchaseOrderLine line) {
        return Integer.toString(line.units().quantity());
    }

    private void same(String what, @Nullable String wanted, Optional<String> shown) {
        if (!Objects.equals(
                wanted == null ? null : MailReading.flat(wanted),
                shown.map(MailReading::flat).orElse(null))) {
            differs(what);
        }
    }

    private void same(String what, List<String> wanted, List<String> shown) {
        if (!wanted.stream()
                .map(MailReading::flat)
                .toList()
                .equals(shown.stream().map(MailReading::flat).toList())) {
            differs(what);
        }
    }

    private void same(String what, int wanted, int shown) {
        if (wanted != shown) {
            differs(what);
        }
    }

    /** Names the place, never the content: it may be a person's. */
    private void differs(String what) {
        if (difference == null) {
            difference = what + " reads otherwise than it was meant";
        }
    }
}
