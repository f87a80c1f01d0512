package dev.baton.world.mail;

import dev.baton.world.http.Body;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * Passes mail on as it came, by SMTP, except where he was told to spoil it. What the server behind did not take was no
 * sabotage yet.
 */
public final class MailInterloper implements SmtpDesk {

    /** What becomes of one message: nothing, itself, itself and another … Answers null where it is not worth spoiling. */
    public interface Spoiler extends Function<Letter, @Nullable List<Body>> {}

    /** One for all: making one looks for a class that is not there, and virtual threads that do so at once may stop all others. */
    private static final Session SESSION = session();

    private final int port;
    private final String user;
    private final String password;
    private final Map<String, Spoiler> spoilers = new ConcurrentHashMap<>();

    MailInterloper(int port, String user, String password) {
        this.port = port;
        this.user = user;
        this.password = password;
    }

    /** Sets him on the mail to one quarter: the first message the spoiler does not answer null to is spoilt. */
    public void spoil(Quarter quarter, Spoiler spoiler) {
        spoilers.put(quarter.domain(), spoiler);
    }

    @Override
    public SmtpAnswer recipient(String from, String recipient) {
        // The server behind is asked when the message is there: it says no then.
        return SmtpAnswer.TAKEN;
    }

    @Override
    public SmtpAnswer deliver(Envelope envelope) {
        String recipient = envelope.to().getFirst();
        String domain = spoilers.keySet().stream()
                .filter(one -> recipient.endsWith("@" + one) || recipient.endsWith("." + one))
                .findFirst()
                .orElse("");
        Spoiler spoiler = spoilers.get(domain);
        List<Body> instead = spoiler == null ? null : spoiler.apply(Letter.read(0, Instant.EPOCH, envelope, recipient));
        if (instead == null) {
            return pass(envelope, envelope.content());
        }
        SmtpAnswer answer = SmtpAnswer.TAKEN;
        for (Body body : instead) {
            answer = pass(envelope, body);
            if (!answer.isGood()) {
                return answer;
            }
        }
        spoilers.remove(domain);
        return answer;
    }

    private SmtpAnswer pass(Envelope envelope, Body content) {
        try (SMTPTransport transport = (SMTPTransport) SESSION.getTransport("smtp")) {
            transport.connect("127.0.0.1", port, user, password);
            Address[] to = new Address[envelope.to().size()];
            for (int i = 0; i < to.length; i++) {
                to[i] = new InternetAddress(envelope.to().get(i));
            }
            AsItCame message = new AsItCame(content);
            message.setEnvelopeFrom(envelope.from().isEmpty() ? "<>" : envelope.from());
            transport.sendMessage(message, to);
            return SmtpAnswer.TAKEN;
        } catch (SMTPSendFailedException e) {
            return new SmtpAnswer(e.getReturnCode() > 0 ? e.getReturnCode() : 0, "4.0.0 The server behind said so");
        } catch (MessagingException e) {
            return code(e);
        }
    }

    private static Session session() {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.auth", "true");
        return Session.getInstance(properties);
    }

    /** The answer of the server behind, as far as the client library tells it. */
    private static SmtpAnswer code(MessagingException failed) {
        for (Exception cause = failed; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException refused) {
                return new SmtpAnswer(refused.getReturnCode(), "The server behind said so");
            }
        }
        return SmtpAnswer.CUT;
    }

    private static @Nullable Exception next(Exception cause) {
        return cause instanceof MessagingException message ? message.getNextException() : null;
    }

    /** A message whose bytes nobody rewrites. */
    private static final class AsItCame extends SMTPMessage {

        private final Body asItCame;

        AsItCame(Body content) throws MessagingException {
            super(SESSION, new ByteArrayInputStream(content.bytes()));
            this.asItCame = content;
        }

        @Override
        public void writeTo(OutputStream out, String[] ignored) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(asItCame.bytes());
            bytes.writeTo(out);
        }

        @Override
        public void saveChanges() {
            // Nothing is to be saved: the bytes are the message.
        }
    }
}
