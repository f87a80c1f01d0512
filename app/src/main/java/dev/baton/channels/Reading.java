package dev.baton.channels;

import dev.baton.catalog.StoreProduct;

/** What a document turned out to be. */
public sealed interface Reading {

    /** A whole order: reconcile to it if it is newer than what is applied. */
    record Whole(ReadOrder order) implements Reading {}

    /**
     * Says that an order changed, but not what it is now: read it from the store.
     *
     * @param storeOrderId the store's order id, digits only
     */
    record LookAgain(String storeOrderId) implements Reading {}

    /**
     * A refund by itself, which may come before its order: read the order from the store, or add the refund to
     * the order as it was last seen.
     *
     * @param storeOrderId the store's order id, digits only
     */
    record RefundAlone(String storeOrderId) implements Reading {}

    /** A whole product as the store sells it now. */
    record Product(StoreProduct product) implements Reading {}

    /**
     * Says that a product changed, but not all of it: read it from the store.
     *
     * @param productId the store's product id, digits only
     */
    record LookAtProduct(String productId) implements Reading {}

    /**
     * The store deleted a product.
     *
     * @param productId the store's product id, digits only
     */
    record ProductGone(String productId) implements Reading {}

    /** The merchant removed the app: the store will send nothing more and take nothing more. */
    record Disconnected() implements Reading {}

    /**
     * Nothing a program may decide.
     *
     * @param title one sentence that says what is true
     * @param detail why, what happens if nothing is done, and the way out
     */
    record ForAPerson(String title, String detail) implements Reading {}
}
