package dev.baton.channels.shopify;

import dev.baton.channels.SeenFulfilment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a store shows of an order's fulfilment, before it is told more.
 *
 * @param made fulfilments that stand
 * @param orders fulfilment orders, each assigned to one location
 */
record FulfilmentState(boolean cancelled, List<SeenFulfilment> made, List<FulfilmentOrder> orders) {

    FulfilmentState {
        made = List.copyOf(made);
        orders = List.copyOf(orders);
    }

    /**
     * What the store wants fulfilled from one location.
     *
     * @param gid the store's global id
     * @param location digits of the location's id; null when unknown
     * @param holds why it may not be fulfilled now; empty when nothing holds it
     */
    record FulfilmentOrder(
            String gid,
            String status,
            boolean canCreate,
            @Nullable String location,
            List<String> holds,
            List<Line> lines) {

        FulfilmentOrder {
            holds = List.copyOf(holds);
            lines = List.copyOf(lines);
        }

        /** Whether units may be fulfilled from it now. */
        boolean isOpen() {
            return canCreate && (status.equals("OPEN") || status.equals("IN_PROGRESS"));
        }

        /** Whether it will be open later, by itself or by a person's act in the store. */
        boolean isHeld() {
            return status.equals("ON_HOLD") || status.equals("SCHEDULED") || (!holds.isEmpty() && !isClosed());
        }

        private boolean isClosed() {
            return status.equals("CLOSED") || status.equals("CANCELLED") || status.equals("INCOMPLETE");
        }
    }

    /**
     * Units of one of the store's lines in a fulfilment order.
     *
     * @param gid of this line of the fulfilment order
     * @param storeLineId digits of the order's line
     */
    record Line(String gid, String storeLineId, int remaining) {}
}
