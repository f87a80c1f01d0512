package dev.baton.platform.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One mail as it is meant. Its Message-ID and date are fixed before its first attempt, so that every attempt sends the
 * same bytes and a reader's system takes a repeat for what it is.
 *
 * @param fromName shown beside the sender's address, in any script
 * @param cc further readers, may be empty
 * @param replyTo the mailbox a person reads; null = answers go to the sender
 * @param messageId without its angle brackets, {@code local@domain}
 * @param headers further headers, such as {@code X-Baton-Document}
 * @param html the same in HTML, or null for text alone
 * @param pictures what the HTML shows by {@code cid:}
 */
public record Letter(
        MailAddress from,
        String fromName,
        MailAddress to,
        List<MailAddress> cc,
        @Nullable MailAddress replyTo,
        String subject,
        String messageId,
        Instant date,
        Map<String, String> headers,
        String text,
        @Nullable String html,
        List<Picture> pictures,
        List<Attachment> attachments) {

    public Letter {
        cc = List.copyOf(cc);
        headers = Map.copyOf(headers);
        pictures = List.copyOf(pictures);
        attachments = List.copyOf(attachments);
    }

    /** A picture inside the HTML, shown by {@code cid:} and its content id. */
    public record Picture(String contentId, String mediaType, byte[] bytes) {}

    /** A file beside the text. */
    public record Attachment(String fileName, String mediaType, byte[] bytes) {}
}
