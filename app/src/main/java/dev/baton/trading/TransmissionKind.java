package dev.baton.trading;

/** What a document says. */
public enum TransmissionKind {
    /** Please ship this. */
    PURCHASE_ORDER,
    /** Please do not ship that; must be answered. */
    CANCELLATION,
    /** Please ship it differently than you were told; must be answered. */
    AMENDMENT,
    /** The other cost you named is agreed, or it is not. */
    PRICE,
    /** You owe an answer. */
    REMINDER
}
