package dev.baton.orders;

import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes a supplier's answer on units it was asked to cancel. */
@Component
public final class AnswerCancellations {

    private final Tenancy tenancy;
    private final OrdersOfAllocations orders;
    private final Closing closing;
    private final Ids ids;

    AnswerCancellations(Tenancy tenancy, OrdersOfAllocations orders, Closing closing, Ids ids) {
        this.tenancy = tenancy;
        this.orders = orders;
        this.closing = closing;
        this.ids = ids;
    }

    /**
     * Posts the answers: agreed units end as cancelled, or look for another supplier in the same transaction where they
     * were asked back for that; they give back the part of their claim the supplier's figure does not contain yet.
     * Refused ones go on. Opens a transaction or joins the caller's.
     */
    public void answer(MerchantId merchant, List<CancellationAnswer> answers) {
        if (answers.isEmpty()) {
            return;
        }
        tenancy.run(merchant, () -> {
            Collection<OrderState> states = orders.lock(
                    merchant,
                    answers.stream().map(CancellationAnswer::allocation).toList(),
                    List.of());
            boolean open = false;
            for (CancellationAnswer answer : answers) {
                OrderState state = OrdersOfAllocations.find(states, answer.allocation());
                AllocationState allocation = state.allocation(answer.allocation());
                if (allocation != null) {
                    open |= post(state, allocation, answer);
                }
            }
            closing.close(
                    merchant,
                    states,
                    new Closing.Act("AnswerCancellations", open ? "the supplier leaves units to others" : null),
                    open ? Planner.Mode.NEW_DEMAND : null);
        });
    }

    /**
     * Guarded by what is still asked: the same answer a second time finds nothing left to post. What nobody wants counts
     * first. Answers whether units look for another supplier now.
     */
    private boolean post(OrderState state, AllocationState allocation, CancellationAnswer answer) {
        LineState line = state.line(allocation.line);
        int units = Math.min(answer.quantity(), allocation.cancelAsked + allocation.rerouteAsked);
        if (units == 0) {
            return false;
        }
        int unwanted = Math.min(units, allocation.cancelAsked);
        int forOthers = units - unwanted;
        allocation.cancelAsked -= unwanted;
        allocation.rerouteAsked -= forOthers;
        allocation.touched = true;
        if (!answer.agreed()) {
            line.goOn(unwanted);
            return false;
        }
        line.requestCancel(-unwanted);
        UUID cause = ids.next();
        // units that go on although nobody wants them, because the supplier had refused before
        int notMissed = Math.min(forOthers, line.cancelRefused);
        line.cancelRefused -= notMissed;
        leave(state, allocation, cause, Bucket.CANCELLED, unwanted + notMissed);
        leave(state, allocation, cause, Bucket.OPEN, forOthers - notMissed);
        state.freed.add(new OrderState.Freed(allocation.id, units, cause, "the supplier agreed to cancel"));
        return forOthers > notMissed;
    }

    private static void leave(OrderState state, AllocationState allocation, UUID cause, Bucket to, int units) {
        LineState line = state.line(allocation.line);
        int fromSent = Math.min(units, allocation.unanswered());
        int fromAccepted = units - fromSent;
        if (fromSent > 0) {
            state.move(line, cause, Bucket.SENT, to, fromSent);
        }
        if (fromAccepted > 0) {
            state.move(line, cause, Bucket.ACCEPTED, to, fromAccepted);
        }
        allocation.accepted -= fromAccepted;
        allocation.cancelled += units;
    }
}
