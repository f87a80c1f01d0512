package dev.baton.purchasing;

import dev.baton.inventory.DeductionCause;
import dev.baton.inventory.NewDeduction;
import dev.baton.inventory.RecordDeductions;
import dev.baton.orders.AllocationAnswer;
import dev.baton.orders.AllocationAnswer.Accepted;
import dev.baton.orders.AllocationAnswer.Answer;
import dev.baton.orders.AllocationAnswer.Backordered;
import dev.baton.orders.AllocationAnswer.Rejected;
import dev.baton.orders.AnswerAllocations;
import dev.baton.orders.RejectReason;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.purchasing.Acknowledgement.Action;
import dev.baton.purchasing.Acknowledgement.Statement;
import dev.baton.purchasing.AcknowledgementOutcome.Applied;
import dev.baton.purchasing.AnswerSteps.Moved;
import dev.baton.suppliers.SupplierId;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Takes a supplier's answer to a purchase order: accepted units are promised, rejected ones are given to
 * somebody else by orders, backordered ones get a date.
 */
@Component
public class Acknowledge {

    private final PurchasingDesk desk;
    private final AnswerAllocations answerAllocations;
    private final RecordDeductions recordDeductions;
    private final SentPurchaseOrders sentPurchaseOrders;
    private final Acknowledgements acknowledgements;
    private final TakeCounterOffers counterOffers;
    private final CloseQuestions closing;

    Acknowledge(
            PurchasingDesk desk,
            AnswerAllocations answerAllocations,
            RecordDeductions recordDeductions,
            SentPurchaseOrders sentPurchaseOrders,
            Acknowledgements acknowledgements,
            TakeCounterOffers counterOffers,
            CloseQuestions closing) {
        this.desk = desk;
        this.answerAllocations = answerAllocations;
        this.recordDeductions = recordDeductions;
        this.sentPurchaseOrders = sentPurchaseOrders;
        this.acknowledgements = acknowledgements;
        this.counterOffers = counterOffers;
        this.closing = closing;
    }

    /**
     * Takes the answer; opens a transaction.
     *
     * @param number the purchase order's number as it stands on the document
     * @throws Problem UNKNOWN_PURCHASE_ORDER when none of that number was sent to this supplier, UNKNOWN_LINE,
     *     INVALID_FIELD when the answer is malformed, WRONG_CURRENCY when it names costs in another,
     *     REFERENCE_REUSED when the reference came with another content before
     */
    public AcknowledgementOutcome acknowledge(
            MerchantId merchant, SupplierId supplier, String number, Acknowledgement answer) {
        AnswerCheck.shape(answer);
        AcknowledgementOutcome outcome =
                desk.tenancy().inTransaction(merchant, () -> once(merchant, supplier, number, answer));
        Crash.at("purchasing.answered");
        return outcome;
    }

    private AcknowledgementOutcome once(
            MerchantId merchant, SupplierId supplier, String number, Acknowledgement answer) {
        SentPurchaseOrder open = sentPurchaseOrders.lock(merchant, supplier, number);
        AnswerCheck.lines(answer, open.lines());
        AnswerCheck.costs(answer, open);
        return take(merchant, open, answer, answer.hash());
    }

    /** Takes an answer to a locked purchase order; {@code hash} tells whether a repeat says the same. */
    AcknowledgementOutcome take(MerchantId merchant, SentPurchaseOrder open, Acknowledgement answer, byte[] hash) {
        UUID id = desk.ids().next();
        Instant now = desk.clock().instant();
        if (!acknowledgements.claim(merchant, id, open.head(), answer.reference(), hash, now)) {
            return repeat(merchant, open.head(), answer, hash);
        }
        Crash.at("purchasing.reference-taken");
        AnswerSteps steps = AnswerSteps.apply(open.lines(), answer.lines());
        PurchaseOrderStatus after = sentPurchaseOrders.writeAnswer(merchant, open, steps.lines(), now);
        acknowledgements.conclude(merchant, id, after, answer.lines(), steps.applied());
        List<String> costs = counterOffers.take(merchant, open, id, answer.costs());
        pass(merchant, steps.moved(), now);
        remark(merchant, open.head(), steps.applied());
        desk.audit().record(merchant, List.of(entry(open.head(), after, answer.reference(), costs)));
        closing.settle(merchant, open.head(), steps.lines());
        desk.news()
                .publishEvent(
                        new PurchaseOrdersAnswered(merchant, List.of(open.head().id())));
        Crash.at("purchasing.acknowledged");
        return new AcknowledgementOutcome(
                open.head().number(),
                answer.reference(),
                after,
                false,
                steps.applied(),
                counterOffers.standing(merchant, open.head().id(), id, answer));
    }

    private AcknowledgementOutcome repeat(MerchantId merchant, PurchaseOrder of, Acknowledgement answer, byte[] hash) {
        Acknowledgements.Earlier earlier = acknowledgements.earlier(merchant, of.id(), answer.reference());
        if (!MessageDigest.isEqual(earlier.bodyHash(), hash)) {
            throw new Problem(
                    PurchasingProblem.REFERENCE_REUSED,
                    "Reference " + answer.reference() + " was used for another answer to " + of.number()
                            + "; send this one under a new reference.",
                    "reference");
        }
        return new AcknowledgementOutcome(
                of.number(),
                answer.reference(),
                earlier.statusAfter(),
                true,
                acknowledgements.lines(merchant, earlier.id()),
                counterOffers.standing(merchant, of.id(), earlier.id(), answer));
    }

    /**
     * Tells orders, which promises or re-routes, and inventory, whose net suppliers have booked the units off. Each
     * statement is a cause of its own, since several may speak of one line. Backordered units count as accepted
     * there, so that what was put off and is accepted now is no news to orders.
     */
    private void pass(MerchantId merchant, List<Moved> moved, Instant now) {
        List<AllocationAnswer> answers = new ArrayList<>();
        List<NewDeduction> deductions = new ArrayList<>();
        for (Moved step : moved) {
            UUID cause = desk.ids().next();
            Answer answer = answer(step);
            if (answer.quantity() > 0) {
                answers.add(new AllocationAnswer(step.allocation(), cause, answer));
            }
            if (step.statement().action() == Action.ACCEPT) {
                deductions.add(new NewDeduction(
                        step.allocation().value(), step.units(), now, DeductionCause.ACKNOWLEDGED, cause));
            }
        }
        recordDeductions.record(merchant, deductions);
        answerAllocations.answer(merchant, answers);
    }

    private static Answer answer(Moved step) {
        Statement said = step.statement();
        return switch (said.action()) {
            case ACCEPT -> new Accepted(step.fresh());
            case BACKORDER -> new Backordered(step.fresh(), Objects.requireNonNull(said.until()));
            case REJECT ->
                new Rejected(
                        step.units(),
                        Objects.requireNonNullElse(said.reason(), RejectReason.OTHER),
                        Objects.requireNonNullElse(said.text(), ""));
        };
    }

    private void remark(MerchantId merchant, PurchaseOrder of, List<Applied> applied) {
        List<String> remarks = applied.stream()
                .filter(row -> row.remark() != null)
                .map(row ->
                        "line " + row.line() + ": " + row.action().name().toLowerCase(Locale.ROOT) + " " + row.remark())
                .toList();
        if (!remarks.isEmpty()) {
            desk.tasks()
                    .open(
                            merchant,
                            new NewTask(
                                    "purchasing.over-answered",
                                    "purchase_order",
                                    of.id().value(),
                                    "The supplier answered units of " + of.number() + " that were not open",
                                    String.join("; ", remarks)
                                            + ". If nothing is done the answers before it stand. Ask the supplier which units it will ship."));
        }
    }

    private static AuditEntry entry(
            PurchaseOrder head, PurchaseOrderStatus after, String reference, List<String> costs) {
        return new AuditEntry(
                "Acknowledge",
                "purchase_order",
                head.id().value(),
                head.status().name(),
                after.name(),
                "answer " + reference + (costs.isEmpty() ? "" : ": " + String.join("; ", costs)));
    }
}
