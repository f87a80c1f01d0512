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
 * @param scopes what the merchant granted
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

    /** The scopes an order management app needs; source: shopify.dev, FulfillmentOrder, access scopes. */
    public static final Set<String> ALL_SCOPES = Set.of(
            "read_orders",
            "read_merchant_managed_fulfillment_orders",
            "write_merchant_managed_fulfillment_orders",
            "read_locations",
            "read_products",
            "read_inventory",
            "write_inventory");
}
