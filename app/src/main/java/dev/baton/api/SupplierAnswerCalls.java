package dev.baton.api;

import dev.baton.orders.RejectReason;
import dev.baton.purchasing.Acknowledge;
import dev.baton.purchasing.Acknowledgement;
import dev.baton.purchasing.AcknowledgementOutcome;
import dev.baton.purchasing.AmendmentId;
import dev.baton.purchasing.AmendmentOutcome;
import dev.baton.purchasing.AnswerAmendment;
import dev.baton.purchasing.AnswerAmendment.AmendmentReply;
import dev.baton.purchasing.AnswerCancellation;
import dev.baton.purchasing.AnswerCancellation.CancellationReply;
import dev.baton.purchasing.AnswerRecall;
import dev.baton.purchasing.AnswerRecall.RecallReply;
import dev.baton.purchasing.CancellationId;
import dev.baton.purchasing.CancellationOutcome;
import dev.baton.purchasing.RecallId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a supplier answers with its own key. */
@RestController
@RequestMapping("/api/v1/supplier/purchase-orders/{number}")
@Tag(name = "For suppliers")
class SupplierAnswerCalls {

    private final Acknowledge acknowledge;
    private final AnswerCancellation answerCancellation;
    private final AnswerAmendment answerAmendment;
    private final AnswerRecall answerRecall;

    SupplierAnswerCalls(
            Acknowledge acknowledge,
            AnswerCancellation answerCancellation,
            AnswerAmendment answerAmendment,
            AnswerRecall answerRecall) {
        this.acknowledge = acknowledge;
        this.answerCancellation = answerCancellation;
        this.answerAmendment = answerAmendment;
        this.answerRecall = answerRecall;
    }

    /**
     * An answer; {@code reference} is the supplier's own, a repeat under it is answered alike.
     *
     * @param currency what the unit costs it names are in; needed when it names any
     */
    record Answer(
            String reference,
            List<Statement> lines,
            @Nullable String currency) {}

    /**
     * What is said of some units of a line.
     *
     * @param reason why they are rejected
     * @param text your own words
     * @param until when backordered units are expected
     * @param unitCost what a unit is to cost, if not what the purchase order says; one for all units of the line you ship
     */
    record Statement(
            Integer line,
            Acknowledgement.Action action,
            Integer quantity,
            @Nullable RejectReason reason,
            @Nullable String text,
            @Nullable LocalDate until,
            @Nullable String unitCost) {}

    /**
     * Where the purchase order stands after the answer, and what became of each statement.
     *
     * @param counterOffers where the costs you named stand now that are not the purchase order's, with any that still wait;
     *     empty when you named none
     */
    record Acknowledged(
            String number,
            String reference,
            String state,
            boolean replayed,
            List<Applied> lines,
            List<CounterOfferBody> counterOffers) {}

    /** {@code remark} says why fewer units moved than stated; null when all did. */
    record Applied(
            int line,
            String action,
            int quantity,
            int applied,
            @Nullable String remark) {}

    /** {@code reason} in your own words. */
    record Reply(
            UUID cancellationId, Boolean accepted, @Nullable String reason) {}

    /** {@code accepted}: you ship as asked; {@code reason} in your own words. */
    record AmendmentAnswer(
            UUID amendmentId, Boolean accepted, @Nullable String reason) {}

    /** What you do about the parcel; {@code reason} in your own words. */
    record RecallAnswer(
            UUID recallId,
            AnswerRecall.Answer answer,
            @Nullable String reason) {}

    /** {@code version} of the purchase order now: one more once you have accepted. */
    record AmendmentAnswered(String number, String amendmentId, String state, int version) {}

    record Replied(String number, String cancellationId, String state, int cancelledUnits, int shippedUnits) {}

    @Operation(
            summary = "Acknowledge a purchase order",
            description = "Line by line: accept, reject with a reason, or backorder with a date. A unitCost that"
                    + " is not the purchase order's is a counter-offer: lower, or within what is agreed, it counts at"
                    + " once; else it is open until decideBy, the purchase order keeps its cost, and you are told what is"
                    + " decided. The same reference again is answered alike and changes nothing.")
    @Needs(Scope.SUPPLIER)
    @PostMapping("/acknowledgement")
    Acknowledged acknowledge(Caller caller, @PathVariable String number, @RequestBody Answer body) {
        AcknowledgementOutcome outcome = acknowledge.acknowledge(
                caller.merchant(),
                caller.supplier(),
                number,
                new Acknowledgement(
                        body.reference(),
                        body.lines().stream()
                                .map(line -> new Acknowledgement.Statement(
                                        line.line(),
                                        line.action(),
                                        line.quantity(),
                                        line.reason(),
                                        line.text(),
                                        line.until()))
                                .toList(),
                        costs(body.lines()),
                        body.currency()));
        return new Acknowledged(
                outcome.number(),
                outcome.reference(),
                Lists.word(outcome.status()),
                outcome.replayed(),
                outcome.lines().stream()
                        .map(line -> new Applied(
                                line.line(), Lists.word(line.action()), line.quantity(), line.applied(), line.remark()))
                        .toList(),
                outcome.counterOffers().stream().map(CounterOfferBody::of).toList());
    }

    private static List<Acknowledgement.NamedCost> costs(List<Statement> lines) {
        List<Acknowledgement.NamedCost> costs = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String unitCost = lines.get(i).unitCost();
            if (unitCost != null) {
                costs.add(new Acknowledgement.NamedCost(
                        lines.get(i).line(), Amounts.micros("lines[" + i + "].unitCost", unitCost)));
            }
        }
        return costs;
    }

    @Operation(
            summary = "Answer a cancellation",
            description = "accepted: you ship none of the units asked for that have not left. The same answer again"
                    + " changes nothing.")
    @Needs(Scope.SUPPLIER)
    @PostMapping("/cancellation-answer")
    Replied answerCancellation(Caller caller, @PathVariable String number, @RequestBody Reply body) {
        CancellationOutcome outcome = answerCancellation.answer(
                caller.merchant(),
                caller.supplier(),
                number,
                new CancellationReply(new CancellationId(body.cancellationId()), body.accepted(), body.reason()));
        return new Replied(
                outcome.number(),
                outcome.cancellation().value().toString(),
                Lists.word(outcome.status()),
                outcome.cancelledUnits(),
                outcome.shippedUnits());
    }

    @Operation(
            summary = "Answer a recall",
            description =
                    "Of units you shipped although you had agreed not to. STOPS: you have the parcel stopped on its"
                            + " way. TAKES_BACK: you take it back at your cost. REFUSED: neither. The same answer again changes"
                            + " nothing.")
    @Needs(Scope.SUPPLIER)
    @PostMapping("/recall-answer")
    RecallBody answerRecall(Caller caller, @PathVariable String number, @RequestBody RecallAnswer body) {
        return RecallBody.of(answerRecall.answer(
                caller.merchant(),
                caller.supplier(),
                number,
                new RecallReply(new RecallId(body.recallId()), body.answer(), body.reason())));
    }

    @Operation(
            summary = "Answer an amendment",
            description = "accepted: you ship as asked, and the purchase order has its next version. The same answer"
                    + " again changes nothing.")
    @Needs(Scope.SUPPLIER)
    @PostMapping("/amendment-answer")
    AmendmentAnswered answerAmendment(Caller caller, @PathVariable String number, @RequestBody AmendmentAnswer body) {
        AmendmentOutcome outcome = answerAmendment.answer(
                caller.merchant(),
                caller.supplier(),
                number,
                new AmendmentReply(new AmendmentId(body.amendmentId()), body.accepted(), body.reason()));
        return new AmendmentAnswered(
                outcome.number(),
                outcome.amendment().value().toString(),
                Lists.word(outcome.status()),
                outcome.version());
    }
}
