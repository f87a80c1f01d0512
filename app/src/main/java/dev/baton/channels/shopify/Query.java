package dev.baton.channels.shopify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The questions Baton asks Shopify: fixed texts, each below the cost limit of one query at its worst. */
enum Query {
    ORDER("order"),
    ORDER_LINES("order-lines"),
    ORDER_FULFILLMENTS("order-fulfillments"),
    ORDER_REFUNDS("order-refunds"),
    FULFILLMENT_LINES("fulfillment-lines"),
    REFUND_LINES("refund-lines"),
    ORDERS_UPDATED("orders-updated"),
    FULFILMENT_STATE("fulfilment-state"),
    FULFILLMENT_ORDERS("fulfillment-orders"),
    FULFILLMENT_ORDER_LINES("fulfillment-order-lines"),
    FULFILLMENT_CREATE("fulfillment-create"),
    FULFILLMENT_TRACKING("fulfillment-tracking"),
    PRODUCT("product"),
    BULK_PRODUCTS("bulk-products"),
    BULK_RUN("bulk-run"),
    BULK_STATE("bulk-state"),
    INVENTORY_LEVELS("inventory-levels"),
    INVENTORY_SET("inventory-set"),
    LOCATIONS("locations"),
    ACCESS("access"),
    WEBHOOKS("webhooks"),
    WEBHOOK_CREATE("webhook-create"),
    ORDERS_OPEN("orders-open");

    private final String text;

    Query(String file) {
        try (InputStream in = Query.class.getResourceAsStream(file + ".graphql")) {
            if (in == null) {
                throw new IllegalStateException("no query " + file);
            }
            this.text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String text() {
        return text;
    }
}
