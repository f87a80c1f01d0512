package dev.baton.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Properties;

/** Reads messages that are here already; nothing is asked of a server. */
public final class MailMessages {

    /** For messages that are read and written, not sent: making one looks through the whole class path. */
    static final Session NO_SESSION = Session.getInstance(new Properties());

    private MailMessages() {}

    /**
     * The message in these bytes; its parts are read when they are asked for.
     *
     * @throws MessagingException when the bytes are not a message
     */
    public static MimeMessage read(byte[] bytes) throws MessagingException {
        return new MimeMessage(NO_SESSION, new ByteArrayInputStream(bytes));
    }
}
