package dev.baton.trading.feeds;

import java.util.UUID;

/** One stock file as it came. */
public record FeedFileId(UUID value) {}
