package dev.baton.orders;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Notes that units reached the customer. */
@Component
public final class DeliverUnits {

    private final Tenancy tenancy;
    private final OrdersOfAllocations orders;
    private final Closing closing;

    DeliverUnits(Tenancy tenancy, OrdersOfAllocations orders, Closing closing) {
        this.tenancy = tenancy;
        this.orders = orders;
        this.closing = closing;
    }

    /**
     * Posts the deliveries; a cause that was posted before on the line posts nothing, and units that never counted
     * as shipped (a supplier's excess) are left out. Opens a transaction or joins the caller's.
     */
    public void deliver(MerchantId merchant, List<UnitsDelivered> delivered) {
        if (delivered.isEmpty()) {
            return;
        }
        tenancy.run(merchant, () -> {
            Collection<OrderState> states = orders.lock(
                    merchant,
                    delivered.stream().map(UnitsDelivered::allocation).toList(),
                    delivered.stream().map(UnitsDelivered::cause).toList());
            for (UnitsDelivered one : delivered) {
                OrderState state = OrdersOfAllocations.find(states, one.allocation());
                AllocationState allocation = state.allocation(one.allocation());
                if (allocation != null && !state.seen.contains(new OrderState.Seen(allocation.line, one.cause()))) {
                    post(state, allocation, one);
                }
            }
            closing.close(merchant, states, new Closing.Act("DeliverUnits", null), null);
        });
    }

    private static void post(OrderState state, AllocationState allocation, UnitsDelivered one) {
        LineState line = state.line(allocation.line);
        int units =
                Math.min(Math.min(one.quantity(), allocation.shipped - allocation.delivered), line.in(Bucket.SHIPPED));
        if (units > 0) {
            allocation.delivered += units;
            allocation.touched = true;
            state.move(line, one.cause(), Bucket.SHIPPED, Bucket.DELIVERED, units);
        }
    }
}
