package dev.baton.trading;

/** Where a document is on its way. */
public enum TransmissionStatus {
    /** Nothing is rendered and nothing has left; SENDING, PARKED or WITHDRAWN follows. */
    PLANNED,
    /** An attempt is under way, or the next one waits; its bytes are fixed. */
    SENDING,
    /** The supplier's system took it; ACKNOWLEDGED follows for a purchase order. */
    SENT,
    /** The supplier answered the purchase order. Final. */
    ACKNOWLEDGED,
    /** The supplier's system refused it; a person decides whether to resend, then SENDING. */
    REFUSED,
    /** The last attempt may have arrived; the same bytes are sent again, then as SENDING. */
    UNKNOWN,
    /** Baton gave up; a person decides whether to resend, then SENDING. */
    PARKED,
    /** Not wanted any more before anything left; of a notice, before anything is known to have arrived. Final. */
    WITHDRAWN;

    /** Whether the worker still has something to do. */
    boolean open() {
        return this == PLANNED || this == SENDING || this == UNKNOWN;
    }
}
