package dev.baton.orders;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A person stops an order: what no supplier has seen is taken back, and nothing more goes until it is released. */
@Component
public final class StopOrders {

    private static final int LONGEST_REASON = 500;

    private final Tenancy tenancy;
    private final OrderRows rows;
    private final Closing closing;
    private final Ids ids;

    StopOrders(Tenancy tenancy, OrderRows rows, Closing closing, Ids ids) {
        this.tenancy = tenancy;
        this.rows = rows;
        this.closing = closing;
        this.ids = ids;
    }

    /**
     * Opens a hold {@link HoldKind#STOPPED_BY_HAND}; what was sent already stays with its supplier. Opens a
     * transaction or joins the caller's.
     *
     * @param reason why, 1 to 500 characters; people read it, and the audit keeps it
     * @return the hold; empty when nothing of the order can be stopped any more, or a person stopped it before
     * @throws Problem NOT_FOUND when the order is not this merchant's; INVALID_FIELD when there is no reason
     */
    public Optional<UUID> stop(MerchantId merchant, SalesOrderId order, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Problem(CommonProblem.INVALID_FIELD, "Give a reason of at most 500 characters.", "reason");
        }
        return tenancy.inTransaction(merchant, () -> {
            OrderState state = rows.lock(merchant, List.of(order)).get(order);
            if (state == null) {
                throw new Problem(CommonProblem.NOT_FOUND, "There is no order of that id; list orders to find it.");
            }
            if (!mayStop(state)) {
                return Optional.empty();
            }
            HoldState hold = new HoldState(ids.next(), null, HoldKind.STOPPED_BY_HAND, reason, true);
            state.holds.add(hold);
            for (AllocationState allocation : state.allocations) {
                if (allocation.unsent()) {
                    state.withdraw(allocation, ids.next(), "held: " + HoldKind.STOPPED_BY_HAND);
                }
            }
            closing.close(merchant, List.of(state), new Closing.Act("StopOrders", reason), null);
            return Optional.of(hold.id);
        });
    }

    private static boolean mayStop(OrderState state) {
        boolean stopped = state.openHolds().contains(HoldKind.STOPPED_BY_HAND);
        boolean unsent = state.lines.stream()
                .anyMatch(line -> line.requiresShipping && line.toPlan() + line.in(Bucket.ALLOCATED) > 0);
        return unsent && !stopped;
    }
}
