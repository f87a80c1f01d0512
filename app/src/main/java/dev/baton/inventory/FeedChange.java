package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import org.jspecify.annotations.Nullable;

/**
 * One offer a stock file would change.
 *
 * @param was selling units by what is known now; null when nothing is
 * @param becomes selling units
 */
public record FeedChange(OfferId offer, @Nullable Integer was, int becomes) {}
