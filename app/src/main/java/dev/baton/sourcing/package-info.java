/**
 * Which supplier's offer ships which unit of one sales order, and what that costs landed.
 *
 * <p>Calls in: {@code orders} hands over a {@link dev.baton.sourcing.SourcingRequest} and gets a {@link
 * dev.baton.sourcing.SourcingDecision}. News out: none. Tables owned: none. Everything here is pure: no clock, no
 * database, no randomness, so that a stored request replays to the same decision.
 *
 * <p><b>Money.</b> Inside, every amount is a {@code long} of 10⁻⁶ of the book currency ("micros"). There is one rounding
 * rule: an amount in another currency (the goods of one assignment, one fee, one parcel's price) is multiplied by its
 * rate and rounded half-even to one micro, once; sums are exact and never rounded again.
 *
 * <p><b>What is best.</b> First as many lines filled as possible, then as few lines divided as possible, then the lowest
 * total of goods, supplier fees, shipping by parcel and penalties. Equal plans are told apart by the order of line ids
 * and offer ids, never by the order of the input.
 *
 * <p>Start reading at {@link dev.baton.sourcing.Sourcing#plan}.
 */
@NullMarked
package dev.baton.sourcing;

import org.jspecify.annotations.NullMarked;
