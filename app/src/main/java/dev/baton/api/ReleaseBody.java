package dev.baton.api;

import dev.baton.orders.HoldKind;
import dev.baton.orders.ReleaseKnown;
import dev.baton.orders.ReleasedOrder;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierTerms;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a release of many held orders does, or would do.
 *
 * @param held how many orders were held
 * @param orders the oldest of them, 200 at most, and what becomes of each
 * @param more whether there are others; a release goes on with them by itself
 */
record ReleaseBody(long held, List<Order> orders, boolean more) {

    /**
     * An order whose lines were released.
     *
     * @param stillHeld kinds of holds that stop it, or one of its lines, now
     */
    record Order(
            String id, String number, String storeOrderName, String state, List<Line> lines, List<String> stillHeld) {}

    /**
     * A line that was released; one made of several goods is a line for each.
     *
     * @param heldBy the kind of hold that stops it; null = nothing does
     * @param detail why it is held, in words
     */
    record Line(
            String storeLineId,
            @Nullable String sku,
            String title,
            int quantity,
            List<Units> ships,
            int waiting,
            @Nullable String heldBy,
            @Nullable String detail) {}

    /** So many units from a supplier, by its code. */
    record Units(String supplier, int quantity) {}

    static ReleaseBody of(ReleaseKnown.Outcome outcome, Map<SupplierId, SupplierTerms> suppliers) {
        return new ReleaseBody(
                outcome.held(),
                outcome.orders().stream().map(order -> of(order, suppliers)).toList(),
                outcome.more());
    }

    private static Order of(ReleasedOrder order, Map<SupplierId, SupplierTerms> suppliers) {
        return new Order(
                order.order().value().toString(),
                order.number(),
                order.storeOrderName(),
                order.status(),
                order.lines().stream().map(line -> of(line, suppliers)).toList(),
                order.stillHeld().stream().map(HoldKind::name).toList());
    }

    private static Line of(ReleasedOrder.Line line, Map<SupplierId, SupplierTerms> suppliers) {
        HoldKind held = line.heldBy();
        return new Line(
                line.storeLineId(),
                line.sku(),
                line.title(),
                line.quantity(),
                line.shipped().stream()
                        .map(units -> new Units(Suppliers.code(suppliers, units.supplier()), units.quantity()))
                        .toList(),
                line.waiting(),
                held == null ? null : held.name(),
                line.detail());
    }
}
