package dev.baton.purchasing;

import java.util.UUID;

/** Identifies one question to a supplier whether it ships differently than it was told. */
public record AmendmentId(UUID value) {}
