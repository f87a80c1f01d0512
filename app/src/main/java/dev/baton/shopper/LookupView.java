package dev.baton.shopper;

import org.jspecify.annotations.Nullable;

/**
 * The form that finds an order; public for its template only.
 *
 * @param action where it is sent
 * @param trouble what went wrong; null = nothing yet
 * @param order what was entered before
 */
public record LookupView(
        Frame frame, String action, @Nullable String trouble, String order, String email) {}
