package dev.baton.carriers;

/** Whether arithmetic vouches for a tracking number. */
public enum CheckDigit {
    /** The number carries a check digit and it is right. */
    VERIFIED,
    /** The carrier's numbers carry no check digit we know of; only the shape was compared. */
    NONE
}
