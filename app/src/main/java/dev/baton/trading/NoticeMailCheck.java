package dev.baton.trading;

import dev.baton.platform.mail.Letter.Attachment;
import dev.baton.platform.mail.MailComparison;
import dev.baton.platform.mail.MailReading;
import dev.baton.trading.NoticeMail.Delivery;
import dev.baton.trading.NoticeMail.Row;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * Reads a notice's mail back, its heads, its HTML, its text, its papers and where its links lead, and compares them line
 * by line with what was meant. A notice that says anything else does not leave.
 */
final class NoticeMailCheck {

    private final NoticeMail meant;
    private final MailReading read;
    private final MailComparison found;

    private NoticeMailCheck(NoticeMail meant, MailReading read) {
        this.meant = meant;
        this.read = read;
        this.found = new MailComparison(read);
    }

    /** The first difference in words, without what stands there; empty when there is none. */
    static Optional<String> differences(
            byte[] bytes, NoticeMail meant, List<Attachment> attachments, Addressed addressed) {
        try {
            NoticeMailCheck check = new NoticeMailCheck(meant, new MailReading(bytes));
            addressed.compare(check.read, check.found, meant.head());
            check.html();
            check.text();
            Addressed.compareWhole(check.read, check.found, ShownTexts.of(meant), MailText.of(meant));
            check.found.files(attachments);
            return check.found.difference();
        } catch (MessagingException | IOException unreadable) {
            return Optional.of("the notice cannot be read back: " + unreadable.getMessage());
        }
    }

    private void html() {
        List<Element> rows = read.marked("data-line");
        found.same("number of lines in the HTML", meant.rows().size(), rows.size());
        for (int i = 0; i < Math.min(rows.size(), meant.rows().size()); i++) {
            row(rows.get(i), meant.rows().get(i));
        }
        Delivery wanted = meant.wanted();
        found.address(
                wanted == null
                        ? null
                        : wanted.shipTo().stream().map(OrderMail.Part::shown).toList());
        found.same("HTML shipMethod", wanted == null ? null : wanted.shipMethod(), read.shown("data-ship-method"));
        found.same("HTML giftMessage", wanted == null ? null : wanted.gift(), read.shown("data-gift"));
        found.same("HTML said", meant.said(), read.shown("data-said"));
        found.same("HTML reason", meant.reason(), read.shown("data-reason"));
        found.same("HTML respondBy", meant.answerBy(), read.shown("data-answer-by"));
    }

    private void row(Element row, Row line) {
        String name = "HTML line " + line.line() + " ";
        found.same(name + "number", Integer.toString(line.line()), Optional.of(row.getAttribute("data-line")));
        found.same(name + "quantity", line.quantity(), MailReading.shown(row, "data-quantity"));
        found.same(name + "sku", line.sku(), MailReading.shown(row, "data-sku"));
        found.same(name + "title", line.title(), MailReading.shown(row, "data-title"));
        found.same(name + "properties", entered(line), MailComparison.texts(MailReading.marked(row, "data-property")));
    }

    private void text() {
        found.same(
                "lines of the text",
                meant.rows().stream().map(NoticeMailCheck::head).toList(),
                read.lines().stream()
                        .filter(line -> line.matches("\\d+\\) \\d+ × .*"))
                        .toList());
        for (Row line : meant.rows()) {
            List<String> goods = new ArrayList<>(List.of(head(line), line.title()));
            goods.addAll(entered(line));
            found.block("line " + line.line() + " of the text", goods);
        }
        Delivery wanted = meant.wanted();
        if (wanted != null) {
            List<String> address = new ArrayList<>(List.of("== " + wanted.shipToLabel() + " =="));
            wanted.shipTo().forEach(part -> address.add(part.shown()));
            found.block("shipTo of the text", address);
            section(wanted.shipMethodLabel(), Optional.ofNullable(wanted.shipMethod()));
            section(wanted.giftLabel(), Optional.ofNullable(wanted.gift()));
        }
        if (meant.said() != null) {
            found.block("said of the text", List.of(meant.said()));
        }
        if (meant.answerBy() != null) {
            found.block("respondBy of the text", List.of(meant.answerBy()));
        }
    }

    private void section(String label, Optional<String> said) {
        said.ifPresent(each -> found.block(label + " of the text", List.of("== " + label + " ==", each)));
    }

    private static String head(Row row) {
        return MailReading.flat(row.line() + ") " + row.quantity() + " × " + row.sku());
    }

    private static List<String> entered(Row row) {
        return row.entered().stream()
                .map(entry -> entry.name() + ": " + entry.said())
                .toList();
    }
}
