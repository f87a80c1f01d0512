package dev.baton.channels;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a Shopify store is reached, as a merchant enters it.
 *
 * @param shopDomain such as {@code acme.myshopify.com}
 * @param apiBaseUrl where the Admin API is reached; null = https at the shop's domain
 * @param accessToken a token that does not expire ({@code shpat_…}); null when the app signs in by id and secret
 * @param clientId the app's client id, together with the secret; null with an access token
 * @param clientSecret the app's client secret; tokens made with it last 24 hours and are renewed
 * @param webhookSecrets what webhooks are signed with: one, or two while the new one replaces the old; empty = the
 *     client secret, and without that no webhook is accepted
 * @param locationId only what is to be fulfilled from this location of the store is ours; null = all of it
 * @param pollSeconds how often the store is asked for changed orders; 0 = never
 */
public record ShopifyConnection(
        String shopDomain,
        @Nullable String apiBaseUrl,
        @Nullable String accessToken,
        @Nullable String clientId,
        @Nullable String clientSecret,
        List<String> webhookSecrets,
        @Nullable String locationId,
        int pollSeconds) {

    public ShopifyConnection {
        webhookSecrets = List.copyOf(webhookSecrets);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "ShopifyConnection[" + shopDomain + "]";
    }
}
