package dev.baton.world.mail;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Everybody's mail server. Baton is given one login to send by and one mailbox where returned mail arrives; runs take a
 * quarter of their own each.
 */
public final class MailHouse implements AutoCloseable {

    private static final Session NO_SESSION = Session.getInstance(new Properties());

    private static final String USER = "baton";
    private static final String PASSWORD = "relay";
    private static final String BOUNCES = "bounces";

    static {
        // GreenMail logs through SLF4J; the demo has no logger and needs no warning that says so.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
    }

    private final Path folder;
    private final Certificate certificate;
    private final SmtpServer server;
    private final MailInterloper interloper;
    private final SmtpServer front;
    private final GreenMail imap;
    private final GreenMailUser bounces;
    private final Map<String, Quarter> quarters = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();

    private MailHouse(Path folder, int smtpPort, GreenMail imap, GreenMailUser bounces) {
        this.folder = folder;
        this.imap = imap;
        this.bounces = bounces;
        this.certificate = Certificate.in(folder);
        SmtpServer.Login login = new SmtpServer.Login(USER, PASSWORD, certificate);
        this.server = SmtpServer.start(smtpPort, login, new Desk());
        this.interloper = new MailInterloper(server.port(), USER, PASSWORD);
        this.front = SmtpServer.start(0, login, interloper);
    }

    /** Opens the servers on free ports of the loopback address. */
    public static MailHouse open() {
        return open(0, 0);
    }

    /** Opens the servers on the loopback address; a port of 0 is any free one. */
    public static MailHouse open(int smtpPort, int imapPort) {
        try {
            GreenMail imap = new GreenMail(new ServerSetup(imapPort, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
            imap.start();
            GreenMailUser bounces = imap.getUserManager().createUser("bounces@mail.example", BOUNCES, PASSWORD);
            return new MailHouse(Files.createTempDirectory("baton-world-mail-"), smtpPort, imap, bounces);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UserException e) {
            throw new IllegalStateException("the mailbox for returned mail cannot be opened", e);
        }
    }

    /**
     * Where Baton hands in its mail, by STARTTLS with {@link #certificate}.
     *
     * @param guarded whether somebody stands there who may spoil the mail of the quarters he was set on
     */
    public URI smtpUrl(boolean guarded) {
        int port = guarded ? front.port() : server.port();
        return URI.create("smtp://" + USER + ":" + PASSWORD + "@localhost:" + port);
    }

    /** Where Baton reads what came back. */
    public URI bouncesUrl() {
        return URI.create("imap://" + BOUNCES + ":" + PASSWORD + "@127.0.0.1:"
                + imap.getImap().getPort() + "/INBOX?starttls=off");
    }

    /** What whoever sends by STARTTLS has to trust. */
    public Certificate certificate() {
        return certificate;
    }

    /** Who stands at {@link #smtpUrl}. */
    public MailInterloper interloper() {
        return interloper;
    }

    /**
     * Opens a quarter for one run.
     *
     * @param domain from {@link #freshDomain}
     * @param later runs something after some business time
     */
    public Quarter quarter(
            String domain, Clock clock, Quarter.Residents residents, BiConsumer<Duration, Runnable> later) {
        Quarter quarter = new Quarter(domain, clock, residents, later, this::sendBack);
        quarters.put(domain, quarter);
        return quarter;
    }

    /** A domain no other run has. */
    public String freshDomain() {
        return "q" + numbers.incrementAndGet() + ".example";
    }

    private @Nullable Quarter of(String address) {
        String[] labels = address.substring(address.lastIndexOf('@') + 1).split("\\.", -1);
        return labels.length < 2 ? null : quarters.get(labels[labels.length - 2] + "." + labels[labels.length - 1]);
    }

    private void sendBack(Envelope envelope) {
        try {
            bounces.deliver(new MimeMessage(
                    NO_SESSION, new ByteArrayInputStream(envelope.content().bytes())));
        } catch (MessagingException e) {
            throw new IllegalStateException("a report of the world is no mail", e);
        }
    }

    /** How many mails ever came back. */
    public int returned() {
        ImapHostManager mailboxes = imap.getManagers().getImapHostManager();
        return mailboxes.getAllMessages().size();
    }

    private final class Desk implements SmtpDesk {

        @Override
        public SmtpAnswer recipient(String from, String recipient) {
            Quarter quarter = of(recipient);
            return quarter == null ? SmtpAnswer.NOBODY : quarter.recipient(from, recipient);
        }

        @Override
        public SmtpAnswer deliver(Envelope envelope) {
            SmtpAnswer answer = SmtpAnswer.TAKEN;
            for (String recipient : envelope.to()) {
                Quarter quarter = of(recipient);
                SmtpAnswer one = quarter == null ? SmtpAnswer.NOBODY : quarter.deliver(envelope, recipient);
                answer = one.isGood() ? answer : one;
            }
            return answer;
        }
    }

    @Override
    public void close() {
        front.close();
        server.close();
        imap.stop();
        try {
            Files.deleteIfExists(certificate.file());
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
