package dev.baton.merchants;

import java.time.Instant;

/**
 * A link that still works.
 *
 * @param handle names it, and opens nothing
 * @param email whom it is for; empty = whoever holds it
 */
public record InvitationView(String handle, String email, Role role, Instant expiresAt) {}
