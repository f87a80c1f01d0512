package dev.baton.platform.mail;

import dev.baton.platform.mail.Letter.Attachment;
import dev.baton.platform.mail.Letter.Picture;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes letters as messages (RFC 5322, MIME). Whatever a name or subject holds, it cannot begin a header of its own:
 * line ends and other control characters become spaces.
 */
public final class LetterWriter {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private LetterWriter() {}

    /** The whole message, lines ended by CRLF. */
    public static byte[] write(Letter letter) {
        try {
            MimeMessage message = new FixedId(letter.messageId());
            heads(message, letter);
            message.setContent(body(letter));
            message.saveChanges();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException | IOException unwritable) {
            throw new IllegalStateException("a letter of checked parts cannot be written", unwritable);
        }
    }

    /** A message that keeps the id it was given when it is saved. */
    private static final class FixedId extends MimeMessage {

        private final String id;

        private FixedId(String id) {
            super(MailMessages.NO_SESSION);
            this.id = oneLine(id);
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }

    private static void heads(MimeMessage message, Letter letter) throws MessagingException, IOException {
        message.setFrom(address(letter.from(), letter.fromName()));
        message.setRecipient(RecipientType.TO, address(letter.to()));
        for (MailAddress reader : letter.cc()) {
            message.addRecipient(RecipientType.CC, address(reader));
        }
        MailAddress replyTo = letter.replyTo();
        if (replyTo != null) {
            message.setReplyTo(new InternetAddress[] {address(replyTo)});
        }
        message.setSubject(oneLine(letter.subject()), UTF_8);
        message.setSentDate(Date.from(letter.date()));
        for (Map.Entry<String, String> header : new TreeMap<>(letter.headers()).entrySet()) {
            message.setHeader(oneLine(header.getKey()), MimeUtility.encodeText(oneLine(header.getValue()), UTF_8, "B"));
        }
    }

    private static InternetAddress address(MailAddress address) throws MessagingException {
        return new InternetAddress(address.toString(), true);
    }

    private static InternetAddress address(MailAddress address, String name)
            throws MessagingException, UnsupportedEncodingException {
        InternetAddress named = address(address);
        named.setPersonal(oneLine(name), UTF_8);
        return named;
    }

    private static Multipart body(Letter letter) throws MessagingException, IOException {
        MimeMultipart readable = new MimeMultipart("alternative");
        readable.addBodyPart(text(letter.text(), "plain"));
        if (letter.html() != null) {
            readable.addBodyPart(html(letter.html(), letter.pictures()));
        }
        if (letter.attachments().isEmpty()) {
            return readable;
        }
        MimeMultipart whole = new MimeMultipart("mixed");
        whole.addBodyPart(part(readable));
        for (Attachment attachment : letter.attachments()) {
            MimeBodyPart part = bytes(attachment.mediaType(), attachment.bytes());
            part.setFileName(oneLine(attachment.fileName()));
            part.setDisposition(MimeBodyPart.ATTACHMENT);
            whole.addBodyPart(part);
        }
        return whole;
    }

    private static MimeBodyPart html(String html, List<Picture> pictures) throws MessagingException, IOException {
        if (pictures.isEmpty()) {
            return text(html, "html");
        }
        MimeMultipart related = new MimeMultipart("related");
        related.addBodyPart(text(html, "html"));
        for (Picture picture : pictures) {
            MimeBodyPart part = bytes(picture.mediaType(), picture.bytes());
            part.setContentID("<" + oneLine(picture.contentId()) + ">");
            part.setDisposition(MimeBodyPart.INLINE);
            related.addBodyPart(part);
        }
        return part(related);
    }

    private static MimeBodyPart part(MimeMultipart of) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(of);
        return part;
    }

    private static MimeBodyPart text(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    private static MimeBodyPart bytes(String mediaType, byte[] bytes) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, mediaType)));
        // else a text file would be sent as text, its line ends made others on the way
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
                .forEach(line::appendCodePoint);
        return line.toString().strip();
    }
}
