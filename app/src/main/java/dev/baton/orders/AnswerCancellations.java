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
     * Posts the answers: agreed units end as cancelled and give back the part of their claim the supplier's figure
     * does not contain yet; refused ones go on. Opens a transaction or joins the caller's.
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
            for (CancellationAnswer answer : answers) {
                OrderState state = OrdersOfAllocations.find(states, answer.allocation());
                AllocationState allocation = state.allocation(answer.allocation());
                if (allocation != null) {
                    post(state, allocation, answer);
                }
            }
            closing.close(merchant, states, new Closing.Act("AnswerCancellations", null), null);
        });
    }

    /** Guarded by what is still asked: the same answer a second time finds nothing left to post. */
    private void post(OrderState state, AllocationState allocation, CancellationAnswer answer) {
        LineState line = state.line(allocation.line);
        int units = Math.min(answer.quantity(), allocation.cancelAsked);
        if (units == 0) {
            return;
        }
        allocation.cancelAsked -= units;
        allocation.touched = true;
        if (!answer.agreed()) {
            line.goOn(units);
            return;
        }
        line.requestCancel(-units);
        UUID cause = ids.next();
        int fromSent = Math.min(units, allocation.unanswered());
        int fromAccepted = units - fromSent;
        if (fromSent > 0) {
            state.move(line, cause, Bucket.SENT, Bucket.CANCELLED, fromSent);
        }
        if (fromAccepted > 0) {
            state.move(line, cause, Bucket.ACCEPTED, Bucket.CANCELLED, fromAccepted);
        }
        allocation.accepted -= fromAccepted;
        allocation.cancelled += units;
        state.freed.add(new OrderState.Freed(allocation.id, units, cause, "the supplier agreed to cancel"));
    }
}
