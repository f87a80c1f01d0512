package dev.baton.world.mail;

import dev.baton.world.http.Body;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A mail as its reader sees it.
 *
 * @param number counts the mails of one run from 1
 * @param at business time of its arrival
 * @param returnPath where it goes back to
 * @param to whose mailbox it lies in
 * @param from the address of the From header, in lower case; {@code senderName} its display name
 * @param html empty where it has no such part; {@code text} likewise
 * @param attachments everything else, inline pictures too
 */
public record Letter(
        int number,
        Instant at,
        String returnPath,
        String to,
        Body source,
        String from,
        String senderName,
        String replyTo,
        String subject,
        String messageId,
        String html,
        String text,
        List<Attachment> attachments) {

    /** A part of a mail that is a file or a picture; {@code name} is empty where it has none. */
    public record Attachment(String name, String mediaType, Body content) {}

    private static final Session NO_SESSION = Session.getInstance(new Properties());

    /**
     * Reads a mail.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Letter read(int number, Instant at, Envelope envelope, String to) {
        try {
            MimeMessage message = message(envelope.content());
            Parts parts = new Parts();
            parts.collect(message);
            InternetAddress sender = address(message.getFrom());
            InternetAddress reply = address(message.getReplyTo());
            return new Letter(
                    number,
                    at,
                    envelope.from(),
                    to,
                    envelope.content(),
                    sender == null ? "" : sender.getAddress().toLowerCase(Locale.ROOT),
                    sender == null || sender.getPersonal() == null ? "" : sender.getPersonal(),
                    reply == null ? "" : reply.getAddress().toLowerCase(Locale.ROOT),
                    message.getSubject() == null ? "" : message.getSubject(),
                    message.getMessageID() == null ? "" : message.getMessageID(),
                    parts.html,
                    parts.text,
                    List.copyOf(parts.attachments));
        } catch (MessagingException | IOException e) {
            throw new IllegalArgumentException("no mail: " + e.getMessage(), e);
        }
    }

    /** The first header of that name, unfolded and decoded; empty when there is none. */
    public String header(String name) {
        try {
            String[] values = message(source).getHeader(name);
            return values == null
                    ? ""
                    : MimeUtility.decodeText(MimeUtility.unfold(values[0])).strip();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("a mail that was read once", e);
        }
    }

    /** The attachment whose name ends so, or null. */
    public @Nullable Attachment attachment(String ending) {
        return attachments.stream()
                .filter(one -> one.name().endsWith(ending))
                .findFirst()
                .orElse(null);
    }

    private static MimeMessage message(Body source) throws MessagingException {
        return new MimeMessage(NO_SESSION, new ByteArrayInputStream(source.bytes()));
    }

    private static @Nullable InternetAddress address(jakarta.mail.Address @Nullable [] addresses) {
        return addresses != null && addresses.length > 0 && addresses[0] instanceof InternetAddress one ? one : null;
    }

    /** Sorts the parts of a message. */
    private static final class Parts {

        private String html = "";
        private String text = "";
        private final List<Attachment> attachments = new ArrayList<>();

        void collect(Part part) throws MessagingException, IOException {
            if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart many) {
                for (int i = 0; i < many.getCount(); i++) {
                    BodyPart inner = many.getBodyPart(i);
                    collect(inner);
                }
                return;
            }
            @Nullable String name = part.getFileName();
            boolean shown = name == null && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
            if (shown && part.isMimeType("text/html") && html.isEmpty()) {
                html = String.valueOf(part.getContent());
            } else if (shown && part.isMimeType("text/plain") && text.isEmpty()) {
                text = String.valueOf(part.getContent());
            } else {
                String type =
                        new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT);
                attachments.add(new Attachment(
                        name == null ? "" : MimeUtility.decodeText(name),
                        type,
                        Body.of(part.getInputStream().readAllBytes())));
            }
        }
    }
}
