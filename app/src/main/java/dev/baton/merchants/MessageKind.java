package dev.baton.merchants;

/** What sort of thing a customer is told. */
public enum MessageKind {
    /** The order is here. */
    CONFIRMED,
    /** Units of it will not come. */
    CANCELLED,
    /** Units of it leave later than they would have, because whoever packs them is away. */
    DELAYED,
    /** Parcels are on their way. */
    SHIPPED,
    /** Parcels have arrived. */
    DELIVERED,
    /** Parcels are lost on their way. */
    LOST,
    /** The store gave money back. */
    REFUNDED
}
