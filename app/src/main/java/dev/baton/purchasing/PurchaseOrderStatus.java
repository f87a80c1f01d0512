package dev.baton.purchasing;

import java.util.List;

/** Where the conversation with the supplier about one purchase order stands. */
public enum PurchaseOrderStatus {
    /** Written, but nothing has left: SENDING or WITHDRAWN may follow. */
    ISSUED,
    /** The point of no return is crossed: SENT, UNDELIVERED, UNKNOWN or an answer may follow. */
    SENDING,
    /**
     * The supplier has it and owes an answer on at least one unit. An answer follows; or UNDELIVERED, UNKNOWN when the mail
     * it went by came back.
     */
    SENT,
    /**
     * The supplier does not have it: it was refused, its mail came back, or nothing ever left. A person resends it, then
     * SENT; or the answer to the resent one, where it is written before the end of our own attempt.
     */
    UNDELIVERED,
    /** Nobody knows whether the supplier has it, or whether anybody there reads it. A person resends it, then SENT; or the supplier answers after all. */
    UNKNOWN,
    /** Every unit is answered and none was rejected; shipments, cancellations or, taken back, SENT may follow. */
    ACKNOWLEDGED,
    /** Every unit is answered and some were rejected; shipments or cancellations of the others or, taken back, SENT may follow. */
    PARTLY_REJECTED,
    /** The supplier ships none of it. Final, but for goods that come all the same. */
    REJECTED,
    /** Some units have left, others are still owed. */
    PARTLY_SHIPPED,
    /** Nothing is owed any more and something has left. Final. */
    SHIPPED,
    /** The supplier agreed to ship none of what was left. Final, but for goods that come all the same. */
    CANCELLED,
    /**
     * Taken back before sending: the supplier never saw it. ISSUED follows, in the next version, when its
     * order asks for its goods again.
     */
    WITHDRAWN;

    /** Whether the supplier may know of it: from the first moment a byte may have left. */
    public boolean begun() {
        return this != ISSUED && this != WITHDRAWN;
    }

    /** Whether the supplier still owes an answer or goods. */
    public boolean owesSomething() {
        return switch (this) {
            case SENDING, SENT, UNDELIVERED, UNKNOWN, ACKNOWLEDGED, PARTLY_REJECTED, PARTLY_SHIPPED -> true;
            case ISSUED, REJECTED, SHIPPED, CANCELLED, WITHDRAWN -> false;
        };
    }

    /** Whether its supplier does not have it, as far as anybody knows, and is to have it. */
    boolean isToArrive() {
        return switch (this) {
            case ISSUED, SENDING, UNDELIVERED, UNKNOWN -> true;
            case SENT, ACKNOWLEDGED, PARTLY_REJECTED, REJECTED, PARTLY_SHIPPED, SHIPPED, CANCELLED, WITHDRAWN -> false;
        };
    }

    /** What the answers and shipments of a begun purchase order's lines add up to; {@code before} while units are unanswered. */
    static PurchaseOrderStatus of(PurchaseOrderStatus before, List<PurchaseOrderLine> lines) {
        int owed = 0;
        int unanswered = 0;
        int shipped = 0;
        int rejected = 0;
        int promised = 0;
        for (PurchaseOrderLine line : lines) {
            if (!line.withdrawn()) {
                owed += line.units().owed();
                unanswered += line.units().unanswered();
                shipped += line.units().shipped();
                rejected += line.units().rejected();
                promised += line.units().accepted() + line.units().backordered();
            }
        }
        if (shipped > 0) {
            return owed > 0 ? PARTLY_SHIPPED : SHIPPED;
        }
        if (unanswered > 0) {
            return before;
        }
        if (promised > 0) {
            return rejected > 0 ? PARTLY_REJECTED : ACKNOWLEDGED;
        }
        return rejected > 0 ? REJECTED : CANCELLED;
    }
}
