package dev.baton.trading;

import dev.baton.trading.NoticeMail.Row;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** Reads a notice's mail back, HTML and text, and compares the units it names with those that were meant. */
final class NoticeMailCheck {

    private NoticeMailCheck() {}

    /** The first difference in words; empty when there is none. */
    static Optional<String> differences(byte[] bytes, NoticeMail meant) {
        try {
            MailReading read = new MailReading(bytes);
            List<String> wanted =
                    meant.rows().stream().map(NoticeMailCheck::row).toList();
            List<String> html =
                    read.marked("data-line").stream().map(NoticeMailCheck::row).toList();
            List<String> text = read.lines().stream()
                    .filter(line -> line.matches("\\d+\\) \\d+ × .*"))
                    .toList();
            boolean good = wanted.equals(html)
                    && wanted.equals(text)
                    && meant.head().title().equals(read.message().getSubject());
            return good ? Optional.empty() : Optional.of("the notice reads otherwise than it was meant");
        } catch (MessagingException | IOException unreadable) {
            return Optional.of("the notice cannot be read back: " + unreadable.getMessage());
        }
    }

    private static String row(Row row) {
        return MailReading.flat(row.line() + ") " + row.quantity() + " × " + row.sku());
    }

    private static String row(Element row) {
        return MailReading.flat(row.getAttribute("data-line") + ") "
                + MailReading.shown(row, "data-quantity").orElse("") + " × "
                + MailReading.shown(row, "data-sku").orElse(""));
    }
}
