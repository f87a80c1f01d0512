package dev.baton.orders;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Cancels an order or units of it. Each unit comes to exactly one end: nothing was sent for it and nothing will
 * be, or the supplier is asked and must answer. Which of the two is decided by the lock on the sales order that
 * this act and the point of no return both take; the first commit wins.
 */
@Component
public final class CancelOrders {

    private final Tenancy tenancy;
    private final OrderRows rows;
    private final Cancelling cancelling;
    private final Closing closing;
    private final Ids ids;
    private final Clock clock;

    CancelOrders(Tenancy tenancy, OrderRows rows, Cancelling cancelling, Closing closing, Ids ids, Clock clock) {
        this.tenancy = tenancy;
        this.rows = rows;
        this.cancelling = cancelling;
        this.closing = closing;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Cancels what the request names; opens a transaction or joins the caller's.
     *
     * @throws Problem NOT_FOUND when the order is not this merchant's; INVALID_FIELD when a line is not the
     *     order's or a quantity is below 1
     */
    public CancelOutcome cancel(MerchantId merchant, SalesOrderId order, CancelRequest request) {
        return tenancy.inTransaction(merchant, () -> {
            OrderState state = rows.lock(merchant, List.of(order)).get(order);
            if (state == null) {
                throw new Problem(CommonProblem.NOT_FOUND, "There is no order of that id; list orders to find it.");
            }
            CancelOutcome outcome = apply(state, request);
            closing.close(
                    merchant,
                    List.of(state),
                    new Closing.Act("CancelOrders", request.reason()),
                    Planner.Mode.NEW_DEMAND);
            return outcome;
        });
    }

    private CancelOutcome apply(OrderState state, CancelRequest request) {
        UUID cause = ids.next();
        boolean whole = request.quantities().isEmpty();
        CancelOutcome sum = new CancelOutcome(0, 0, 0);
        request.quantities().forEach((line, units) -> {
            if (units < 1 || state.lines.stream().noneMatch(l -> l.id.equals(line))) {
                throw new Problem(
                        CommonProblem.INVALID_FIELD,
                        "Name lines of this order with quantities of at least 1.",
                        "lines");
            }
        });
        for (LineState line : state.lines) {
            int units = whole ? line.live() : request.quantities().getOrDefault(line.id, 0);
            if (units > 0) {
                CancelOutcome one = cancelling.cancel(state, line, units, cause, request.reason());
                line.cancelledHere += one.cancelled() + one.asked();
                sum = new CancelOutcome(
                        sum.cancelled() + one.cancelled(), sum.asked() + one.asked(), sum.tooLate() + one.tooLate());
            }
        }
        if (whole && state.head.cancelledAt() == null) {
            state.head = state.head.cancelled(clock.instant(), request.reason());
            state.headTouched = true;
            state.holds.stream()
                    .filter(HoldState::open)
                    .forEach(hold -> hold.release("the order was cancelled", false));
        }
        return sum;
    }
}
