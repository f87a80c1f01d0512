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
        List<RecalledLine> lines) {

    /** Where it stands. */
    public enum Status {
        /** Not answered; every other status may follow. */
        OPEN,
        /** The supplier stops the parcel on its way. Nothing follows. */
        STOPS,
        /** The supplier takes it back at its own cost. Nothing follows. */
        TAKES_BACK,
        /** The supplier does neither. Nothing follows. */
        REFUSED
    }

    /** Units of one line; {@code unitCostMicros} in 10⁻⁶ of the purchase order's currency. */
    public record RecalledLine(int line, int quantity, long unitCostMicros) {}

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
