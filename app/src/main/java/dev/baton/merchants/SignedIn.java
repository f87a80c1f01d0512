package dev.baton.merchants;

import dev.baton.platform.MerchantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who uses a browser that signed in.
 *
 * @param session its row, not the secret in its cookie
 * @param email the person's address in lower case: how people know each other here
 * @param merchant whose books are open; null = the person has not chosen, or does not work there any more
 * @param role what the person is there; null exactly when the merchant is
 */
public record SignedIn(
        UUID session,
        PersonId person,
        String email,
        @Nullable MerchantId merchant,
        @Nullable Role role) {}
