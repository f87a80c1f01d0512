package dev.baton.purchasing;

import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Units a supplier shipped although it had agreed not to: its fault, which stays written, and the question to stop them or
 * take them back.
 *
 * @param shipment what they left in
 * @param ordinal first, second, … about this purchase order
 * @param respondBy answer expected by, in the supplier's working hours
 * @param answeredAt null while it is open
 * @param answerReason the supplier's own words; null = none
 * @param givenUpAt since when a refused one is given up: the parcel is left to its customer, who is told; null = it is not
 */
public record Recall(
        RecallId id,
        PurchaseOrderId purchaseOrder,
        SupplierId supplier,
        UUID shipment,
        int ordinal,
        Status status,
        Instant askedAt,
        Instant respondBy,
        @Nullable Instant answeredAt,
        @Nullable String answerReason,
        @Nullable Instant givenUpAt,
        List<RecalledLine> lines) {

    /** Where it stands. */
    public enum Status {
        /** Not answered; every other status may follow. */
        OPEN,
        /** The supplier stops the parcel on its way. Nothing follows. */
        STOPS,
        /** The supplier takes it back at its own cost. Nothing follows. */
        TAKES_BACK,
        /** The supplier does neither. Nothing follows but that it may be given up. */
        REFUSED
    }

    /** Units of one line; {@code unitCostMicros} in 10⁻⁶ of the purchase order's currency. */
    public record RecalledLine(int line, int quantity, long unitCostMicros) {}

    /** Whether the supplier sees to it that the parcel does not stay with the customer. */
    public boolean comesBack() {
        return switch (status) {
            case STOPS, TAKES_BACK -> true;
            case OPEN, REFUSED -> false;
        };
    }

    /** Whether the supplier refused it, and nobody has given it up. */
    public boolean mayBeGivenUp() {
        return status == Status.REFUSED && givenUpAt == null;
    }

    /** Units in all. */
    public int units() {
        return lines.stream().mapToInt(RecalledLine::quantity).sum();
    }

    /** What they cost, in 10⁻⁶ of the purchase order's currency. */
    public long costMicros() {
        return lines.stream()
                .mapToLong(line -> line.quantity() * line.unitCostMicros())
                .sum();
    }
}
