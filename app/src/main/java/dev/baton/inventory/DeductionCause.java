package dev.baton.inventory;

/** What makes units leave a supplier's own figure. */
public enum DeductionCause {
    /**
     * The supplier has taken the order: its endpoint answered yes. Never the moment sending began. Counts for a
     * net figure with an agreed booking lag, that lag later.
     */
    SENT,
    /** The supplier accepted the units. Counts for a net figure. */
    ACKNOWLEDGED,
    /** The units left the shelf. Counts for every figure, as far as nothing earlier did. */
    SHIPPED
}
