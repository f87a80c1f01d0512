package dev.baton.world.shopify;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is fixed about one shop and the app installed in it.
 *
 * @param code the store's code in Baton
 * @param domain the shop's myshopify domain, as webhooks name it
 * @param currency the shop's currency; customers may see another
 * @param accessToken a token that never expires (old custom apps), or null where the app fetches 24-hour tokens
 * @param scopes what the merchant grants, as soon as nothing is left out ({@link Shop#withhold})
 * @param personalData whether the app is approved for customers' names, addresses, mails and phones
 * @param webhookSecret signs webhooks now
 */
public record ShopProfile(
        String code,
        String name,
        String domain,
        String currency,
        String clientId,
        String clientSecret,
        @Nullable String accessToken,
        Set<String> scopes,
        boolean personalData,
        String webhookSecret,
        long locationId) {

    /** Without it no fulfilment is entered. */
    public static final String ENTERS_FULFILMENTS = "write_merchant_managed_fulfillment_orders";

    /** The scopes an order management app needs; source: shopify.dev, FulfillmentOrder, access scopes. */
    public static final Set<String> ALL_SCOPES = Set.of(
            "read_orders",
            "read_merchant_managed_fulfillment_orders",
            ENTERS_FULFILMENTS,
            "read_locations",
            "read_products",
            "read_inventory",
            "write_inventory");
}
