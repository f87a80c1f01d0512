package dev.baton.console;

import dev.baton.orders.AskBackAllocations;
import dev.baton.orders.RejectReason;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.purchasing.Acknowledge;
import dev.baton.purchasing.Acknowledgement;
import dev.baton.purchasing.Acknowledgement.Action;
import dev.baton.purchasing.Acknowledgement.Statement;
import dev.baton.purchasing.AmendmentId;
import dev.baton.purchasing.AnswerAmendment;
import dev.baton.purchasing.AnswerAmendment.AmendmentReply;
import dev.baton.purchasing.AnswerCancellation;
import dev.baton.purchasing.AnswerCancellation.CancellationReply;
import dev.baton.purchasing.AnswerRecall;
import dev.baton.purchasing.AnswerRecall.RecallReply;
import dev.baton.purchasing.CancellationId;
import dev.baton.purchasing.CounterOfferId;
import dev.baton.purchasing.DecideAmendment;
import dev.baton.purchasing.DecideCounterOffer;
import dev.baton.purchasing.GiveUpRecall;
import dev.baton.purchasing.GiveUpRest;
import dev.baton.purchasing.GiveUpRest.Rest;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.RecallId;
import dev.baton.purchasing.RerouteRoad;
import dev.baton.trading.GiveToOthers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a supplier said by telephone or mail, written down by staff; and what staff decide where it says no. */
@RestController
class SupplierActs {

    static final String ANSWER = OrderWays.PATH + "/answer";
    static final String REST = OrderWays.PATH + "/rest-not-coming";
    static final String CANCELLATION = OrderWays.PATH + "/cancellation";
    static final String AMENDMENT = OrderWays.PATH + "/amendment";
    static final String DELIVERY = OrderWays.PATH + "/delivery";
    static final String COST = OrderWays.PATH + "/cost";
    static final String RECALL = OrderWays.PATH + "/recall";
    static final String AFTER_ALL = OrderWays.PATH + "/after-all";
    static final String ASK_BACK = OrderWays.PATH + "/ask-back";
    static final String REROUTE = OrderWays.PATH + "/give-to-others";

    private static final int LONGEST_REASON = 500;

    private final Tenancy tenancy;
    private final PurchaseOrderLookup purchases;
    private final Answers answers;

    SupplierActs(Tenancy tenancy, PurchaseOrderLookup purchases, Answers answers) {
        this.tenancy = tenancy;
        this.purchases = purchases;
        this.answers = answers;
    }

    /** How purchasing takes them. */
    @Component
    record Answers(
            Acknowledge acknowledge,
            GiveUpRest rest,
            AnswerCancellation cancellations,
            AnswerAmendment amendments,
            DecideAmendment deliveries,
            DecideCounterOffer costs,
            AnswerRecall recalls,
            GiveUpRecall givenUp,
            AskBackAllocations askBack,
            GiveToOthers reroute) {}

    @Does(Act.ANSWER_FOR_SUPPLIER)
    @PostMapping(ANSWER)
    ResponseEntity<String> answer(Staff staff, Typed typed) {
        PurchaseOrderView order = purchase(staff.merchant(), typed);
        Action action = typed.word("action", new Action[] {Action.ACCEPT, Action.REJECT})
                .orElseThrow(() -> new Problem(CommonProblem.INVALID_FIELD, "Say what the supplier said.", "action"));
        List<Statement> lines = order.lines().stream()
                .filter(line -> !line.withdrawn() && line.units().unanswered() > 0)
                .map(line -> new Statement(
                        line.line(),
                        action,
                        line.units().unanswered(),
                        action == Action.REJECT ? reason(typed) : null,
                        words(typed),
                        null))
                .toList();
        if (lines.isEmpty()) {
            throw new Problem(CommonProblem.CONFLICT, "Everything of " + order.number() + " is answered already.");
        }
        answers.acknowledge()
                .acknowledge(
                        staff.merchant(),
                        order.supplier(),
                        order.number(),
                        new Acknowledgement(reference(typed), lines));
        return Done.ANSWERED.backTo(typed, page(order));
    }

    @Does(Act.ANSWER_FOR_SUPPLIER)
    @PostMapping(REST)
    ResponseEntity<String> rest(Staff staff, Typed typed) {
        PurchaseOrderView order = purchase(staff.merchant(), typed);
        List<Integer> lines = order.lines().stream()
                .filter(line -> !line.withdrawn() && line.units().owed() > 0)
                .map(line -> line.line())
                .toList();
        if (lines.isEmpty()) {
            throw new Problem(CommonProblem.CONFLICT, "Nothing of " + order.number() + " is still to come.");
        }
        answers.rest()
                .giveUp(
                        staff.merchant(),
                        order.supplier(),
                        order.number(),
                        new Rest(reference(typed), lines, reason(typed), words(typed)));
        return Done.ANSWERED.backTo(typed, page(order));
    }

    @Does(Act.ANSWER_FOR_SUPPLIER)
    @PostMapping(CANCELLATION)
    ResponseEntity<String> cancellation(Staff staff, Typed typed) {
        PurchaseOrderView order = purchase(staff.merchant(), typed);
        CancellationId question = typed.id("question").map(CancellationId::new).orElseThrow(SupplierActs::nothing);
        answers.cancellations()
                .answer(
                        staff.merchant(),
                        order.supplier(),
                        order.number(),
                        new CancellationReply(question, typed.text("accepted").equals("yes"), words(typed)));
        return Done.ANSWERED.backTo(typed, page(order));
    }

    @Does(Act.ANSWER_FOR_SUPPLIER)
    @PostMapping(AMENDMENT)
    ResponseEntity<String> amendment(Staff staff, Typed typed) {
        PurchaseOrderView order = purchase(staff.merchant(), typed);
        AmendmentId question = typed.id("question").map(AmendmentId::new).orElseThrow(SupplierActs::nothing);
        answers.amendments()
                .answer(
                        staff.merchant(),
                        order.supplier(),
                        order.number(),
                        new AmendmentReply(question, typed.text("accepted").equals("yes"), words(typed)));
        return Done.ANSWERED.backTo(typed, page(order));
    }

    /** What the supplier does about a parcel it should not have sent. */
    @Does(Act.ANSWER_FOR_SUPPLIER)
    @PostMapping(RECALL)
    ResponseEntity<String> recall(Staff staff, Typed typed) {
        PurchaseOrderView order = purchase(staff.merchant(), typed);
        RecallId recall = typed.id("recall").map(RecallId::new).orElseThrow(SupplierActs::nothing);
        AnswerRecall.Answer answer = typed.word("answer", AnswerRecall.Answer.values())
                .orElseThrow(() -> new Problem(CommonProblem.INVALID_FIELD, "Say what the supplier does.", "answer"));
        answers.recalls()
                .answer(
                        staff.merchant(),
                        order.supplier(),
                        order.number(),
                        new RecallReply(recall, answer, words(typed)));
        return Done.ANSWERED.backTo(typed, page(order));
    }

    /** Leaves a parcel the supplier does not take back to its customer, who is told. */
    @Does(Act.TELL_CUSTOMERS)
    @PostMapping(AFTER_ALL)
    ResponseEntity<String> afterAll(Staff staff, Typed typed) {
        PurchaseOrderView order = purchase(staff.merchant(), typed);
        RecallId recall = typed.id("recall").map(RecallId::new).orElseThrow(SupplierActs::nothing);
        boolean now = answers.givenUp().giveUp(staff.merchant(), recall).now();
        return (now ? Done.TOLD_AFTER_ALL : Done.TOLD_BEFORE).backTo(typed, page(order));
    }

    /** Asks the supplier not to ship what is still to come. */
    @Does(Act.ASK_SUPPLIERS)
    @PostMapping(ASK_BACK)
    ResponseEntity<String> askBack(Staff staff, Typed typed) {
        String reason = reasonToRead(typed);
        PurchaseOrderView order = purchase(staff.merchant(), typed);
        int asked = answers.askBack()
                .ask(
                        staff.merchant(),
                        order.lines().stream()
                                .filter(line -> !line.withdrawn())
                                .map(PurchaseOrderLine::allocation)
                                .toList(),
                        reason);
        return (asked > 0 ? Done.ASKED_BACK : Done.NOTHING_TO_ASK).backTo(typed, page(order));
    }

    /** Gives what is still to come to others: at once where the supplier never got it, else by asking it first. */
    @Does(Act.ASK_SUPPLIERS)
    @PostMapping(REROUTE)
    ResponseEntity<String> reroute(Staff staff, Typed typed) {
        PurchaseOrderView order = purchase(staff.merchant(), typed);
        RerouteRoad shown = typed.word("road", RerouteRoad.values()).orElseThrow(SupplierActs::nothing);
        String reason = shown == RerouteRoad.ASKS_FIRST ? reasonToRead(typed) : "by a person, in the console";
        answers.reroute().give(staff.merchant(), order.id(), reason, shown);
        return (shown == RerouteRoad.ASKS_FIRST ? Done.ASKED_FOR_OTHERS : Done.REROUTED).backTo(typed, page(order));
    }

    /** Decides what becomes of a delivery that the supplier does not ship as the store wants it. */
    @Does(Act.ASK_SUPPLIERS)
    @PostMapping(DELIVERY)
    ResponseEntity<String> delivery(Staff staff, Typed typed) {
        AmendmentId question = typed.id("question").map(AmendmentId::new).orElseThrow(SupplierActs::nothing);
        DecideAmendment.Choice choice = typed.word("choice", DecideAmendment.Choice.values())
                .orElseThrow(() -> new Problem(CommonProblem.INVALID_FIELD, "Choose what is done.", "choice"));
        answers.deliveries().decide(staff.merchant(), question, choice, words(typed));
        return Done.DECIDED.backToExceptions(typed);
    }

    /** Decides on another cost a supplier named. */
    @Does(Act.DECIDE_COSTS)
    @PostMapping(COST)
    ResponseEntity<String> cost(Staff staff, Typed typed) {
        CounterOfferId offer = typed.id("offer").map(CounterOfferId::new).orElseThrow(SupplierActs::nothing);
        DecideCounterOffer.Choice choice = typed.word("choice", DecideCounterOffer.Choice.values())
                .orElseThrow(() -> new Problem(CommonProblem.INVALID_FIELD, "Choose what is done.", "choice"));
        answers.costs().decide(staff.merchant(), offer, choice, words(typed));
        return Done.DECIDED.backToExceptions(typed);
    }

    /**
     * The reason a supplier is to read.
     *
     * @throws Problem INVALID_FIELD when there is none, or it is too long
     */
    static String reasonToRead(Typed typed) {
        String reason = typed.text("reason");
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new Problem(
                    CommonProblem.INVALID_FIELD, "Give the supplier a reason of at most 500 characters.", "reason");
        }
        return reason;
    }

    private PurchaseOrderView purchase(MerchantId merchant, Typed typed) {
        return tenancy.inTransaction(merchant, () -> purchases.byNumber(merchant, typed.text("number")))
                .orElseThrow(SupplierActs::nothing);
    }

    /** One form is one answer, however often it is sent. */
    private static String reference(Typed typed) {
        return "console-" + typed.id("reference").orElseThrow(SupplierActs::nothing);
    }

    private static RejectReason reason(Typed typed) {
        return typed.word("reason", RejectReason.values()).orElse(RejectReason.OTHER);
    }

    private static @Nullable String words(Typed typed) {
        return typed.text("note").isEmpty() ? null : typed.text("note");
    }

    private static String page(PurchaseOrderView order) {
        return OrdersScreen.PATH + "/" + order.salesOrder().value();
    }

    private static Problem nothing() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such purchase order.");
    }
}
