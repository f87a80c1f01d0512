package dev.baton.purchasing;

import dev.baton.platform.ProblemCode;

/** What is wrong with a supplier's answer. */
public enum PurchasingProblem implements ProblemCode {
    /** No purchase order of that number was sent to this supplier; it checks the number. */
    UNKNOWN_PURCHASE_ORDER(404, "There is no such purchase order for this supplier"),
    /** The purchase order has no such line; the supplier reads the document again. */
    UNKNOWN_LINE(422, "The purchase order has no such line"),
    /** The same reference came with another content; the supplier uses a new reference. */
    REFERENCE_REUSED(422, "The reference was used with another content"),
    /** Goods have left, so that the answer stands; the supplier writes to the merchant. */
    ALREADY_SHIPPED(409, "Goods of this purchase order have left"),
    /** No cancellation of that id was asked for this purchase order; the supplier checks the id. */
    UNKNOWN_CANCELLATION(404, "There is no such cancellation question"),
    /** The question was answered the other way before; a person sorts it out with the merchant. */
    CANCELLATION_ANSWERED(409, "The cancellation was answered otherwise before"),
    /** No amendment of that id was asked for this purchase order; the caller checks the id. */
    UNKNOWN_AMENDMENT(404, "There is no such amendment question"),
    /** The question was answered the other way before; a person sorts it out with the merchant. */
    AMENDMENT_ANSWERED(409, "The amendment was answered otherwise before"),
    /** Nothing is left to answer or decide: a person decided, or something else was asked instead. */
    AMENDMENT_CLOSED(409, "The amendment is closed"),
    /** No counter-offer of that id was named; the caller checks the id. */
    UNKNOWN_COUNTER_OFFER(404, "There is no such counter-offer"),
    /** Nothing is left to decide: it was decided otherwise, or the supplier ended it. */
    COUNTER_OFFER_CLOSED(409, "The counter-offer is closed"),
    /** No recall of that id was asked for this purchase order; the supplier checks the id. */
    UNKNOWN_RECALL(404, "There is no such recall"),
    /** The recall was answered otherwise before; the supplier writes to the merchant. */
    RECALL_ANSWERED(409, "The recall was answered otherwise before"),
    /** Costs are named in another currency than the purchase order's; the supplier names them in its own. */
    WRONG_CURRENCY(422, "The costs are in another currency than the purchase order");

    private final int status;
    private final String title;

    PurchasingProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
