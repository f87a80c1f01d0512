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
    /** Please stop or take back what you should not have shipped; must be answered. */
    RECALL,
    /** You owe an answer. */
    REMINDER
}
