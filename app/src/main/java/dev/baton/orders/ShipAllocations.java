package dev.baton.orders;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Notes that units left a supplier. Shipping what was never answered counts as accepting it. */
@Component
public final class ShipAllocations {

    private final Tenancy tenancy;
    private final OrdersOfAllocations orders;
    private final Closing closing;

    ShipAllocations(Tenancy tenancy, OrdersOfAllocations orders, Closing closing) {
        this.tenancy = tenancy;
        this.orders = orders;
        this.closing = closing;
    }

    /**
     * Posts the shipments; a cause that was posted before on the line posts nothing. Opens a transaction or joins
     * the caller's.
     *
     * @return units beyond what was still to come, per allocation; they are stored and shown, never refused
     */
    public Map<AllocationId, Integer> ship(MerchantId merchant, List<AllocationShipped> shipped) {
        if (shipped.isEmpty()) {
            return Map.of();
        }
        return tenancy.inTransaction(merchant, () -> {
            Collection<OrderState> states = orders.lock(
                    merchant,
                    shipped.stream().map(AllocationShipped::allocation).toList(),
                    shipped.stream().map(AllocationShipped::cause).toList());
            Map<AllocationId, Integer> excess = new HashMap<>();
            for (AllocationShipped one : shipped) {
                OrderState state = OrdersOfAllocations.find(states, one.allocation());
                AllocationState allocation = state.allocation(one.allocation());
                if (allocation != null && !state.seen.contains(new OrderState.Seen(allocation.line, one.cause()))) {
                    int beyond = post(state, allocation, one.cause(), one.quantity());
                    if (beyond > 0) {
                        excess.merge(one.allocation(), beyond, Integer::sum);
                    }
                }
            }
            closing.close(merchant, states, new Closing.Act("ShipAllocations", null), null);
            return excess;
        });
    }

    private static int post(OrderState state, AllocationState allocation, UUID cause, int quantity) {
        LineState line = state.line(allocation.line);
        int fromAccepted = Math.min(quantity, allocation.accepted);
        int fromSent = Math.min(quantity - fromAccepted, allocation.unanswered());
        int units = fromAccepted + fromSent;
        if (fromAccepted > 0) {
            state.move(line, cause, Bucket.ACCEPTED, Bucket.SHIPPED, fromAccepted);
        }
        if (fromSent > 0) {
            state.move(line, cause, Bucket.SENT, Bucket.SHIPPED, fromSent);
        }
        allocation.accepted -= fromAccepted;
        allocation.shipped += units;
        allocation.excess += quantity - units;
        int left = Math.max(0, -allocation.askable());
        int arrives = Math.min(left, allocation.rerouteAsked);
        allocation.rerouteAsked -= arrives;
        int tooLate = left - arrives;
        allocation.cancelAsked -= tooLate;
        line.goOn(tooLate);
        allocation.touched = true;
        return quantity - units;
    }
}
