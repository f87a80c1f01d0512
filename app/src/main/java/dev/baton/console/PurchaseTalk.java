package dev.baton.console;

import dev.baton.console.OrderViews.Mark;
import dev.baton.console.PurchaseViews.Answer;
import dev.baton.console.PurchaseViews.Document;
import dev.baton.console.PurchaseViews.Question;
import dev.baton.console.PurchaseViews.Try;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Micros;
import dev.baton.purchasing.AcknowledgementLookup;
import dev.baton.purchasing.Amendment;
import dev.baton.purchasing.Cancellation;
import dev.baton.purchasing.CounterOffer;
import dev.baton.purchasing.CounterOfferLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.Recall;
import dev.baton.purchasing.RecallLookup;
import dev.baton.trading.Attempt;
import dev.baton.trading.AttemptOutcome;
import dev.baton.trading.Transmission;
import dev.baton.trading.TransmissionKind;
import dev.baton.trading.TransmissionLookup;
import dev.baton.trading.TransmissionStatus;
import dev.baton.trading.TransmissionView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What was said between us and a supplier about one purchase order; needs an open transaction of the merchant. */
@Component
class PurchaseTalk {

    private final TransmissionLookup transmissions;
    private final AcknowledgementLookup answers;
    private final CounterOfferLookup costs;
    private final RecallLookup recalls;

    PurchaseTalk(
            TransmissionLookup transmissions,
            AcknowledgementLookup answers,
            CounterOfferLookup costs,
            RecallLookup recalls) {
        this.transmissions = transmissions;
        this.answers = answers;
        this.costs = costs;
        this.recalls = recalls;
    }

    /** All of it. */
    record Talk(List<Document> documents, List<Answer> answers, List<Question> questions) {}

    /** Its documents with whether whoever looks may send them again; those forms come back to the given page. */
    Talk about(Staff staff, PurchaseOrderView view, String back) {
        MerchantId merchant = staff.merchant();
        List<Question> questions = new ArrayList<>();
        view.cancellations().forEach(question -> questions.add(question(question)));
        view.amendments().forEach(question -> questions.add(question(question)));
        recalls.of(merchant, view.id()).forEach(recall -> questions.add(question(view, recall)));
        costs.of(merchant, view.id()).forEach(offer -> questions.add(question(view, offer)));
        return new Talk(
                transmissions.ofPurchaseOrder(merchant, view.id()).stream()
                        .map(each -> document(staff, each, back))
                        .toList(),
                answers.of(merchant, view.id()).stream()
                        .map(PurchaseTalk::answer)
                        .toList(),
                questions);
    }

    private static Document document(Staff staff, TransmissionView view, String back) {
        Transmission row = view.transmission();
        return new Document(
                row.id().value().toString(),
                what(row.kind()),
                state(row.status(), view.deliveredAt() != null),
                row.plannedAt(),
                Objects.requireNonNullElse(row.reason(), ""),
                row.document() == null ? null : TransmissionScreen.document(row.id()),
                view.nextAt(),
                PurchaseWays.resend(staff, row).map(way -> way.backTo(back)).orElse(null),
                view.attempts().stream().map(PurchaseTalk::attempt).toList());
    }

    private static Try attempt(Attempt attempt) {
        Integer status = attempt.httpStatus();
        String words = Objects.requireNonNullElse(attempt.note(), "");
        return new Try(
                attempt.attempt(),
                attempt.beganAt(),
                outcome(attempt.outcome()),
                status == null ? words : words.isEmpty() ? "HTTP " + status : "HTTP " + status + ", " + words,
                attempt.reply() == null ? null : TransmissionScreen.reply(attempt.transmission(), attempt.attempt()));
    }

    private static String what(TransmissionKind kind) {
        return switch (kind) {
            case PURCHASE_ORDER -> "Purchase order";
            case CANCELLATION -> "Please do not ship";
            case AMENDMENT -> "Please ship differently";
            case PRICE -> "What is decided about its cost";
            case RECALL -> "Please stop it or take it back";
            case REMINDER -> "Reminder";
        };
    }

    private static Mark state(TransmissionStatus status, boolean arrived) {
        return switch (status) {
            case PLANNED -> new Mark("Document", "Planned", "quiet");
            case SENDING -> new Mark("Document", "Being sent", "quiet");
            case SENT -> new Mark("Document", arrived ? "Arrived" : "Sent", "good");
            case ACKNOWLEDGED -> new Mark("Document", "Answered", "good");
            case REFUSED -> new Mark("Document", "Refused", "bad");
            case UNKNOWN -> new Mark("Document", "Sent?", "warn");
            case PARKED -> new Mark("Document", "Given up", "bad");
            case WITHDRAWN -> new Mark("Document", "Not wanted any more", "none");
        };
    }

    private static String outcome(AttemptOutcome outcome) {
        return switch (outcome) {
            case DELIVERED -> "taken";
            case ALREADY_THERE -> "was there already";
            case REFUSED -> "refused";
            case BUSY -> "not now";
            case NOT_SENT -> "nothing left";
            case UNKNOWN -> "nobody knows whether it arrived";
            case NODE_LOST -> "nobody knows: Baton was cut off";
        };
    }

    private static Answer answer(AcknowledgementLookup.Answer answer) {
        return new Answer(
                answer.reference(),
                answer.receivedAt(),
                answer.statements().stream().map(PurchaseTalk::words).toList());
    }

    private static String words(AcknowledgementLookup.Said said) {
        StringBuilder words = new StringBuilder("Line " + said.line() + ": " + said.quantity() + " ")
                .append(OrderMarks.word(said.action()).toLowerCase(Locale.ROOT));
        if (said.reason() != null) {
            words.append(", ").append(said.reason().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        if (said.until() != null) {
            words.append(", expected ").append(said.until());
        }
        if (said.note() != null) {
            words.append(" (").append(said.note()).append(')');
        }
        if (said.remark() != null) {
            words.append(". ").append(said.remark());
        }
        return words.toString();
    }

    private static Question question(Cancellation question) {
        Mark state = switch (question.status()) {
            case WAITING -> new Mark("Question", "Waits for the one before", "quiet");
            case OPEN -> new Mark("Question", "Not answered", "warn");
            case AGREED -> new Mark("Question", "Agreed", "good");
            case REFUSED -> new Mark("Question", "Ships all the same", "bad");
            case OVERTAKEN -> new Mark("Question", "Too late", "quiet");
        };
        return new Question(
                question.id().value().toString(),
                question.forOthers() ? "Not to ship, for another supplier" : "Not to ship",
                state,
                question.askedAt(),
                question.reason() + (question.answerReason() == null ? "" : " · " + question.answerReason()));
    }

    private static Question question(PurchaseOrderView of, Recall recall) {
        Mark state = switch (recall.status()) {
            case OPEN -> new Mark("Question", "Not answered", "warn");
            case STOPS -> new Mark("Question", "Stops the parcel", "good");
            case TAKES_BACK -> new Mark("Question", "Takes it back", "good");
            case REFUSED ->
                recall.mayBeGivenUp()
                        ? new Mark("Question", "Does neither", "bad")
                        : new Mark("Question", "Left to the customer", "quiet");
        };
        return new Question(
                recall.id().value().toString(),
                "To stop or take back what it shipped after cancelling",
                state,
                recall.askedAt(),
                recall.units() + (recall.units() == 1 ? " unit, " : " units, ") + Micros.format(recall.costMicros())
                        + " " + of.currency() + (recall.answerReason() == null ? "" : " · " + recall.answerReason()));
    }

    /** Another cost it named is a question of the supplier to us. */
    private static Question question(PurchaseOrderView of, CounterOffer offer) {
        Mark state = switch (offer.status()) {
            case OPEN -> new Mark("Question", "To decide", "warn");
            case ACCEPTED ->
                new Mark(
                        "Question",
                        offer.decidedBy() == CounterOffer.Decider.TOLERANCE
                                ? "Accepted, within what is agreed"
                                : "Accepted",
                        "good");
            case REFUSED -> new Mark("Question", "Not accepted", "bad");
            case REPLACED -> new Mark("Question", "It named another since", "quiet");
            case WITHDRAWN -> new Mark("Question", "Taken back", "quiet");
        };
        return new Question(
                offer.id().value().toString(),
                "It wants another cost for line " + offer.line(),
                state,
                offer.namedAt(),
                Micros.format(offer.namedMicros()) + " instead of " + Micros.format(offer.costMicros()) + " "
                        + of.currency() + (offer.reason() == null ? "" : " · " + offer.reason()));
    }

    private static Question question(Amendment question) {
        Mark state = switch (question.status()) {
            case PLANNED -> new Mark("Question", "About to be asked", "quiet");
            case ASKED -> new Mark("Question", "Not answered", "warn");
            case HELD -> new Mark("Question", "To decide", "warn");
            case AGREED -> new Mark("Question", "Agreed", "good");
            case REFUSED ->
                question.decision() == null
                        ? new Mark("Question", "Ships as told first", "bad")
                        : new Mark("Question", "Refused, decided", "quiet");
            case OVERTAKEN -> new Mark("Question", "Too late", "quiet");
            case REPLACED -> new Mark("Question", "Replaced", "quiet");
            case WITHDRAWN -> new Mark("Question", "Not wanted any more", "none");
            case DECIDED -> new Mark("Question", "Decided", "quiet");
        };
        Instant asked = question.askedAt() == null ? question.plannedAt() : question.askedAt();
        return new Question(
                question.id().value().toString(),
                "To ship differently: "
                        + question.changes().stream()
                                .map(fact -> OrderMarks.word(fact).toLowerCase(Locale.ROOT))
                                .sorted()
                                .collect(Collectors.joining(", ")),
                state,
                asked,
                Objects.requireNonNullElse(question.answerReason(), ""));
    }
}
