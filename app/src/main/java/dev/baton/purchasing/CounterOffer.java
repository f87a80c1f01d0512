package dev.baton.purchasing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another cost than it was asked that a supplier named for one line of a purchase order in an acknowledgement (855). The
 * line keeps its cost until this is accepted.
 *
 * @param ordinal first, second, … about this purchase order
 * @param acknowledgement the answer that named it
 * @param costMicros what a unit of the line cost then, in 10⁻⁶ of the purchase order's currency
 * @param namedMicros what the supplier wants for it
 * @param decideBy when it is to be decided; null = it was within what is agreed
 * @param decidedBy null unless it was accepted or refused
 * @param endedAt null while it waits
 * @param reason what the supplier is told with the decision; null = nothing besides
 * @param forOthers refused, and the supplier was asked to leave the line's units to others
 */
public record CounterOffer(
        CounterOfferId id,
        PurchaseOrderId purchaseOrder,
        int ordinal,
        UUID acknowledgement,
        int line,
        Status status,
        long costMicros,
        long namedMicros,
        Instant namedAt,
        @Nullable Instant decideBy,
        @Nullable Decider decidedBy,
        @Nullable Instant endedAt,
        @Nullable String reason,
        boolean forOthers) {

    /** Where it stands. */
    public enum Status {
        /** Nobody has decided; every other status may follow. */
        OPEN,
        /** The line costs what was named. Nothing follows. */
        ACCEPTED,
        /** The line keeps its cost. Nothing follows. */
        REFUSED,
        /** The supplier named yet another cost. Nothing follows. */
        REPLACED,
        /** The supplier took it back, or nothing of the line comes from it. Nothing follows. */
        WITHDRAWN
    }

    /** Who accepted or refused. */
    public enum Decider {
        /** Nobody was asked: it was lower, or dearer by no more than is agreed. */
        TOLERANCE,
        /** A person. */
        PERSON,
        /** Its time was over, and that is what is agreed then. */
        DEADLINE
    }
}
