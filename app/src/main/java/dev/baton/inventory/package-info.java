/**
 * What can be sold: the suppliers' figures as they were observed, the units we have promised of them, and the
 * units their next figure will lack by itself. Available to sell = observed − buffer − withheld −
 * uncovered.
 *
 * <p>Calls in: orders (claim, release, reject, wait, available units), purchasing (deduct), trading (stock files),
 * channels (what may be sold), api (feeds, buffers, look-ups). Listens to: {@link dev.baton.catalog.CostQuestionsChanged},
 * {@link dev.baton.catalog.OffersChanged}. News out: {@link
 * dev.baton.inventory.StockRaised}, {@link dev.baton.inventory.AvailabilityChanged}, {@link
 * dev.baton.inventory.StoreBuffersChanged}, {@link dev.baton.inventory.StockRunsLow}. Tables: stock, stock_buffer, stock_claim,
 * stock_release, stock_deduction, stock_observation, feed_scope, feed_run, feed_fault, staged_run, feed_staged,
 * waiting_demand, stock_expected, stock_sold, stock_watch, stock_turn, stock_threshold, stock_alert. Start reading at {@link dev.baton.inventory.ClaimStock}, then {@link dev.baton.inventory.ApplyFeed}
 * for messages and {@link dev.baton.inventory.StageFeed} for files.
 *
 * <p>Locks: whoever changes a claim, a deduction or a figure holds the offer's stock row first, taken in the order
 * of the offers' ids; a feed locks its scope before any of them.
 */
@NullMarked
package dev.baton.inventory;

import org.jspecify.annotations.NullMarked;
