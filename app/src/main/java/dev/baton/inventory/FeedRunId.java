package dev.baton.inventory;

import java.util.UUID;

/** One stock file or message of a supplier. */
public record FeedRunId(UUID value) {}
