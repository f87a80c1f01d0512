package dev.baton.shipping;

import dev.baton.platform.ProblemCode;

/** Why there is no packing slip. */
public enum SlipProblem implements ProblemCode {
    /** The merchant has no purchase order of that id; the caller reads the list again. */
    UNKNOWN_PURCHASE_ORDER(404, "There is no such purchase order"),
    /** Everything was rejected, cancelled or withdrawn, or the customer was erased; nothing is shipped. */
    NOTHING_TO_PACK(409, "Nothing of this purchase order is to be packed"),
    /** A slip would say something else than it should, or too much; a person mends the order or the brand. */
    UNPRINTABLE(409, "The packing slip cannot be printed as it was meant"),
    /** A parcel was told without an SSCC; its supplier tells the SSCC with the shipment, or sticks its own label on. */
    NO_LABEL(404, "There is no label for this parcel"),
    /** A parcel's label would say something else than it should; a person corrects the parcel. */
    LABEL_UNPRINTABLE(409, "The label cannot be printed as it was meant");

    private final int status;
    private final String title;

    SlipProblem(int status, String title) {
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
