package dev.baton.orders;

/** Why a supplier cannot ship units it was sent. */
public enum RejectReason {
    /** None left; counts as an observation of zero. */
    OUT_OF_STOCK,
    /** Never again; counts as an observation of zero. */
    DISCONTINUED,
    /** Does not ship to that place. */
    CANNOT_SHIP_THERE,
    /** The address is not good enough. */
    ADDRESS,
    /** Wants another price. */
    PRICE,
    /** Anything else; the supplier's text says what. */
    OTHER;

    /** Whether the supplier has nothing to sell. */
    boolean meansNoStock() {
        return this == OUT_OF_STOCK || this == DISCONTINUED;
    }
}
