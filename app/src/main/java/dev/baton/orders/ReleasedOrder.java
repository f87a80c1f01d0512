package dev.baton.orders;

import dev.baton.suppliers.SupplierId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became, or would become, of an order whose lines were released.
 *
 * @param status what a person reads as the order's state
 * @param lines the lines that were released; one that is made of several goods is a line for each
 * @param stillHeld holds that stop the order or one of its lines now
 */
public record ReleasedOrder(
        SalesOrderId order,
        String number,
        String storeOrderName,
        String status,
        List<Line> lines,
        List<HoldKind> stillHeld) {

    public ReleasedOrder {
        lines = List.copyOf(lines);
        stillHeld = List.copyOf(stillHeld);
    }

    /**
     * One line.
     *
     * @param storeLineId the store's own id of the line
     * @param shipped who ships so many units
     * @param waiting units that wait for stock
     * @param heldBy what stops it again, or still; null = nothing
     * @param detail why, in words; null = nothing
     */
    public record Line(
            String storeLineId,
            @Nullable String sku,
            String title,
            int quantity,
            List<Units> shipped,
            int waiting,
            @Nullable HoldKind heldBy,
            @Nullable String detail) {

        public Line {
            shipped = List.copyOf(shipped);
        }
    }

    /** Units a supplier ships. */
    public record Units(SupplierId supplier, int quantity) {}
}
