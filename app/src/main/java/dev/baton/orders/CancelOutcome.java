package dev.baton.orders;

/**
 * What a cancel came to; together the units that were asked for.
 *
 * @param cancelled never sent, and never will be
 * @param asked sent already: the supplier is asked and must answer
 * @param tooLate shipped already, or nothing left to cancel
 */
public record CancelOutcome(int cancelled, int asked, int tooLate) {}
