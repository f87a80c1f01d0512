package dev.baton.trading;

/** What came of one attempt to hand a document over. */
public enum AttemptOutcome {
    /** Answered 2xx. */
    DELIVERED,
    /** Answered 409 for the same number: an earlier attempt had arrived. */
    ALREADY_THERE,
    /** Answered another 3xx or 4xx: it will not take this document. */
    REFUSED,
    /** Answered 408, 425, 429 or 503: not now, and nothing was taken. */
    BUSY,
    /** Nothing left this machine. */
    NOT_SENT,
    /** Another 5xx, a time-out or a broken connection: the supplier may have it. */
    UNKNOWN,
    /** The sender died between sending and writing down: the supplier may have it. */
    NODE_LOST;

    /** Whether the supplier certainly did not take the document. */
    boolean knownUnsent() {
        return this == REFUSED || this == BUSY || this == NOT_SENT;
    }
}
