package dev.baton.suppliers;

/** When the units of our orders leave the stock figure a supplier reports. */
public enum Netting {
    /** The supplier subtracts an order when it books it: at acknowledgement, or within the agreed lag after sending. */
    NET,
    /** The supplier reports what lies on the shelf: an order leaves the figure when it ships. */
    GROSS,
    /** Nobody has said; read as {@link #GROSS}, which never sells a unit twice. */
    UNKNOWN
}
