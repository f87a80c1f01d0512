package dev.baton.world.story;

/** How a line has ended when the run is over. */
public enum LineEnd {
    /** The customer has every unit. */
    DELIVERED,
    /** Every unit is cancelled. */
    CANCELLED,
    /** One unit is cancelled; the customer has the others. */
    PART_CANCELLED,
    /** Held: nothing was sent and nothing is cancelled. */
    HELD,
    /** Sent, and no more heard of it: the supplier is silent or refused the document. */
    SENT
}
