package dev.baton.purchasing;

import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.purchasing.Recall.Status;
import dev.baton.suppliers.SupplierId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a supplier's answer to the question to stop or take back what it should not have shipped. */
@Component
public class AnswerRecall {

    private static final int LONGEST_REASON = 2_000;

    private final PurchasingDesk desk;
    private final SentPurchaseOrders sentPurchaseOrders;
    private final Recalls recalls;

    AnswerRecall(PurchasingDesk desk, SentPurchaseOrders sentPurchaseOrders, Recalls recalls) {
        this.desk = desk;
        this.sentPurchaseOrders = sentPurchaseOrders;
        this.recalls = recalls;
    }

    /** What a supplier may say. */
    public enum Answer {
        /** It has the parcel stopped on its way. */
        STOPS,
        /** It takes the parcel back at its own cost. */
        TAKES_BACK,
        /** Neither. */
        REFUSED
    }

    /** An answer; {@code reason} is the supplier's own words, null = none. */
    public record RecallReply(
            RecallId recall, Answer answer, @Nullable String reason) {}

    /**
     * Takes the answer; opens a transaction or joins the caller's. The same answer again changes nothing. Whatever it is,
     * the fault stays written.
     *
     * @throws Problem UNKNOWN_PURCHASE_ORDER, UNKNOWN_RECALL, RECALL_ANSWERED when it was answered otherwise before,
     *     INVALID_FIELD when the reason is too long
     */
    public Recall answer(MerchantId merchant, SupplierId supplier, String number, RecallReply reply) {
        String reason = reply.reason();
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw new Problem(CommonProblem.INVALID_FIELD, "Say it in at most 2,000 characters.", "reason");
        }
        return desk.tenancy().inTransaction(merchant, () -> {
            SentPurchaseOrder of = sentPurchaseOrders.lock(merchant, supplier, number);
            Recall recall = find(merchant, of.head(), reply.recall());
            Status to = Status.valueOf(reply.answer().name());
            if (recall.status() == Status.OPEN) {
                take(merchant, of.head(), recall, to, reason);
            } else if (recall.status() != to) {
                throw new Problem(
                        PurchasingProblem.RECALL_ANSWERED,
                        "You answered otherwise before; write to the merchant.",
                        "answer");
            }
            return find(merchant, of.head(), reply.recall());
        });
    }

    private Recall find(MerchantId merchant, PurchaseOrder of, RecallId id) {
        return recalls.findAll(merchant, List.of(id)).stream()
                .filter(found -> found.purchaseOrder().equals(of.id()))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        PurchasingProblem.UNKNOWN_RECALL,
                        "No such recall was asked for " + of.number() + "; take the id from the document.",
                        "recallId"));
    }

    private void take(MerchantId merchant, PurchaseOrder of, Recall recall, Status to, @Nullable String reason) {
        recalls.answer(merchant, recall.id(), to, desk.clock().instant(), reason);
        desk.work().remove(merchant, AskRecalls.KIND, List.of(recall.id().value()));
        switch (to) {
            case STOPS ->
                desk.tasks().closeFor(merchant, RecallTasks.KIND, recall.shipment(), "the supplier stops the parcel");
            case TAKES_BACK -> desk.tasks().open(merchant, RecallTasks.takesBack(of, recall));
            case REFUSED -> desk.tasks().open(merchant, RecallTasks.refused(of, recall));
            case OPEN -> throw new IllegalStateException("open is no answer");
        }
        String status = of.status().name();
        desk.audit()
                .record(
                        merchant,
                        List.of(new AuditEntry(
                                "AnswerRecall",
                                "purchase_order",
                                of.id().value(),
                                status,
                                status,
                                "recall " + recall.ordinal() + " of " + recall.units() + " units: " + to)));
    }
}
