package dev.baton.trading.feeds;

/** What happens to a supplier's stock after two intervals without a file that can be used. */
public enum StalePolicy {
    /** The last figures are sold on; a task says so. */
    KEEP,
    /** No offer is sold beyond a few units. */
    CAP,
    /** Nothing is sold until a file comes. */
    STOP
}
