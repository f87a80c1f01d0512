package dev.baton.channels;

import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Shopify store's connection as it stands.
 *
 * @param apiBase where the Admin API is reached, without a slash at the end
 * @param locationId digits of the location whose fulfilment orders are ours; null = any
 * @param pollSeconds 0 = never
 * @param revision grows with every change
 * @param connected false once the merchant has removed the app
 * @param polledUntil what the store changed before this is known
 */
public record StoreConnection(
        MerchantId merchant,
        StoreId store,
        String shopDomain,
        URI apiBase,
        Access access,
        List<String> webhookSecrets,
        @Nullable String locationId,
        int pollSeconds,
        long revision,
        boolean connected,
        Instant polledUntil) {

    public StoreConnection {
        webhookSecrets = List.copyOf(webhookSecrets);
    }

    /** How Baton signs in to the Admin API. */
    public sealed interface Access {

        /** With a token that does not expire. */
        record StaticToken(String token) implements Access {

            @Override
            public String toString() {
                return "StaticToken";
            }
        }

        /** With the app's id and secret, for tokens of 24 hours. */
        record ClientCredentials(String clientId, String clientSecret) implements Access {

            @Override
            public String toString() {
                return "ClientCredentials[" + clientId + "]";
            }
        }

        /** Not at all: orders come by webhook only and the store is told nothing. */
        record None() implements Access {}
    }

    /** Whether the store can be asked and told anything. */
    public boolean canCall() {
        return connected && !(access instanceof Access.None);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "StoreConnection[" + shopDomain + ", revision " + revision + "]";
    }
}
