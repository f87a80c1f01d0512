package dev.baton.channels.shopify;

import java.util.Locale;

/** What a webhook's topic means to Baton. */
enum HookTopic {
    /** Carries a whole order, whatever happened to it. */
    ORDER,
    /** Says that an order was edited, and how, but not the whole order. */
    ORDER_EDIT,
    /** A refund by itself; may overtake its order. */
    REFUND,
    /** Carries a product with its variants. */
    PRODUCT,
    /** Says that a product was deleted. */
    PRODUCT_GONE,
    /** The merchant removed the app. */
    UNINSTALLED,
    /** A customer's or shop's data is asked for or to be erased; a duty by law. */
    PRIVACY,
    /** Of no use to Baton: answered and not kept. */
    UNHEARD;

    static HookTopic of(String topic) {
        return switch (topic.toLowerCase(Locale.ROOT)) {
            case "orders/create",
                    "orders/updated",
                    "orders/paid",
                    "orders/cancelled",
                    "orders/fulfilled",
                    "orders/partially_fulfilled" -> ORDER;
            case "orders/edited" -> ORDER_EDIT;
            case "refunds/create" -> REFUND;
            case "products/create", "products/update" -> PRODUCT;
            case "products/delete" -> PRODUCT_GONE;
            case "app/uninstalled" -> UNINSTALLED;
            case "customers/data_request", "customers/redact", "shop/redact" -> PRIVACY;
            default -> UNHEARD;
        };
    }
}
