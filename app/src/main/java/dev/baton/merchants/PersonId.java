package dev.baton.merchants;

import java.util.UUID;

/** A person who may sign in. */
public record PersonId(UUID value) {}
