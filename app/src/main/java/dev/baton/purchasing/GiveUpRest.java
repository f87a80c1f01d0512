package dev.baton.purchasing;

import dev.baton.orders.RejectReason;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.purchasing.Acknowledgement.Action;
import dev.baton.purchasing.Acknowledgement.Statement;
import dev.baton.suppliers.SupplierId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The supplier says that what it still owes of some lines is not coming: a late rejection of every unit that has not
 * left, promised ones included. Orders gives them to somebody else, or they wait for a person.
 */
@Component
public class GiveUpRest {

    private final PurchasingDesk desk;
    private final SentPurchaseOrders sentPurchaseOrders;
    private final Acknowledgements acknowledgements;
    private final Acknowledge acknowledge;

    GiveUpRest(
            PurchasingDesk desk,
            SentPurchaseOrders sentPurchaseOrders,
            Acknowledgements acknowledgements,
            Acknowledge acknowledge) {
        this.desk = desk;
        this.sentPurchaseOrders = sentPurchaseOrders;
        this.acknowledgements = acknowledgements;
        this.acknowledge = acknowledge;
    }

    /**
     * What is given up.
     *
     * @param reference the supplier's own, unique among its answers to the purchase order
     * @param lines line numbers, at least one
     * @param text the supplier's own words; null = none
     */
    public record Rest(
            String reference,
            List<Integer> lines,
            RejectReason reason,
            @Nullable String text) {}

    /**
     * Gives the rest of the lines up; opens a transaction or joins the caller's. The same reference again is answered
     * alike.
     *
     * @throws Problem UNKNOWN_PURCHASE_ORDER, UNKNOWN_LINE, INVALID_FIELD as for an answer, REFERENCE_REUSED, or
     *     CONFLICT when nothing of these lines is still to come
     */
    public AcknowledgementOutcome giveUp(MerchantId merchant, SupplierId supplier, String number, Rest rest) {
        return desk.tenancy().inTransaction(merchant, () -> {
            SentPurchaseOrder open = sentPurchaseOrders.lock(merchant, supplier, number);
            Acknowledgement answer = answer(open, rest);
            boolean known = acknowledgements.isKnown(merchant, open.head().id(), rest.reference());
            if (answer.lines().isEmpty() && !known) {
                throw new Problem(
                        CommonProblem.CONFLICT,
                        "Nothing of these lines is still to come: it was shipped, rejected or cancelled before.");
            }
            return acknowledge.take(merchant, open, answer, ContentHash.of(rest));
        });
    }

    /** Every unit owed at this moment; the wanted lines are looked at as the supplier named them. */
    private static Acknowledgement answer(SentPurchaseOrder open, Rest rest) {
        Acknowledgement named = new Acknowledgement(
                rest.reference(),
                rest.lines().stream().map(line -> reject(line, 1, rest)).toList());
        AnswerCheck.shape(named);
        AnswerCheck.lines(named, open.lines());
        Set<Integer> wanted = new HashSet<>(rest.lines());
        return new Acknowledgement(
                rest.reference(),
                open.lines().stream()
                        .filter(line ->
                                wanted.contains(line.line()) && line.units().owed() > 0)
                        .map(line -> reject(line.line(), line.units().owed(), rest))
                        .toList());
    }

    private static Statement reject(int line, int units, Rest rest) {
        return new Statement(line, Action.REJECT, units, rest.reason(), rest.text(), null);
    }
}
