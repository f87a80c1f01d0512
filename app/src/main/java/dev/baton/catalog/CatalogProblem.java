package dev.baton.catalog;

import dev.baton.platform.ProblemCode;

/** Why an act on the catalogue is refused; the problem's field names the row. */
public enum CatalogProblem implements ProblemCode {
    /** More rows than one call takes; send several calls. */
    BATCH_TOO_LARGE(413, "Too many rows in one call"),
    /** A value of a SKU cannot be accepted. */
    SKU_INVALID(422, "A SKU is not valid"),
    /** A value of an offer cannot be accepted. */
    OFFER_INVALID(422, "An offer is not valid"),
    /** A value of a mapping cannot be accepted. */
    MAPPING_INVALID(422, "A mapping is not valid"),
    /** A SKU that a row names does not exist; define it first. */
    SKU_UNKNOWN(422, "A SKU is not known"),
    /** The supplier that a row names does not exist; define it first. */
    SUPPLIER_UNKNOWN(422, "A supplier is not known"),
    /** A bundle may not be part of another bundle, nor be offered by a supplier itself. */
    BUNDLE_NESTED(422, "A bundle must be made of goods"),
    /** The supplier's item at that place is the offer of another SKU already: its stock would count twice. */
    SUPPLIER_SKU_TAKEN(409, "The supplier's item belongs to another SKU"),
    /** The price list does not wait for a decision: it counts already, was refused, or is still being read. */
    PRICE_LIST_DECIDED(409, "The price list is not waiting");

    private final int status;
    private final String title;

    CatalogProblem(int status, String title) {
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
