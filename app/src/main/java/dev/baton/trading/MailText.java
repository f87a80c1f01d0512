package dev.baton.trading;

import dev.baton.trading.OrderMail.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes mails to suppliers as plain text, for readers without HTML and for those who search. */
final class MailText {

    private final List<String> lines = new ArrayList<>();

    private MailText() {}

    static String of(OrderMail mail) {
        MailText text = new MailText();
        text.opening(mail.head(), mail.intro());
        text.add(mail.answerBy());
        text.links(mail.head());
        text.heading(mail.shipToLabel());
        mail.shipTo().forEach(part -> text.add(part.shown()));
        text.add("");
        if (mail.shipMethod() != null) {
            text.add(mail.shipMethodLabel() + ": " + mail.shipMethod());
        }
        text.add(mail.storeOrderLabel() + ": " + mail.storeOrder());
        text.heading(mail.goodsLabel());
        mail.rows().forEach(text::row);
        text.section(mail.giftLabel(), mail.gift());
        mail.instructions().forEach(entry -> text.section(entry.name(), entry.said()));
        text.closing(mail.head(), mail.attached());
        return text.whole();
    }

    static String of(NoticeMail mail) {
        MailText text = new MailText();
        text.opening(mail.head(), mail.intro());
        mail.rows().forEach(row -> {
            text.add(row.line() + ") " + row.quantity() + " × " + flat(row.sku()));
            text.add("   " + row.title());
            row.entered().forEach(entry -> text.add("   " + entry.name() + ": " + entry.said()));
        });
        if (mail.wanted() != null) {
            text.delivery(mail.wanted());
        }
        if (mail.said() != null) {
            text.add("");
            text.add(mail.said());
        }
        if (mail.reason() != null) {
            text.add("");
            text.add(mail.reason());
        }
        if (mail.answerBy() != null) {
            text.add("");
            text.add(mail.answerBy());
        }
        text.links(mail.head());
        text.closing(mail.head(), mail.attached());
        return text.whole();
    }

    private void delivery(NoticeMail.Delivery wanted) {
        heading(wanted.shipToLabel());
        wanted.shipTo().forEach(part -> add(part.shown()));
        section(wanted.shipMethodLabel(), wanted.shipMethod());
        section(wanted.giftLabel(), wanted.gift());
    }

    private void opening(MailHead head, String intro) {
        add(head.title());
        add("");
        add(intro);
        add("");
    }

    private void links(MailHead head) {
        add("");
        head.buttons().stream().limit(1).forEach(button -> add(button.label() + ": " + button.address()));
        add(head.askInText());
    }

    private void row(Row row) {
        String pieces = row.pieces();
        add(row.line() + ") " + row.quantity() + " × " + flat(row.sku()) + (pieces == null ? "" : "   <<< " + pieces));
        add("   " + row.title());
        add("   " + row.ourSku() + ", " + row.cost());
        row.entered().forEach(entry -> add("   " + entry.name() + ": " + entry.said()));
    }

    private void section(String heading, @Nullable String said) {
        if (said != null) {
            heading(heading);
            add(said);
        }
    }

    private void heading(String heading) {
        add("");
        add("== " + heading + " ==");
    }

    private void closing(MailHead head, @Nullable String attached) {
        add("");
        if (attached != null) {
            add(attached);
        }
        add(head.replies());
        String footer = head.footer();
        if (footer != null) {
            add("");
            add(footer);
        }
    }

    /** One line; what a value's own line ends would make lines of is kept together. */
    private void add(String line) {
        lines.add(flat(line).stripTrailing());
    }

    private static String flat(String value) {
        return value.lines().map(String::stripTrailing).collect(Collectors.joining(" "));
    }

    private String whole() {
        return String.join("\r\n", lines) + "\r\n";
    }
}
