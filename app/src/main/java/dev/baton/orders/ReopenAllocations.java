package dev.baton.orders;

import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Notes that a supplier took its yes back: the units are with it still, unanswered as on the first day. */
@Component
public final class ReopenAllocations {

    private final Tenancy tenancy;
    private final OrdersOfAllocations orders;
    private final Closing closing;
    private final Ids ids;

    ReopenAllocations(Tenancy tenancy, OrdersOfAllocations orders, Closing closing, Ids ids) {
        this.tenancy = tenancy;
        this.orders = orders;
        this.closing = closing;
        this.ids = ids;
    }

    /** Moves accepted units back to sent, at most those that are accepted. Opens a transaction or joins the caller's. */
    public void reopen(MerchantId merchant, List<AllocationReopened> reopened) {
        if (reopened.isEmpty()) {
            return;
        }
        tenancy.run(merchant, () -> {
            Collection<OrderState> states = orders.lock(
                    merchant,
                    reopened.stream().map(AllocationReopened::allocation).toList(),
                    List.of());
            for (AllocationReopened one : reopened) {
                OrderState state = OrdersOfAllocations.find(states, one.allocation());
                AllocationState allocation = state.allocation(one.allocation());
                int units = allocation == null ? 0 : Math.min(one.quantity(), allocation.accepted);
                if (allocation != null && units > 0) {
                    allocation.accepted -= units;
                    allocation.touched = true;
                    state.move(state.line(allocation.line), ids.next(), Bucket.ACCEPTED, Bucket.SENT, units);
                }
            }
            closing.close(
                    merchant, states, new Closing.Act("ReopenAllocations", "the supplier took its answer back"), null);
        });
    }
}
