package dev.baton.inventory;

/**
 * When a stock file that shrinks is stopped instead of believed.
 *
 * @param fromOffers offers with stock from which on it is looked at; a supplier of three items may well run out
 * @param mostLostPercent of the offers with stock that may fall to 0 in one file, 1 to 100; 100 stops only a file in which
 *     all do
 * @param mostMissingPercent of the last merged file's offers that a full file may leave out, 1 to 100; in a feed's first
 *     file, of the supplier's offers that may be left out or be 0
 */
public record FeedGuard(int fromOffers, int mostLostPercent, int mostMissingPercent) {

    /** Ten offers, half of them. */
    public static final FeedGuard USUAL = new FeedGuard(10, 50, 50);

    /** Nothing is stopped: the rows were looked at already. */
    public static final FeedGuard NONE = new FeedGuard(Integer.MAX_VALUE, 100, 100);
}
