package dev.baton.merchants;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works for a merchant.
 *
 * @param canSignIn whether a password was chosen yet
 * @param seenAt when the person last used any session, to the minute; null = never
 */
public record MemberView(
        PersonId person,
        String email,
        Role role,
        Instant since,
        boolean canSignIn,
        @Nullable Instant seenAt) {}
