package dev.baton.orders;

import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.suppliers.SupplierId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which waiting orders are, or would be, served by whom and at what cost, the oldest first.
 *
 * @param token stands for exactly this plan: a release under it does this or nothing
 * @param more whether more orders wait than one step serves; the next rehearsal goes on with them
 */
public record BackorderPlan(SkuId sku, String token, List<Order> orders, boolean more) {

    public BackorderPlan {
        orders = List.copyOf(orders);
    }

    /** Units of the SKU that are served. */
    public int units() {
        return orders.stream().mapToInt(Order::served).sum();
    }

    /**
     * One order in the line.
     *
     * @param served units of the SKU that find a supplier
     * @param waiting units of the SKU that wait on
     * @param supplies who ships what of the order: other goods of it may find a supplier too
     * @param heldBy what stops it, or its line; empty = nothing
     */
    public record Order(
            SalesOrderId order,
            String number,
            String storeOrderName,
            int served,
            int waiting,
            List<Supply> supplies,
            List<HoldKind> heldBy) {

        public Order {
            supplies = List.copyOf(supplies);
            heldBy = List.copyOf(heldBy);
        }
    }

    /**
     * Units of one offer.
     *
     * @param unitCostMicros 10⁻⁶ of {@code currency}
     * @param besideMicros their share of fee and shipping, in 10⁻⁶ of the book currency
     */
    public record Supply(
            @Nullable String sku,
            OfferId offer,
            SupplierId supplier,
            String shipFrom,
            int quantity,
            long unitCostMicros,
            String currency,
            long besideMicros) {}
}
