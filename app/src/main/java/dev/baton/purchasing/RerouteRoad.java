package dev.baton.purchasing;

import java.util.Optional;

/** How the units of a purchase order get to other suppliers. */
public enum RerouteRoad {
    /** Its supplier certainly has nothing: nobody is asked, and they are planned anew in the same moment. */
    AT_ONCE,
    /** Its supplier may have it: it is asked not to ship, and its answer decides. */
    ASKS_FIRST;

    /** The road from a status; empty = nothing of it is still to come. */
    public static Optional<RerouteRoad> from(PurchaseOrderStatus status) {
        return switch (status) {
            case ISSUED, UNDELIVERED -> Optional.of(AT_ONCE);
            case SENDING, SENT, UNKNOWN, ACKNOWLEDGED, PARTLY_REJECTED, PARTLY_SHIPPED -> Optional.of(ASKS_FIRST);
            case REJECTED, SHIPPED, CANCELLED, WITHDRAWN -> Optional.empty();
        };
    }
}
