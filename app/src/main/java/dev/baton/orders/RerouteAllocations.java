package dev.baton.orders;

import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Gives units to other suppliers because a person says so. What no supplier was told of is planned anew at once; what
 * one may have stays claimed and with it until it has agreed to leave it out, so that no two ever ship the same units.
 */
@Component
public final class RerouteAllocations {

    private final Tenancy tenancy;
    private final OrdersOfAllocations orders;
    private final Cancelling cancelling;
    private final Closing closing;
    private final Ids ids;

    RerouteAllocations(Tenancy tenancy, OrdersOfAllocations orders, Cancelling cancelling, Closing closing, Ids ids) {
        this.tenancy = tenancy;
        this.orders = orders;
        this.cancelling = cancelling;
        this.closing = closing;
        this.ids = ids;
    }

    /**
     * Takes back what nobody was told of and plans it for others; opens a transaction or joins the caller's.
     *
     * @return units that were given to others, or wait for one that has them
     */
    public int withdraw(MerchantId merchant, Collection<AllocationId> allocations, String reason) {
        return tenancy.inTransaction(merchant, () -> {
            Collection<OrderState> states = orders.lock(merchant, List.copyOf(allocations), List.of());
            int units = 0;
            for (OrderState state : states) {
                for (AllocationState allocation : state.allocations) {
                    if (allocations.contains(allocation.id) && allocation.unsent()) {
                        allocation.rerouted = true;
                        state.withdraw(allocation, ids.next(), reason);
                        units += allocation.quantity;
                    }
                }
            }
            closing.close(merchant, states, new Closing.Act("RerouteAllocations", reason), Planner.Mode.NEW_DEMAND);
            return units;
        });
    }

    /**
     * Has the supplier asked to leave to others what is still to come and not asked back yet; opens a transaction or joins
     * the caller's. Asked a second time it asks for nothing more.
     *
     * @return units the supplier is asked to leave to others now, those asked for before included
     */
    public int ask(MerchantId merchant, Collection<AllocationId> allocations, String reason) {
        return tenancy.inTransaction(merchant, () -> {
            Collection<OrderState> states = orders.lock(merchant, List.copyOf(allocations), List.of());
            UUID cause = ids.next();
            int asked = 0;
            for (OrderState state : states) {
                for (AllocationState allocation : state.allocations) {
                    if (allocations.contains(allocation.id) && allocation.outstanding() > 0) {
                        cancelling.askForOthers(state, allocation, cause, reason);
                        asked += allocation.rerouteAsked;
                    }
                }
            }
            closing.close(merchant, states, new Closing.Act("RerouteAllocations", reason), null);
            return asked;
        });
    }
}
