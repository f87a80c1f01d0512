package dev.baton.trading.feeds;

import java.util.UUID;

/** One way in which a supplier's stock comes. */
public record FeedId(UUID value) {}
