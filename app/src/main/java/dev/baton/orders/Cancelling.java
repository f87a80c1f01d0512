package dev.baton.orders;

import dev.baton.orders.AllocationState.Stage;
import dev.baton.orders.CancellationsRequested.CancellationAsked;
import dev.baton.platform.Ids;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Takes units back, the cheapest way first: units without a supplier, then unsent allocations, and only then
 * what a supplier already knows of, which must be asked. Exactly one of the two ends follows for each unit.
 */
@Component
class Cancelling {

    private final Ids ids;

    Cancelling(Ids ids) {
        this.ids = ids;
    }

    /**
     * Cancels up to {@code units} of the line; unsent allocations are withdrawn whole, what is left of them is
     * open again and must be planned.
     */
    CancelOutcome cancel(OrderState state, LineState line, int units, UUID cause, String reason) {
        int left = units;
        left -= take(state, line, Bucket.OPEN, left, cause);
        left -= take(state, line, Bucket.WAITING, left, cause);
        for (AllocationState allocation : state.allocationsOf(line)) {
            if (left > 0 && allocation.unsent()) {
                state.withdraw(allocation, ids.next(), reason);
                left -= take(state, line, Bucket.OPEN, Math.min(left, allocation.quantity), ids.next());
            }
        }
        int cancelled = units - left;
        int asked = 0;
        for (AllocationState allocation : state.allocationsOf(line)) {
            int now = allocation.stage == Stage.SENT ? askBack(state, allocation, left, cause, reason) : 0;
            asked += now;
            left -= now;
        }
        return new CancelOutcome(cancelled, asked, left);
    }

    /** Marks up to so many units of a sent allocation as to be asked back; answers how many. */
    int askBack(OrderState state, AllocationState allocation, int units, UUID cause, String reason) {
        int askable = Math.min(units, allocation.outstanding() - allocation.cancelAsked);
        if (askable <= 0) {
            return 0;
        }
        allocation.cancelAsked += askable;
        allocation.touched = true;
        state.line(allocation.line).requestCancel(askable);
        state.asked.add(new CancellationAsked(state.head.id(), allocation.id, askable, cause, reason));
        return askable;
    }

    private static int take(OrderState state, LineState line, Bucket from, int wanted, UUID cause) {
        int units = Math.min(wanted, line.in(from));
        if (units > 0) {
            state.move(line, cause, from, Bucket.CANCELLED, units);
        }
        return Math.max(0, units);
    }
}
