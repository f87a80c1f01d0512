package dev.baton.trading;

/** What a document says. */
public enum TransmissionKind {
    /** Please ship this. */
    PURCHASE_ORDER,
    /** Please do not ship that; must be answered. */
    CANCELLATION,
    /** Please ship it differently than you were told; must be answered. */
    AMENDMENT,
    /** You owe an answer. */
    REMINDER
}
