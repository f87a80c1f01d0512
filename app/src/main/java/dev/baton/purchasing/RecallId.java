package dev.baton.purchasing;

import java.util.UUID;

/** Identifies one question to a supplier to stop or take back what it should not have shipped. */
public record RecallId(UUID value) {}
