package dev.baton.notifications;

import dev.baton.platform.mail.MailMessages;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words of a rendered mail, read back from its bytes.
 *
 * @param to the customer's address
 * @param from the sender as the customer sees it
 * @param replyTo the mailbox a person reads
 * @param text for readers of plain text
 * @param html the same in HTML
 */
public record MailText(String to, String from, String replyTo, String subject, String text, String html) {

    static MailText read(byte[] message) {
        try {
            MimeMessage mail = MailMessages.read(message);
            return new MailText(
                    addresses(mail.getRecipients(jakarta.mail.Message.RecipientType.TO), false),
                    addresses(mail.getFrom(), true),
                    addresses(mail.getReplyTo(), false),
                    Objects.requireNonNullElse(mail.getSubject(), ""),
                    find(mail, "text/plain").replace("\r\n", "\n"),
                    find(mail, "text/html").replace("\r\n", "\n"));
        } catch (MessagingException | IOException damaged) {
            throw new IllegalStateException("a mail we wrote cannot be read", damaged);
        }
    }

    private static String addresses(jakarta.mail.Address @Nullable [] addresses, boolean named) {
        return addresses == null
                ? ""
                : Arrays.stream(addresses)
                        .map(address -> named
                                ? ((InternetAddress) address).toUnicodeString()
                                : ((InternetAddress) address).getAddress())
                        .collect(Collectors.joining(", "));
    }

    private static String find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                String found = find(inner, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
