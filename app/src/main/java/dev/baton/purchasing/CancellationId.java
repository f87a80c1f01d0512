package dev.baton.purchasing;

import java.util.UUID;

/** Identifies one question to a supplier whether it can leave out units it was already sent. */
public record CancellationId(UUID value) {}
