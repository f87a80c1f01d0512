package dev.baton.trading;

import dev.baton.platform.MerchantId;
import dev.baton.platform.mail.MailAddress;
import dev.baton.platform.mail.MailMessages;
import dev.baton.platform.mail.MessageIds;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message that came to the address our mail is sent from. Source: RFC 3464 (delivery reports), RFC 3834 (automatic
 * replies), RFC 5322 3.6.4 (what a message answers). Whose it is only our own Message-ID says, which names the merchant:
 * senders and addresses may be two merchants' at once.
 *
 * @param about which of our documents it names; null = none
 * @param readers the addresses a delivery report says it failed for or arrived at; empty where it names none, and of
 *     anything else
 * @param from who it says it is from
 * @param said in words what is wrong, or its subject
 */
record ReturnedMail(Kind kind, @Nullable About about, List<MailAddress> readers, String from, String said) {

    /** What the message is. */
    enum Kind {
        /** Our mail will never arrive. */
        FAILED,
        /** It is late, or went on to where no reports are made; nothing is known yet. */
        DELAYED,
        /** It lies in its reader's mailbox, says the report. */
        ARRIVED,
        /** A machine answers: the reader is away, or gone. */
        AUTOMATIC,
        /** A person writes. */
        HUMAN
    }

    /** What a Message-ID of ours stands for: a transmission by its key, a mail to a customer by its id, or a letter. */
    record About(MerchantId merchant, String key) {

        /** The mail to a customer; empty = it stands for a transmission. */
        Optional<UUID> customerMail() {
            return PLAIN_ID.matcher(key).matches() ? Optional.of(UUID.fromString(key)) : Optional.empty();
        }

        /** Whether it is a mail to staff, or one that lets a supplier in. */
        boolean isLetter() {
            return key.startsWith(MessageIds.LETTER)
                    && PLAIN_ID.matcher(key.substring(MessageIds.LETTER.length()))
                            .matches();
        }
    }

    /** Keys of transmissions begin with a purchase order's number and a dot. */
    private static final Pattern PLAIN_ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** As {@link MessageIds} makes them. */
    private static final Pattern OURS = Pattern.compile(
            "<([A-Za-z0-9.-]{1,100})\\.([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})@");

    private static final int MOST_PARTS = 50;
    private static final int MOST_TEXT = 200_000;
    private static final int LONGEST_SAID = 500;

    /** Reads a message; one that cannot be read is a person's matter. */
    static ReturnedMail read(byte[] bytes) {
        try {
            MimeMessage message = MailMessages.read(bytes);
            Parts parts = new Parts();
            parts.walk(message, 0);
            return of(message, parts);
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            return new ReturnedMail(Kind.HUMAN, null, List.of(), "an unreadable sender", "the message cannot be read");
        }
    }

    private static ReturnedMail of(MimeMessage message, Parts parts) throws MessagingException {
        String from = Optional.ofNullable(message.getHeader("From", ", ")).orElse("nobody");
        String subject = Optional.ofNullable(message.getSubject()).orElse("(no subject)");
        Kind kind = kind(message, parts);
        String said = parts.status.isEmpty() ? subject : diagnosis(parts.status.toString(), subject);
        About about = about(String.join(
                "\n", parts.original, head(message, "In-Reply-To"), head(message, "References"), parts.words));
        String action = kind == Kind.ARRIVED ? "delivered" : "failed";
        return new ReturnedMail(
                kind, about, readers(parts.status.toString(), action), shortened(from), shortened(said));
    }

    private static Kind kind(MimeMessage message, Parts parts) throws MessagingException {
        if (!parts.status.isEmpty()) {
            List<String> actions = fields(parts.status.toString(), "Action").stream()
                    .map(action -> action.toLowerCase(Locale.ROOT))
                    .toList();
            if (actions.contains("failed")) {
                return Kind.FAILED;
            }
            return actions.contains("delivered") ? Kind.ARRIVED : Kind.DELAYED;
        }
        String automatic = head(message, "Auto-Submitted").toLowerCase(Locale.ROOT);
        boolean machine = (!automatic.isEmpty() && !automatic.startsWith("no"))
                || !head(message, "X-Autoreply").isEmpty()
                || head(message, "Precedence").toLowerCase(Locale.ROOT).contains("auto_reply");
        return machine ? Kind.AUTOMATIC : Kind.HUMAN;
    }

    private static String head(MimeMessage message, String name) throws MessagingException {
        return Optional.ofNullable(message.getHeader(name, " ")).orElse("");
    }

    private static String diagnosis(String status, String subject) {
        String why = field(status, "Diagnostic-Code");
        String code = field(status, "Status");
        return why.isEmpty() ? (code.isEmpty() ? subject : "status " + code) : why;
    }

    /** Of each reader's group of fields that says so: whom it was for. */
    private static List<MailAddress> readers(String status, String action) {
        return Arrays.stream(status.split("\\r?\\n[ \\t]*\\r?\\n", -1))
                .filter(group -> field(group, "Action").equalsIgnoreCase(action))
                .map(group -> field(group, "Final-Recipient")
                        .replaceFirst("^[^;]*;", "")
                        .strip())
                .map(MailAddress::read)
                .flatMap(Optional::stream)
                .toList();
    }

    private static String field(String status, String name) {
        return fields(status, name).stream().findFirst().orElse("");
    }

    private static List<String> fields(String status, String name) {
        return Pattern.compile("(?im)^" + name + ":[ \\t]*(.*(?:\\r?\\n[ \\t].*)*)")
                .matcher(status)
                .results()
                .map(field -> field.group(1).replaceAll("\\s+", " ").strip())
                .toList();
    }

    private static @Nullable About about(String text) {
        Matcher ours = OURS.matcher(text);
        if (!ours.find()) {
            return null;
        }
        UUID merchant = UUID.fromString(
                String.join("-", ours.group(2), ours.group(3), ours.group(4), ours.group(5), ours.group(6)));
        return new About(new MerchantId(merchant), ours.group(1));
    }

    private static String shortened(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST_SAID ? line : line.substring(0, LONGEST_SAID) + "…";
    }

    /** What of a message matters here. */
    private static final class Parts {

        private final StringBuilder status = new StringBuilder();
        private final StringBuilder original = new StringBuilder();
        private final StringBuilder words = new StringBuilder();
        private int seen;

        private void walk(Part part, int depth) throws MessagingException, IOException {
            if (++seen > MOST_PARTS || depth > 5) {
                return;
            }
            if (part.isMimeType("message/delivery-status")) {
                status.append(text(part));
            } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
                original.append(text(part));
            } else if (part.isMimeType("text/plain")) {
                // some servers put the message they return into their own words (qmail's bounces)
                words.append(text(part));
            } else if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
                List<BodyPart> all = new ArrayList<>();
                for (int i = 0; i < Math.min(MOST_PARTS, parts.getCount()); i++) {
                    all.add(parts.getBodyPart(i));
                }
                for (BodyPart each : all) {
                    walk(each, depth + 1);
                }
            }
        }

        private static String text(Part part) throws MessagingException, IOException {
            return new String(part.getInputStream().readNBytes(MOST_TEXT), StandardCharsets.UTF_8);
        }
    }
}
