package dev.baton.channels;

/** Too many messages of this merchant wait for the database; the sender is asked to come again. */
public final class InboxFull extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InboxFull() {
        super("too many messages wait for the database", null, false, false);
    }
}
