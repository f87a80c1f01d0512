package dev.baton.platform.work;

/** What running a piece of work twice does outside; it decides what may follow a lost answer. */
public enum Effect {
    /** The same number, key and bytes every time; a repeat is harmless and follows by itself. */
    REPEATABLE,
    /** Query by key, then act; until asked, the outcome may be unknown. */
    ASK_FIRST,
    /** Never repeated by itself: after a lost answer a person decides. */
    ONCE
}
