package dev.baton.portal;

import dev.baton.orders.RejectReason;
import dev.baton.platform.Acting;
import dev.baton.platform.Actor;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.purchasing.Acknowledge;
import dev.baton.purchasing.Acknowledgement;
import dev.baton.purchasing.Acknowledgement.Action;
import dev.baton.purchasing.Acknowledgement.NamedCost;
import dev.baton.purchasing.Acknowledgement.Statement;
import dev.baton.purchasing.Amendment;
import dev.baton.purchasing.AmendmentId;
import dev.baton.purchasing.AmendmentOutcome;
import dev.baton.purchasing.AnswerAmendment;
import dev.baton.purchasing.AnswerAmendment.AmendmentReply;
import dev.baton.purchasing.AnswerCancellation;
import dev.baton.purchasing.AnswerCancellation.CancellationReply;
import dev.baton.purchasing.AnswerRecall;
import dev.baton.purchasing.AnswerRecall.RecallReply;
import dev.baton.purchasing.CancellationId;
import dev.baton.purchasing.CounterOffer;
import dev.baton.purchasing.GiveUpRest;
import dev.baton.purchasing.GiveUpRest.Rest;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.PurchaseOrderLinks;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.RecallId;
import dev.baton.purchasing.TakeBackAnswer;
import dev.baton.purchasing.TellMerchant;
import dev.baton.shipping.NewShipment;
import dev.baton.shipping.RecordShipments;
import dev.baton.suppliers.DeclareClosure;
import dev.baton.suppliers.DeclareClosure.Absence;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Does what a form of the link page asks, once. The same acts as by the supplier's key; what differs is that a form
 * cannot carry the supplier's own reference, so that the page gives it one.
 */
@Component
class LinkActs {

    private final Tenancy tenancy;
    private final Taps taps;
    private final Purchasing purchasing;
    private final RecordShipments recordShipments;
    private final ParcelsTold parcelsTold;
    private final NumberForm numberForm;
    private final DeclareClosure declareClosure;
    private final Clock clock;

    LinkActs(
            Tenancy tenancy,
            Taps taps,
            Purchasing purchasing,
            RecordShipments recordShipments,
            ParcelsTold parcelsTold,
            NumberForm numberForm,
            DeclareClosure declareClosure,
            Clock clock) {
        this.tenancy = tenancy;
        this.taps = taps;
        this.purchasing = purchasing;
        this.recordShipments = recordShipments;
        this.parcelsTold = parcelsTold;
        this.numberForm = numberForm;
        this.declareClosure = declareClosure;
        this.clock = clock;
    }

    /** What purchasing offers a supplier. */
    @Component
    record Purchasing(
            PurchaseOrderLookup lookup,
            Acknowledge acknowledge,
            GiveUpRest giveUpRest,
            TakeBackAnswer takeBackAnswer,
            AnswerCancellation answerCancellation,
            AnswerAmendment answerAmendment,
            AnswerRecall answerRecall,
            TellMerchant tellMerchant) {}

    /** A form's name as it stands in the address, and what a link must allow for it. */
    enum Act {
        ACCEPT(PurchaseOrderLinks.ANSWER),
        ANSWER(PurchaseOrderLinks.ANSWER),
        UNDO(PurchaseOrderLinks.ANSWER),
        CANCELLATION(PurchaseOrderLinks.ANSWER),
        AMENDMENT(PurchaseOrderLinks.ANSWER),
        RECALL(PurchaseOrderLinks.ANSWER),
        SHIP(PurchaseOrderLinks.SHIP),
        NUMBER(PurchaseOrderLinks.SHIP),
        REST(PurchaseOrderLinks.SHIP),
        MESSAGE(PurchaseOrderLinks.MESSAGE),
        CLOSED(PurchaseOrderLinks.CLOSE);

        private final int bit;

        Act(int bit) {
            this.bit = bit;
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static @Nullable Act of(String word) {
            for (Act act : values()) {
                if (act.word().equals(word)) {
                    return act;
                }
            }
            return null;
        }
    }

    /**
     * Does the act; the second of two taps finds it done and is told the same.
     *
     * @return a remark for the page: the end of a key below {@code note.}; empty = none
     * @throws Problem when it is refused: nothing was done, and the form may be sent again
     */
    String act(OpenedLink link, Act act, Form form) {
        if (!link.allows(act.bit)) {
            throw new Problem(CommonProblem.FORBIDDEN, "error.not-allowed");
        }
        String once = form.text("once");
        if (once.isEmpty() || once.length() > 64) {
            throw new Problem(CommonProblem.INVALID_FIELD, "error.stale", "once");
        }
        Actor actor = new Actor.Supplier(link.order().supplier().value());
        return Acting.as(
                actor,
                null,
                () -> tenancy.inTransaction(link.merchant(), () -> {
                    if (!taps.isFirst(link.merchant(), link.order().id(), act.word(), once)) {
                        return taps.outcome(link.merchant(), link.order().id(), act.word(), once);
                    }
                    String remark = perform(link, act, form, "link-" + once);
                    taps.conclude(link.merchant(), link.order().id(), act.word(), once, remark);
                    return remark;
                }));
    }

    private String perform(OpenedLink link, Act act, Form form, String reference) {
        return switch (act) {
            case ACCEPT -> answer(link, new Acknowledgement(reference, acceptAll(now(link))));
            case ANSWER -> answer(link, form, reference);
            case UNDO -> undo(link);
            case CANCELLATION -> cancellation(link, form);
            case AMENDMENT -> amendment(link, form);
            case RECALL -> recall(link, form);
            case SHIP -> ship(link, form, reference);
            case NUMBER -> numberForm.correct(link, form);
            case REST -> rest(link, form, reference);
            case MESSAGE -> tell(link, form);
            case CLOSED -> close(link, form);
        };
    }

    /** As it is in this transaction: the page may be old. */
    private PurchaseOrderView now(OpenedLink link) {
        return purchasing.lookup().find(link.merchant(), link.order().id()).orElseThrow();
    }

    private static List<Statement> acceptAll(PurchaseOrderView order) {
        List<Statement> statements = new ArrayList<>();
        for (PurchaseOrderLine line : order.lines()) {
            if (!line.withdrawn() && Goods.open(line) > 0) {
                statements.add(new Statement(line.line(), Action.ACCEPT, Goods.open(line), null, null, null));
            }
        }
        return statements;
    }

    private String answer(OpenedLink link, Form form, String reference) {
        PurchaseOrderView order = now(link);
        List<Statement> said = AnswerForm.read(form, order);
        List<NamedCost> costs = AnswerForm.costs(form, order, said);
        return answer(link, new Acknowledgement(reference, said, costs, order.currency()));
    }

    private String answer(OpenedLink link, Acknowledgement answer) {
        if (answer.lines().isEmpty()) {
            throw new Problem(CommonProblem.CONFLICT, "error.nothing-left");
        }
        boolean waits = purchasing
                .acknowledge()
                .acknowledge(
                        link.merchant(), link.order().supplier(), link.order().number(), answer)
                .counterOffers()
                .stream()
                .anyMatch(offer -> offer.status() == CounterOffer.Status.OPEN);
        return waits ? "cost" : "";
    }

    private String undo(OpenedLink link) {
        TakeBackAnswer.TakenBack outcome = purchasing
                .takeBackAnswer()
                .takeBack(link.merchant(), link.order().supplier(), link.order().number());
        return outcome.gone() > 0 ? "gone" : "";
    }

    private static boolean yes(Form form) {
        String answer = form.text("answer");
        if (!answer.equals("yes") && !answer.equals("no")) {
            throw new Problem(CommonProblem.INVALID_FIELD, "error.yes-or-no", "answer");
        }
        return answer.equals("yes");
    }

    private String amendment(OpenedLink link, Form form) {
        AmendmentReply reply = new AmendmentReply(new AmendmentId(id(form)), yes(form), null);
        AmendmentOutcome outcome = purchasing
                .answerAmendment()
                .answer(link.merchant(), link.order().supplier(), link.order().number(), reply);
        return outcome.status() == Amendment.Status.OVERTAKEN ? "overtaken" : "";
    }

    private String cancellation(OpenedLink link, Form form) {
        boolean yes = yes(form);
        purchasing
                .answerCancellation()
                .answer(
                        link.merchant(),
                        link.order().supplier(),
                        link.order().number(),
                        new CancellationReply(new CancellationId(id(form)), yes, null));
        return "";
    }

    private String recall(OpenedLink link, Form form) {
        AnswerRecall.Answer answer = switch (form.text("answer")) {
            case "stops" -> AnswerRecall.Answer.STOPS;
            case "back" -> AnswerRecall.Answer.TAKES_BACK;
            case "no" -> AnswerRecall.Answer.REFUSED;
            default -> throw new Problem(CommonProblem.INVALID_FIELD, "error.choose-answer", "answer");
        };
        purchasing
                .answerRecall()
                .answer(
                        link.merchant(),
                        link.order().supplier(),
                        link.order().number(),
                        new RecallReply(new RecallId(id(form)), answer, null));
        return "";
    }

    private static UUID id(Form form) {
        try {
            return UUID.fromString(form.text("id"));
        } catch (IllegalArgumentException none) {
            throw new Problem(CommonProblem.INVALID_FIELD, "error.stale", "id");
        }
    }

    private String ship(OpenedLink link, Form form, String reference) {
        PurchaseOrderView order = now(link);
        NewShipment notice = ShipForm.read(form, order, reference, clock.instant());
        if (parcelsTold.has(link.merchant(), order, notice)) {
            return "";
        }
        boolean odd = recordShipments
                .record(link.merchant(), link.order().supplier(), List.of(notice))
                .getFirst()
                .shipment()
                .packages()
                .stream()
                .anyMatch(parcel -> parcel.remark() != null);
        return odd ? "odd-number" : "";
    }

    private String rest(OpenedLink link, Form form, String reference) {
        List<Integer> lines = link.order().lines().stream()
                .map(PurchaseOrderLine::line)
                .filter(line -> form.isTicked("line." + line))
                .toList();
        if (lines.isEmpty()) {
            throw new Problem(CommonProblem.INVALID_FIELD, "error.choose-line", "line");
        }
        RejectReason reason = AnswerForm.reason(form.text("reason"), "reason");
        purchasing
                .giveUpRest()
                .giveUp(
                        link.merchant(),
                        link.order().supplier(),
                        link.order().number(),
                        new Rest(reference, lines, reason, null));
        return "";
    }

    private String tell(OpenedLink link, Form form) {
        if (form.text("text").isEmpty()) {
            throw new Problem(CommonProblem.INVALID_FIELD, "error.no-words", "text");
        }
        purchasing
                .tellMerchant()
                .tell(link.merchant(), link.order().supplier(), link.order().number(), form.text("text"));
        return "";
    }

    private String close(OpenedLink link, Form form) {
        if (form.isTicked("withdraw")) {
            declareClosure.withdraw(link.merchant(), link.order().supplier(), withdrawn(form));
            return "";
        }
        LocalDate from = form.day("from");
        LocalDate until = form.day("until");
        if (from == null || until == null) {
            throw new Problem(CommonProblem.INVALID_FIELD, "error.day", from == null ? "from" : "until");
        }
        String note = form.text("note");
        declareClosure.declare(
                link.merchant(), link.order().supplier(), new Absence(from, until, note.isEmpty() ? null : note));
        return "";
    }

    private static UUID withdrawn(Form form) {
        try {
            return UUID.fromString(form.text("withdraw"));
        } catch (IllegalArgumentException none) {
            throw new Problem(CommonProblem.INVALID_FIELD, "error.stale", "withdraw");
        }
    }
}
