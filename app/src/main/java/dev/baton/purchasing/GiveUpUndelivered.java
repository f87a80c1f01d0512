package dev.baton.purchasing;

import dev.baton.orders.AllocationAnswer;
import dev.baton.orders.AllocationAnswer.NeverReceived;
import dev.baton.orders.AnswerAllocations;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Gives up a purchase order its supplier certainly never got: its units are planned anew, for other offers, and nobody is
 * asked, for nobody has anything to leave out. It is no answer of the supplier's and counts as none.
 */
@Component
public class GiveUpUndelivered {

    private final PurchasingDesk desk;
    private final SentPurchaseOrders sentPurchaseOrders;
    private final AnswerAllocations answerAllocations;
    private final CloseQuestions closing;

    GiveUpUndelivered(
            PurchasingDesk desk,
            SentPurchaseOrders sentPurchaseOrders,
            AnswerAllocations answerAllocations,
            CloseQuestions closing) {
        this.desk = desk;
        this.sentPurchaseOrders = sentPurchaseOrders;
        this.answerAllocations = answerAllocations;
        this.closing = closing;
    }

    /**
     * Joins the caller's transaction or opens one. The caller sees to it that the document is not sent again.
     *
     * @param reason why, for the history
     * @return units that were given up
     * @throws Problem NOT_FOUND, or CONFLICT when the supplier has it, may have it, or was never to get it
     */
    public int giveUp(MerchantId merchant, PurchaseOrderId id, String reason) {
        return desk.tenancy().inTransaction(merchant, () -> {
            SentPurchaseOrder open = sentPurchaseOrders
                    .lockIfThere(merchant, id)
                    .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such purchase order."));
            PurchaseOrder head = open.head();
            if (head.status() != PurchaseOrderStatus.UNDELIVERED) {
                throw new Problem(
                        CommonProblem.CONFLICT,
                        head.number() + " did not certainly fail to reach its supplier: only then it can be given to"
                                + " others without asking. Ask the supplier not to ship, or write down what it says.");
            }
            return write(merchant, open, reason);
        });
    }

    private int write(MerchantId merchant, SentPurchaseOrder open, String reason) {
        PurchaseOrder head = open.head();
        Instant now = desk.clock().instant();
        List<PurchaseOrderLine> after = new ArrayList<>();
        List<AllocationAnswer> answers = new ArrayList<>();
        int units = 0;
        for (PurchaseOrderLine line : open.lines()) {
            LineUnits.Step step = line.units().reject(line.units().owed());
            after.add(line.with(step.after()));
            if (step.moved() > 0) {
                units += step.moved();
                answers.add(
                        new AllocationAnswer(line.allocation(), desk.ids().next(), new NeverReceived(step.moved())));
            }
        }
        PurchaseOrderStatus status = sentPurchaseOrders.writeNeverReceived(merchant, open, after, now);
        answerAllocations.answer(merchant, answers);
        desk.audit()
                .record(
                        merchant,
                        List.of(new AuditEntry(
                                "GiveUpUndelivered",
                                "purchase_order",
                                head.id().value(),
                                head.status().name(),
                                status.name(),
                                reason)));
        closing.settle(merchant, head, after);
        return units;
    }
}
