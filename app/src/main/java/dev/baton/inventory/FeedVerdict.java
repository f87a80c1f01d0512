package dev.baton.inventory;

/** What became of a stock file once all of it was read. */
public enum FeedVerdict {
    /** It is merged now. */
    BELIEVED,
    /** It waits for a person because that was asked for; it may be accepted or refused. */
    PROPOSED,
    /** It waits for a person because it looks wrong; it may be accepted or refused. */
    QUARANTINED
}
