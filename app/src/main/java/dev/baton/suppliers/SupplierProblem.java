package dev.baton.suppliers;

import dev.baton.platform.ProblemCode;

/** Why an act on a supplier is refused. */
public enum SupplierProblem implements ProblemCode {
    /** No supplier of this merchant has that code or id; define it first. */
    SUPPLIER_UNKNOWN(404, "There is no such supplier"),
    /** A term cannot be accepted; the problem's field names it. */
    SUPPLIER_TERM_INVALID(422, "A term of the supplier is not valid"),
    /** The supplier has declared no closure of that id; read its closures again. */
    CLOSURE_UNKNOWN(404, "There is no such closure"),
    /** The supplier has a channel but no signing secret is known; send one. */
    CHANNEL_SECRET_MISSING(422, "The channel needs a signing secret");

    private final int status;
    private final String title;

    SupplierProblem(int status, String title) {
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
