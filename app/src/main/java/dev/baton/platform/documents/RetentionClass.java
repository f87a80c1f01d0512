package dev.baton.platform.documents;

/** How long a document is kept; the time per class is a merchant's setting. */
public enum RetentionClass {
    /** What a store sent: webhooks, polled orders, REST orders. */
    STORE_INTAKE,
    /** What went to a supplier or came from one. */
    SUPPLIER_EXCHANGE,
    /** Stock feeds as they came. */
    STOCK_FEED,
    /** What a carrier sent. */
    CARRIER,
    /** What a merchant shows of itself: logos. */
    BRANDING,
    /** Mails to customers as they left. */
    CUSTOMER_MAIL
}
