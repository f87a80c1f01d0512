package dev.baton.merchants;

import dev.baton.platform.MerchantId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key that was shown and is known.
 *
 * @param scopes what it may do
 * @param supplierId the supplier that acts with it; null = the merchant
 */
public record AuthenticatedKey(
        MerchantId merchant,
        UUID keyId,
        Set<String> scopes,
        @Nullable UUID supplierId) {

    public AuthenticatedKey {
        scopes = Set.copyOf(scopes);
    }
}
