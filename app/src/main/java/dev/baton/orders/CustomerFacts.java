package dev.baton.orders;

import org.jspecify.annotations.Nullable;

/**
 * Who ordered, as the store says; each is null where nothing was given.
 *
 * @param locale language tag such as {@code de} or {@code pt-BR}
 */
public record CustomerFacts(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String locale) {}
