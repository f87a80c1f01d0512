package dev.baton.console;

import dev.baton.platform.mail.Letter;
import dev.baton.platform.mail.MailComparison;
import dev.baton.platform.mail.MailComparison.Said;
import dev.baton.platform.mail.MailReading;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a mail to staff back from its bytes and compares it with what was meant, line by line and link by link. A mail
 * that says anything else does not leave. Pure.
 */
final class StaffMailCheck {

    private StaffMailCheck() {}

    /**
     * Of a mail with a one-time link.
     *
     * @return the first difference in words, without what stands there; empty when the mail says what was meant
     */
    static Optional<String> ofLink(byte[] bytes, Letter meant, String link) {
        return compared(bytes, meant, (read, found) -> {
            found.same(
                    "its one link",
                    List.of(link),
                    read.lines().stream()
                            .filter(line -> line.startsWith("http://") || line.startsWith("https://"))
                            .toList());
            found.whole("its page", List.of(), read.texts());
        });
    }

    /** The same of a mail that also has a page. */
    static Optional<String> ofSheet(byte[] bytes, Letter meant, StaffMailSheet sheet) {
        return compared(bytes, meant, (read, found) -> {
            List<Said> said =
                    new ArrayList<>(List.of(new Said("heading", sheet.heading()), new Said("intro", sheet.intro())));
            sheet.items().forEach(item -> said.add(new Said("an item", item.text())));
            said.add(new Said("foot", sheet.foot()));
            found.whole("its page", said, read.texts());
            found.same(
                    "its links",
                    sheet.items().stream()
                            .map(StaffMailSheet.Item::url)
                            .filter(url -> !url.isEmpty())
                            .toList(),
                    read.values("href"));
        });
    }

    /** What is particular to one sort of mail. */
    @FunctionalInterface
    private interface Particulars {
        void compare(MailReading read, MailComparison found);
    }

    private static Optional<String> compared(byte[] bytes, Letter meant, Particulars particulars) {
        try {
            MailReading read = new MailReading(bytes);
            MailComparison found = new MailComparison(read);
            found.heads(List.of(meant.to().toString()), meant.from().toString(), meant.subject());
            found.whole(
                    "its text",
                    meant.text().lines().map(line -> new Said("a line", line)).toList(),
                    read.lines());
            particulars.compare(read, found);
            return found.difference();
        } catch (MessagingException | IOException unreadable) {
            return Optional.of("the mail cannot be read back: " + unreadable.getMessage());
        }
    }
}
