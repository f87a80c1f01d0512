package dev.baton.purchasing;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;
import java.util.Collection;
import java.util.List;

/** The tasks that changes of a sent delivery end in: each names the order, the supplier and the difference. */
final class AmendmentTasks {

    /** The supplier does not ship differently; its subject is the question. */
    static final String REFUSED = "purchasing.amendment-refused";

    /** No answer in time; its subject is the question. */
    static final String UNANSWERED = "purchasing.amendment-unanswered";

    /** Another country; its subject is the question. */
    static final String HELD = "purchasing.amendment-held";

    /** The goods left before an answer came; its subject is the question. */
    static final String OVERTAKEN = "purchasing.amendment-overtaken";

    /** The store changed what has left already; its subject is the purchase order. */
    static final String AFTER_SHIPPING = "purchasing.changed-after-shipping";

    private static final String WAYS_OUT =
            " Decide on the amendment: let it go as it is, cancel it, or note who stops the parcel on its way.";

    private AmendmentTasks() {}

    static NewTask refused(PurchaseOrder of, String supplier, Amendment question) {
        return task(
                REFUSED,
                question,
                supplier + " does not change " + facts(question.changes()) + " of " + name(of),
                "It ships " + of.number() + " as it was told first. If nothing is done it goes that way." + WAYS_OUT);
    }

    static NewTask unanswered(PurchaseOrder of, String supplier, Amendment question) {
        return task(
                UNANSWERED,
                question,
                supplier + " did not say whether it changes " + facts(question.changes()) + " of " + name(of),
                "It was asked about " + of.number()
                        + " and reminded, and the agreed working hours are over. If nothing is"
                        + " done it may ship as it was told first. Call the supplier and record its answer, or decide"
                        + " on the amendment: let it go, cancel it, or note who stops the parcel.");
    }

    static NewTask held(PurchaseOrder of, String supplier, Amendment question) {
        String to = question.shipCountry().isEmpty() ? "no country" : question.shipCountry();
        return task(
                HELD,
                question,
                name(of) + " is to go to " + to + " now, and " + supplier + " was told " + of.shipCountry(),
                "Another country is another price and other papers, so " + supplier + " was not asked to change "
                        + of.number() + ". If nothing is done it goes to " + of.shipCountry()
                        + ". Decide on the amendment: ask the supplier all the same, let it go, cancel it, or note who"
                        + " stops the parcel.");
    }

    static NewTask overtaken(PurchaseOrder of, String supplier, Amendment question) {
        return task(
                OVERTAKEN,
                question,
                supplier + " shipped " + name(of) + " before it changed " + facts(question.changes()),
                "The parcel of " + of.number() + " goes as the supplier was told first. If nothing is done it arrives"
                        + " that way. Decide on the amendment: let it go, or note who stops the parcel on its way.");
    }

    static NewTask afterShipping(PurchaseOrder of, String supplier, Collection<AmendedFact> differs) {
        return new NewTask(
                AFTER_SHIPPING,
                "purchase_order",
                of.id().value(),
                "The store changed " + facts(differs) + " of " + name(of) + " after " + supplier + " shipped it",
                "What left under " + of.number() + " goes as the supplier was told. If nothing is done it arrives that"
                        + " way. Ask the carrier to divert it, or tell the customer; then close this task.");
    }

    static void close(Tasks tasks, MerchantId merchant, AmendmentId question, String why) {
        tasks.closeFor(merchant, List.of(REFUSED, UNANSWERED, HELD, OVERTAKEN), question.value(), why);
    }

    private static NewTask task(String kind, Amendment question, String title, String detail) {
        return new NewTask(kind, "amendment", question.id().value(), title, detail);
    }

    private static String name(PurchaseOrder of) {
        return of.storeOrderName() + " (" + of.number() + ")";
    }

    private static String facts(Collection<AmendedFact> differs) {
        return AmendedFact.inWords(differs);
    }
}
