package dev.baton.orders;

import dev.baton.orders.AllocationState.Stage;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks one supplier not to ship what it was sent, whoever else ships units of the same lines. */
@Component
public final class AskBackAllocations {

    private final Tenancy tenancy;
    private final OrdersOfAllocations orders;
    private final Cancelling cancelling;
    private final Closing closing;
    private final Ids ids;

    AskBackAllocations(Tenancy tenancy, OrdersOfAllocations orders, Cancelling cancelling, Closing closing, Ids ids) {
        this.tenancy = tenancy;
        this.orders = orders;
        this.cancelling = cancelling;
        this.closing = closing;
        this.ids = ids;
    }

    /**
     * Asks for all units of the allocations that are still to come; opens a transaction or joins the caller's. What
     * the supplier agrees to leave out ends as cancelled and goes to nobody else.
     *
     * @return units asked for now; 0 when all had left, were rejected or asked for before
     */
    public int ask(MerchantId merchant, Collection<AllocationId> allocations, String reason) {
        return tenancy.inTransaction(merchant, () -> {
            Collection<OrderState> states = orders.lock(merchant, List.copyOf(allocations), List.of());
            UUID cause = ids.next();
            int asked = 0;
            for (OrderState state : states) {
                for (AllocationState allocation : state.allocations) {
                    if (allocations.contains(allocation.id) && allocation.stage == Stage.SENT) {
                        int units = cancelling.askBack(state, allocation, allocation.outstanding(), cause, reason);
                        state.line(allocation.line).cancelledHere += units;
                        asked += units;
                    }
                }
            }
            closing.close(merchant, states, new Closing.Act("AskBackAllocations", reason), null);
            return asked;
        });
    }
}
