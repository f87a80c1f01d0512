package dev.baton.inventory;

/** How much a stock feed speaks of. */
public enum FeedMode {
    /** Everything the supplier has; leaving an offer out means what is agreed with the supplier. */
    FULL,
    /** What changed. */
    DELTA
}
