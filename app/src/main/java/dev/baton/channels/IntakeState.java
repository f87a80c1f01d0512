package dev.baton.channels;

/** Where a kept message stands. */
public enum IntakeState {
    /** Kept; being read. One of the others follows. */
    RECEIVED,
    /** The order is as it says, or newer by way of it. */
    APPLIED,
    /** Something newer was there already. */
    STALE,
    /** It cannot be used; a task says why. */
    REFUSED,
    /** There was no order in it, and it has done what it is for. */
    NOTED
}
