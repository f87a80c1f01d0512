package dev.baton.orders;

/** Where an ordered unit is; each unit is in exactly one. */
public enum Bucket {
    /** Needs a decision; becomes waiting, allocated, delivered (by hand in the store) or cancelled. */
    OPEN,
    /** Nobody has it; becomes allocated when stock comes, or cancelled. */
    WAITING,
    /** A supplier is chosen and stock is claimed; becomes sent, or open again while nothing was sent. */
    ALLOCATED,
    /** The supplier was told or is being told; becomes accepted, shipped, open again (refused) or cancelled (agreed). */
    SENT,
    /** The supplier said yes; becomes shipped, open again or cancelled (agreed). */
    ACCEPTED,
    /** Left the supplier; becomes delivered, lost or returning. */
    SHIPPED,
    /** Reached the customer, or was handed over without us. */
    DELIVERED,
    /** Will not arrive. */
    LOST,
    /** On the way back. */
    RETURNING,
    /** Came back. */
    RETURNED,
    /** Will not be shipped. */
    CANCELLED;

    /** The word stored in the database. */
    String column() {
        // "returning" is a reserved word of SQL
        return this == RETURNING ? "in_return" : name().toLowerCase(java.util.Locale.ROOT);
    }
}
