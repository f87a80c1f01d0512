package dev.baton.orders;

import java.util.Map;

/**
 * What of an order is not wanted any more.
 *
 * @param quantities units per line; empty = the whole order
 */
public record CancelRequest(String reason, Map<OrderLineId, Integer> quantities) {

    public CancelRequest {
        quantities = Map.copyOf(quantities);
    }
}
