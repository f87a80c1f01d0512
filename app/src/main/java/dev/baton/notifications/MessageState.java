package dev.baton.notifications;

/** Where a mail to a customer stands. */
public enum MessageState {
    /** Nothing has left; sending follows. */
    PLANNED,
    /** The mail server is being spoken to; any of the following may follow. */
    SENDING,
    /** The mail server took it; RETURNED may follow. */
    SENT,
    /** It may or may not have left; a person decides, nothing follows by itself. */
    UNKNOWN,
    /** It certainly did not leave; sending follows. */
    NOT_SENT,
    /** The mail server refused it for good; a person decides. */
    REFUSED,
    /** It came back after it had left: the customer does not have it; a person decides. */
    RETURNED,
    /**
     * It does not leave: the store is only watched, there is nobody to send to, or it was read back and did not say what
     * was meant. A person may send it.
     */
    WITHHELD;

    /** Whether sending goes on without a person. */
    boolean goesOn() {
        return this == PLANNED || this == NOT_SENT;
    }
}
