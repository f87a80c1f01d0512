package dev.baton.orders;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Notes that units on their way will not arrive, and that such units turned up after all. */
@Component
public final class LoseUnits {

    private final Tenancy tenancy;
    private final OrdersOfAllocations orders;
    private final Closing closing;

    LoseUnits(Tenancy tenancy, OrdersOfAllocations orders, Closing closing) {
        this.tenancy = tenancy;
        this.orders = orders;
        this.closing = closing;
    }

    /**
     * Units of an allocation in one parcel.
     *
     * @param cause the verdict's id; it posts once
     */
    public record Units(AllocationId allocation, UUID cause, int quantity) {}

    /** The units are lost; opens a transaction or joins the caller's. */
    public void lose(MerchantId merchant, List<Units> lost) {
        post(merchant, lost, Bucket.SHIPPED, Bucket.LOST);
    }

    /** The units are on their way again; opens a transaction or joins the caller's. */
    public void find(MerchantId merchant, List<Units> found) {
        post(merchant, found, Bucket.LOST, Bucket.SHIPPED);
    }

    private void post(MerchantId merchant, List<Units> units, Bucket from, Bucket to) {
        if (units.isEmpty()) {
            return;
        }
        tenancy.run(merchant, () -> {
            Collection<OrderState> states = orders.lock(
                    merchant,
                    units.stream().map(Units::allocation).toList(),
                    units.stream().map(Units::cause).toList());
            for (Units each : units) {
                OrderState state = OrdersOfAllocations.find(states, each.allocation());
                AllocationState allocation = state.allocation(each.allocation());
                if (allocation != null && !state.seen.contains(new OrderState.Seen(allocation.line, each.cause()))) {
                    LineState line = state.line(allocation.line);
                    int moved = Math.min(each.quantity(), line.in(from));
                    if (moved > 0) {
                        state.move(line, each.cause(), from, to, moved);
                    }
                }
            }
            closing.close(merchant, states, new Closing.Act("LoseUnits", null), null);
        });
    }
}
