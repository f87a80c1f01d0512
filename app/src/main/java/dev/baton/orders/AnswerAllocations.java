package dev.baton.orders;

import dev.baton.inventory.ExpectedStock;
import dev.baton.inventory.RecordExpectedStock;
import dev.baton.merchants.MerchantLookup;
import dev.baton.orders.AllocationAnswer.Accepted;
import dev.baton.orders.AllocationAnswer.Backordered;
import dev.baton.orders.AllocationAnswer.NeverReceived;
import dev.baton.orders.AllocationAnswer.Rejected;
import dev.baton.platform.Crash;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Takes a supplier's answer on units it was sent. Accepted units wait for their shipment; refused ones look for
 * another supplier in the same transaction, as often as the merchant allows, then wait for a person.
 */
@Component
public final class AnswerAllocations {

    private final Tenancy tenancy;
    private final OrdersOfAllocations orders;
    private final MerchantLookup merchants;
    private final Closing closing;
    private final RecordExpectedStock expected;
    private final Ids ids;

    AnswerAllocations(
            Tenancy tenancy,
            OrdersOfAllocations orders,
            MerchantLookup merchants,
            Closing closing,
            RecordExpectedStock expected,
            Ids ids) {
        this.tenancy = tenancy;
        this.orders = orders;
        this.merchants = merchants;
        this.closing = closing;
        this.expected = expected;
        this.ids = ids;
    }

    /**
     * Posts the answers; a cause that was posted before on the line posts nothing. Units beyond what is
     * unanswered are left out: the caller has compared them with its purchase order. Opens a transaction or
     * joins the caller's.
     */
    public void answer(MerchantId merchant, List<AllocationAnswer> answers) {
        if (answers.isEmpty()) {
            return;
        }
        tenancy.run(merchant, () -> {
            Collection<OrderState> states = orders.lock(
                    merchant,
                    answers.stream().map(AllocationAnswer::allocation).toList(),
                    answers.stream().map(AllocationAnswer::cause).toList());
            expected.record(merchant, expected(answers, states));
            int most = merchants.settings(merchant).maxReroutes();
            boolean refused = false;
            for (AllocationAnswer answer : answers) {
                refused |= post(states, answer, most);
            }
            closing.close(
                    merchant,
                    states,
                    new Closing.Act("AnswerAllocations", refused ? "the supplier refused units" : null),
                    refused ? Planner.Mode.NEW_DEMAND : null);
            if (refused) {
                Crash.at("orders.rerouted");
            }
        });
    }

    /** When the supplier will have what it has not got now: others who wait for the offer may hope for that day too. */
    private static List<ExpectedStock> expected(List<AllocationAnswer> answers, Collection<OrderState> states) {
        List<ExpectedStock> expected = new ArrayList<>();
        for (AllocationAnswer answer : answers) {
            AllocationState allocation =
                    OrdersOfAllocations.find(states, answer.allocation()).allocation(answer.allocation());
            if (allocation != null && answer.answer() instanceof Backordered later) {
                expected.add(new ExpectedStock(
                        allocation.offer, allocation.id.value(), ExpectedStock.Source.SUPPLIER, later.until(), null));
            }
        }
        return expected;
    }

    private boolean post(Collection<OrderState> states, AllocationAnswer answer, int mostReroutes) {
        OrderState state = OrdersOfAllocations.find(states, answer.allocation());
        AllocationState allocation = state.allocation(answer.allocation());
        if (allocation == null || state.seen.contains(new OrderState.Seen(allocation.line, answer.cause()))) {
            return false;
        }
        return switch (answer.answer()) {
            case Accepted accepted -> accept(state, allocation, answer.cause(), accepted.quantity());
            case Backordered later -> accept(state, allocation, answer.cause(), later.quantity());
            case Rejected rejected -> reject(state, allocation, answer.cause(), rejected, mostReroutes);
            case NeverReceived never -> giveUp(state, allocation, answer.cause(), never.quantity());
        };
    }

    private static boolean accept(OrderState state, AllocationState allocation, UUID cause, int quantity) {
        int units = Math.min(quantity, allocation.unanswered());
        if (units > 0) {
            allocation.accepted += units;
            allocation.touched = true;
            state.move(state.line(allocation.line), cause, Bucket.SENT, Bucket.ACCEPTED, units);
        }
        return false;
    }

    /** A person's decision, which is no refusal to be counted. */
    private boolean giveUp(OrderState state, AllocationState allocation, UUID cause, int units) {
        allocation.rerouted = true;
        return reject(
                state,
                allocation,
                cause,
                new Rejected(units, RejectReason.OTHER, "it never got the purchase order"),
                Integer.MAX_VALUE);
    }

    private boolean reject(
            OrderState state, AllocationState allocation, UUID cause, Rejected rejected, int mostReroutes) {
        LineState line = state.line(allocation.line);
        int fromSent = Math.min(rejected.quantity(), allocation.unanswered());
        int fromAccepted = Math.min(rejected.quantity() - fromSent, allocation.accepted);
        int units = fromSent + fromAccepted;
        if (units == 0) {
            return false;
        }
        allocation.rejected += units;
        allocation.accepted -= fromAccepted;
        allocation.touched = true;
        int unwanted = unwanted(allocation, line, units);
        back(state, line, cause, Bucket.SENT, fromSent);
        back(state, line, cause, Bucket.ACCEPTED, fromAccepted);
        if (unwanted > 0) {
            state.move(line, cause, Bucket.OPEN, Bucket.CANCELLED, unwanted);
        }
        state.freed.add(new OrderState.Freed(
                allocation.id, units, cause, "refused: " + rejected.reason().name()));
        if (rejected.reason().meansNoStock()) {
            state.emptied.add(allocation.offer);
        }
        if (units > unwanted && state.head.cancelledAt() == null) {
            countReroute(state, line, mostReroutes);
        }
        return true;
    }

    /** Of the refused units those nobody waits for: asked back, or refused to be cancelled before. */
    private static int unwanted(AllocationState allocation, LineState line, int units) {
        int asked = Math.min(units, allocation.cancelAsked);
        allocation.cancelAsked -= asked;
        line.requestCancel(-asked);
        int refused = Math.min(units - asked, line.cancelRefused);
        line.cancelRefused -= refused;
        allocation.rerouteAsked -= Math.min(units - asked, allocation.rerouteAsked);
        return asked + refused;
    }

    private static void back(OrderState state, LineState line, UUID cause, Bucket from, int units) {
        if (units > 0) {
            state.move(line, cause, from, Bucket.OPEN, units);
        }
    }

    private void countReroute(OrderState state, LineState line, int most) {
        line.reroutes++;
        line.touched = true;
        if (line.reroutes > most) {
            state.holds.add(new HoldState(
                    ids.next(),
                    line.id,
                    HoldKind.REROUTE_LIMIT,
                    "Suppliers refused " + line.sku + " " + line.reroutes
                            + " times. Release it to look once more, or cancel the line.",
                    true));
        }
    }
}
