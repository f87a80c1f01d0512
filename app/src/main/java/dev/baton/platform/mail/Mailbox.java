package dev.baton.platform.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The mailbox returned mail arrives in, read by IMAP. A message stays unseen until its reader says that it is kept, so
 * that one lost on the way is read again.
 */
@Component
public final class Mailbox {

    /** Longest part of a message that is kept; a longer one is cut. */
    public static final int MOST_BYTES = 2 * 1024 * 1024;

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration STEP = Duration.ofSeconds(10);

    private final @Nullable MailUrl box;

    /** Made once: making one looks for a class that is not there, under a lock that others wait for. */
    private final @Nullable Session session;

    @Autowired
    Mailbox(@Value("${baton.bounces-url:}") String url) {
        MailUrl there = url.isEmpty() ? null : MailUrl.imap(url);
        this.box = there;
        this.session = there == null ? null : Session.getInstance(properties(there));
    }

    /** The mailbox of an address, as an operator states it. */
    public static Mailbox at(String url) {
        return new Mailbox(url);
    }

    /**
     * A message nobody has dealt with.
     *
     * @param uid its number in the folder
     * @param bytes as they arrived, at most {@link #MOST_BYTES}
     */
    public record Unseen(long uid, byte[] bytes) {}

    /** Whether there is a mailbox to read. */
    public boolean isSetUp() {
        return box != null;
    }

    /**
     * Unseen messages, oldest first; they stay unseen.
     *
     * @throws IOException when the mailbox cannot be read now
     */
    public List<Unseen> unseen(int most) throws IOException {
        return with(Folder.READ_ONLY, folder -> {
            Message[] found = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
            List<Unseen> unseen = new ArrayList<>();
            for (int i = 0; i < Math.min(most, found.length); i++) {
                unseen.add(new Unseen(((UIDFolder) folder).getUID(found[i]), bytes(found[i])));
            }
            return unseen;
        });
    }

    /**
     * Marks messages that are kept elsewhere now.
     *
     * @throws IOException when the mailbox cannot be reached: they are found again, which does no harm
     */
    public void markSeen(Collection<Long> uids) throws IOException {
        mark(uids, new Flags(Flags.Flag.SEEN));
    }

    /**
     * Marks messages that stay here for a person: seen and flagged, which mail programs show as a star.
     *
     * @throws IOException when the mailbox cannot be reached: they are found again, which does no harm
     */
    public void setAside(Collection<Long> uids) throws IOException {
        Flags both = new Flags(Flags.Flag.SEEN);
        both.add(Flags.Flag.FLAGGED);
        mark(uids, both);
    }

    /**
     * How many messages wait here for a person: those that were set aside and not unflagged or deleted since.
     *
     * @throws IOException when the mailbox cannot be read now
     */
    public int setAside() throws IOException {
        return with(
                Folder.READ_ONLY, folder -> folder.search(new FlagTerm(new Flags(Flags.Flag.FLAGGED), true)).length);
    }

    private void mark(Collection<Long> uids, Flags flags) throws IOException {
        if (uids.isEmpty()) {
            return;
        }
        with(Folder.READ_WRITE, folder -> {
            long[] numbers = uids.stream().mapToLong(Long::longValue).toArray();
            folder.setFlags(((UIDFolder) folder).getMessagesByUID(numbers), flags, true);
            return true;
        });
    }

    private interface Reading<T> {
        T of(Folder folder) throws MessagingException, IOException;
    }

    private <T> T with(int mode, Reading<T> reading) throws IOException {
        MailUrl there = box;
        Session known = session;
        if (there == null || known == null) {
            throw new IOException("no mailbox for returned mail is set up");
        }
        String protocol = there.scheme();
        try (Store store = known.getStore(protocol)) {
            store.connect(there.host(), there.port(), there.user(), there.password());
            try (Folder folder = store.getFolder(there.folder())) {
                folder.open(mode);
                return reading.of(folder);
            }
        } catch (MessagingException failed) {
            throw new IOException("the mailbox " + there + " cannot be read: " + failed.getMessage(), failed);
        }
    }

    private static Properties properties(MailUrl there) {
        Properties properties = new Properties();
        String prefix = "mail." + there.scheme() + ".";
        properties.put(prefix + "connectiontimeout", Long.toString(CONNECT.toMillis()));
        properties.put(prefix + "timeout", Long.toString(STEP.toMillis()));
        properties.put(prefix + "writetimeout", Long.toString(STEP.toMillis()));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        boolean plain = !there.isTls();
        properties.put(
                prefix + "starttls.enable",
                Boolean.toString(plain && !there.starttls().equals("off")));
        properties.put(
                prefix + "starttls.required",
                Boolean.toString(plain && there.starttls().equals("required")));
        return properties;
    }

    private static byte[] bytes(Message message) throws MessagingException, IOException {
        ((IMAPMessage) message).setPeek(true);
        try (InputStream whole = ((IMAPMessage) message).getMimeStream()) {
            return whole.readNBytes(MOST_BYTES);
        }
    }
}
