package dev.baton.purchasing;

import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.purchasing.Amendment.Status;
import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes a supplier's answer whether it ships differently than it was told. A yes is the purchase order's next
 * version: what was asked is what the supplier is told from then on, and a new packing slip is due.
 */
@Component
public class AnswerAmendment {

    private final PurchasingDesk desk;
    private final SentPurchaseOrders sentPurchaseOrders;
    private final PurchaseOrders purchaseOrders;
    private final Amendments amendments;
    private final CloseAmendments closing;
    private final AskAmendments asking;

    AnswerAmendment(
            PurchasingDesk desk,
            SentPurchaseOrders sentPurchaseOrders,
            PurchaseOrders purchaseOrders,
            Amendments amendments,
            CloseAmendments closing,
            AskAmendments asking) {
        this.desk = desk;
        this.sentPurchaseOrders = sentPurchaseOrders;
        this.purchaseOrders = purchaseOrders;
        this.amendments = amendments;
        this.closing = closing;
        this.asking = asking;
    }

    /**
     * What the supplier said.
     *
     * @param reason its words; null = none
     */
    public record AmendmentReply(
            AmendmentId amendment,
            boolean accepted,
            @Nullable String reason) {}

    /**
     * Takes the answer; opens a transaction. The same answer again changes nothing; one that comes after the goods
     * left is taken as overtaken.
     *
     * @throws Problem UNKNOWN_PURCHASE_ORDER; UNKNOWN_AMENDMENT when it was not asked; AMENDMENT_ANSWERED when the
     *     other answer was given before; AMENDMENT_CLOSED when the merchant has decided or asked for something else
     */
    public AmendmentOutcome answer(MerchantId merchant, SupplierId supplier, String number, AmendmentReply reply) {
        return desk.tenancy().inTransaction(merchant, () -> {
            SentPurchaseOrder open = sentPurchaseOrders.lock(merchant, supplier, number);
            Amendment question = question(merchant, open.head(), reply);
            Status wanted = reply.accepted() ? Status.AGREED : Status.REFUSED;
            switch (question.status()) {
                case ASKED -> conclude(merchant, open, question, wanted, reply.reason());
                case AGREED, REFUSED -> mustBe(wanted, question);
                case OVERTAKEN -> {}
                case DECIDED, REPLACED -> throw closed(open.head(), question);
                case WITHDRAWN ->
                    throw question.askedAt() == null ? unknown(open.head()) : closed(open.head(), question);
                case PLANNED, HELD -> throw unknown(open.head());
            }
            return outcome(merchant, open.head(), question.id());
        });
    }

    private Amendment question(MerchantId merchant, PurchaseOrder of, AmendmentReply reply) {
        return amendments.findAll(merchant, List.of(reply.amendment())).stream()
                .filter(found -> found.purchaseOrder().equals(of.id()))
                .findFirst()
                .orElseThrow(() -> unknown(of));
    }

    private static Problem unknown(PurchaseOrder of) {
        return new Problem(
                PurchasingProblem.UNKNOWN_AMENDMENT,
                "No such amendment was asked for " + of.number() + "; take the id from the document.",
                "amendmentId");
    }

    private static Problem closed(PurchaseOrder of, Amendment question) {
        String instead = question.status() == Status.REPLACED
                ? "The merchant asks for something else about " + of.number() + " now; answer the newer question."
                : "The merchant has decided meanwhile; ship " + of.number() + " as its latest version says.";
        return new Problem(PurchasingProblem.AMENDMENT_CLOSED, instead, "amendmentId");
    }

    private static void mustBe(Status wanted, Amendment question) {
        if (question.status() != wanted) {
            throw new Problem(
                    PurchasingProblem.AMENDMENT_ANSWERED,
                    "This amendment was answered the other way before; call the merchant to change it.",
                    "accepted");
        }
    }

    private void conclude(
            MerchantId merchant, SentPurchaseOrder open, Amendment question, Status to, @Nullable String reason) {
        PurchaseOrder head = open.head();
        Instant now = desk.clock().instant();
        PurchaseOrderStatus status = sentPurchaseOrders.writeAnswer(merchant, open, open.lines(), now);
        closing.end(merchant, question, to, reason);
        if (to == Status.AGREED) {
            purchaseOrders.amend(merchant, head, question);
        } else {
            desk.tasks().open(merchant, AmendmentTasks.refused(head, closing.supplier(merchant, head), question));
        }
        desk.audit()
                .record(
                        merchant,
                        List.of(new AuditEntry(
                                "AnswerAmendment",
                                "purchase_order",
                                head.id().value(),
                                head.status().name(),
                                status.name(),
                                "amendment " + question.ordinal() + " " + to)));
        Crash.at("purchasing.amendment-written");
        asking.again(merchant, head.id());
        desk.news().publishEvent(new PurchaseOrdersAnswered(merchant, List.of(head.id())));
        Crash.at("purchasing.amendment-answered");
    }

    private AmendmentOutcome outcome(MerchantId merchant, PurchaseOrder of, AmendmentId id) {
        Amendment question = amendments.findAll(merchant, List.of(id)).getFirst();
        int version =
                purchaseOrders.findAll(merchant, List.of(of.id())).getFirst().version();
        return new AmendmentOutcome(of.number(), id, question.status(), version);
    }
}
