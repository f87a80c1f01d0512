package dev.baton.merchants;

import org.jspecify.annotations.Nullable;

/** A brand as the merchant states it, the whole of it but its logo; meanings as in {@link Brand}. */
public record BrandDefinition(
        String code,
        String name,
        String senderName,
        @Nullable String senderAddress,
        @Nullable String replyTo,
        @Nullable String supportUrl,
        @Nullable String supportEmail,
        String accentColour,
        String inkOnAccent,
        String language,
        @Nullable String returnInstructions,
        @Nullable String footer) {}
