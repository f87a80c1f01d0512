package dev.baton.orders;

/** What the store says of the goods when it refunds a line. */
public enum RestockType {
    /** Not shipped and not to be shipped. */
    CANCEL,
    /** Came or comes back; money only. */
    RETURN,
    /** Money only; whether unsent units still go is a person's decision. */
    NO_RESTOCK,
    /** From before the store told these apart; read as {@link #NO_RESTOCK}. */
    LEGACY_RESTOCK
}
