package dev.baton.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of rows beside themselves.
 *
 * @param since from when a row's cost holds that names no day
 * @param at when the supplier stated them
 * @param run the price list they are of; null when they came by a call
 * @param judged true: nothing is written, it is only said what they would come to
 */
record PriceStatement(Instant since, Instant at, @Nullable PriceRunId run, boolean judged) {}
