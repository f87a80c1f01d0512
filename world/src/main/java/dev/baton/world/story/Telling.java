package dev.baton.world.story;

/** How Baton hears of a new order. */
public enum Telling {
    /** Once, at once. */
    ONCE,
    /** The same delivery twice, one right after the other. */
    DOUBLED,
    /** The same delivery again much later. */
    LATE_AGAIN,
    /** What happened second arrives first. */
    REORDERED,
    /** Never: a poll has to find it. */
    NEVER
}
