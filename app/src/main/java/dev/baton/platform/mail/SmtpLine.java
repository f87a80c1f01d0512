package dev.baton.platform.mail;

import dev.baton.platform.mail.SmtpResult.Delivered;
import dev.baton.platform.mail.SmtpResult.NotSent;
import dev.baton.platform.mail.SmtpResult.RefusedForGood;
import dev.baton.platform.mail.SmtpResult.Unknown;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** One open connection to the relay and the messages sent over it. Used by one thread at a time. */
final class SmtpLine {

    private final Session session;
    private final SMTPTransport transport;
    private int sent;
    private long usedAtNanos = System.nanoTime();

    private SmtpLine(Session session, SMTPTransport transport) {
        this.session = session;
        this.transport = transport;
    }

    /** @throws MessagingException when the relay cannot be reached, is not who it should be, or does not know us */
    static SmtpLine open(Session session, MailUrl relay) throws MessagingException {
        SMTPTransport transport = (SMTPTransport) session.getTransport("smtp");
        transport.connect(relay.host(), relay.port(), relay.user(), relay.password());
        return new SmtpLine(session, transport);
    }

    int sent() {
        return sent;
    }

    boolean isFresh(long mostIdleNanos) {
        return System.nanoTime() - usedAtNanos < mostIdleNanos && transport.isConnected();
    }

    /** A message that is written out as the bytes it was given, and knows whether they are all out. */
    private static final class Verbatim extends SMTPMessage {

        private final byte[] bytes;
        private boolean out;

        private Verbatim(Session session, byte[] bytes) throws MessagingException {
            super(session, new ByteArrayInputStream(bytes));
            this.bytes = bytes;
        }

        @Override
        public void writeTo(OutputStream to, String[] ignored) throws IOException {
            to.write(bytes);
            to.flush();
            out = true;
        }
    }

    /** @param reported whether a report of arrival is asked for, its head alone, besides those of failure and delay */
    SmtpResult send(byte[] bytes, MailAddress to, List<MailAddress> cc, boolean reported) {
        Verbatim message;
        List<Address> readers = new ArrayList<>();
        try {
            message = new Verbatim(session, bytes);
            if (reported) {
                message.setNotifyOptions(
                        SMTPMessage.NOTIFY_SUCCESS | SMTPMessage.NOTIFY_FAILURE | SMTPMessage.NOTIFY_DELAY);
                message.setReturnOption(SMTPMessage.RETURN_HDRS);
            }
            readers.add(new InternetAddress(to.toString()));
            for (MailAddress reader : cc) {
                readers.add(new InternetAddress(reader.toString()));
            }
        } catch (MessagingException unreadable) {
            return new RefusedForGood("the message cannot be read: " + unreadable.getMessage());
        }
        try {
            sent++;
            transport.sendMessage(message, readers.toArray(Address[]::new));
            return new Delivered(reply());
        } catch (SendFailedException refused) {
            return refused(refused, message.out, readers.getFirst());
        } catch (MessagingException broken) {
            String why = String.valueOf(broken.getMessage());
            return message.out
                    ? new Unknown("the connection was lost after the end of the message: " + why)
                    : new NotSent("the connection was lost before the end of the message: " + why, true);
        } finally {
            usedAtNanos = System.nanoTime();
        }
    }

    private String reply() {
        String said = transport.getLastServerResponse();
        return said == null ? "" : said.strip();
    }

    private SmtpResult refused(SendFailedException failed, boolean out, Address first) {
        List<Address> taken =
                failed.getValidSentAddresses() == null ? List.of() : Arrays.asList(failed.getValidSentAddresses());
        if (taken.contains(first)) {
            return new Delivered("taken, but not for all readers: " + words(failed));
        }
        if (!taken.isEmpty()) {
            return new Unknown("refused for its reader, and taken for another who has it now: " + words(failed));
        }
        int code = code(failed, first);
        if (code >= 500) {
            return new RefusedForGood(words(failed));
        }
        if (code >= 400) {
            return new NotSent(words(failed), true);
        }
        return out
                ? new Unknown("no answer after the end of the message: " + words(failed))
                : new NotSent(words(failed), true);
    }

    /**
     * The relay's own number for it: of the reader it must reach, else the worst of the exception and those chained to it;
     * -1 when it gave none.
     */
    private static int code(Exception failed, Address first) {
        int worst = -1;
        for (Exception each = failed; each != null; each = next(each)) {
            if (each instanceof SMTPAddressFailedException address && first.equals(address.getAddress())) {
                return address.getReturnCode();
            }
            worst = Math.max(
                    worst,
                    switch (each) {
                        case SMTPAddressFailedException address -> address.getReturnCode();
                        case SMTPSenderFailedException sender -> sender.getReturnCode();
                        case SMTPSendFailedException send -> send.getReturnCode();
                        default -> -1;
                    });
        }
        return worst;
    }

    private static String words(Exception failed) {
        List<String> words = new ArrayList<>();
        for (Exception each = failed; each != null; each = next(each)) {
            String said = each.getMessage();
            if (said != null && !said.isBlank()) {
                words.add(said.strip());
            }
        }
        return String.join(" / ", words.stream().distinct().toList());
    }

    private static @org.jspecify.annotations.Nullable Exception next(Exception failed) {
        return failed instanceof MessagingException chained ? chained.getNextException() : null;
    }

    void close() {
        try {
            transport.close();
        } catch (MessagingException gone) {
            // it is not used again either way
        }
    }

    /** What a failure to open a connection means; who is not let in, or not believed, waits for a mended setting. */
    static SmtpResult unopened(MailUrl relay, MessagingException failed) {
        String said = String.valueOf(failed.getMessage());
        if (failed instanceof AuthenticationFailedException) {
            return new NotSent(
                    "the relay " + relay + " does not take our user and password: " + said, said.startsWith("4"));
        }
        return isUnbelieved(failed)
                ? new NotSent(
                        "the relay " + relay + " does not show a certificate for its name that this Java trusts: "
                                + said,
                        false)
                : new NotSent("no connection to the relay " + relay + ": " + said, true);
    }

    /** A certificate nobody trusted vouches for, one of another name, or one that is too old. */
    private static boolean isUnbelieved(MessagingException failed) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable each = failed; each != null && seen.add(each); each = each.getCause()) {
            if (each instanceof CertificateException || each instanceof SSLPeerUnverifiedException) {
                return true;
            }
        }
        return false;
    }
}
