package dev.baton.inventory;

import org.jspecify.annotations.Nullable;

/**
 * One figure of a feed.
 *
 * @param supplierSku the supplier's own code
 * @param shipFrom the supplier's place; null when it has only one for this item
 * @param quantity selling units; a figure below 0 is taken as 0 and reported
 */
public record FeedRow(String supplierSku, @Nullable String shipFrom, int quantity) {}
