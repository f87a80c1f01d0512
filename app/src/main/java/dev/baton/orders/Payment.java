package dev.baton.orders;

/** What the store says of the order's money. */
public enum Payment {
    /** Nothing has come in; may become any other. */
    PENDING(false),
    /** The money is reserved for us and will be taken; counts as paid. */
    AUTHORIZED(true),
    /** Some of it has come in; PAID may follow. */
    PARTIALLY_PAID(false),
    /** All of it has come in. */
    PAID(true),
    /** Some of it was given back; the rest stands. */
    PARTIALLY_REFUNDED(true),
    /** All of it was given back; nothing is sent any more. */
    REFUNDED(false),
    /** The reservation was dropped; nothing is sent unless a person says so. */
    VOIDED(false),
    /** The reservation ran out; nothing is sent unless a person says so. */
    EXPIRED(false),
    /** The store says something we do not know; a person looks. */
    UNKNOWN(false);

    private final boolean covered;

    Payment(boolean covered) {
        this.covered = covered;
    }

    /** Whether goods may leave for it without a person's word. */
    boolean covered() {
        return covered;
    }
}
