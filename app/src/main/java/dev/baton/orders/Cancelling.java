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

    /**
     * Marks up to so many units of a sent allocation as not wanted and to be asked back; answers how many. Of those that
     * are asked back to go to others the question stands; only what follows from its answer changes.
     */
    int askBack(OrderState state, AllocationState allocation, int units, UUID cause, String reason) {
        int asked = Math.max(0, Math.min(units, allocation.askable()));
        int turned = Math.max(0, Math.min(units - asked, allocation.rerouteAsked));
        if (asked + turned == 0) {
            return 0;
        }
        allocation.cancelAsked += asked + turned;
        allocation.rerouteAsked -= turned;
        allocation.touched = true;
        state.line(allocation.line).requestCancel(asked + turned);
        if (asked > 0) {
            state.asked.add(new CancellationAsked(state.head.id(), allocation.id, asked, cause, reason, false));
        }
        if (turned > 0) {
            state.unwanted.add(allocation.id);
        }
        return asked + turned;
    }

    /** Marks what a supplier could still leave out as asked back to go to others. */
    void askForOthers(OrderState state, AllocationState allocation, UUID cause, String reason) {
        int units = allocation.askable();
        allocation.rerouted = true;
        allocation.touched = true;
        if (units > 0) {
            allocation.rerouteAsked += units;
            state.asked.add(new CancellationAsked(state.head.id(), allocation.id, units, cause, reason, true));
        }
    }

    private static int take(OrderState state, LineState line, Bucket from, int wanted, UUID cause) {
        int units = Math.min(wanted, line.in(from));
        if (units > 0) {
            state.move(line, cause, from, Bucket.CANCELLED, units);
        }
        return Math.max(0, units);
    }
}
