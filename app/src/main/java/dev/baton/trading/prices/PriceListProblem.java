package dev.baton.trading.prices;

import dev.baton.platform.ProblemCode;

/** Why an act on a price list is refused. */
public enum PriceListProblem implements ProblemCode {
    /** There is no price list of that name; define it first. */
    PRICE_LIST_UNKNOWN(404, "There is no such price list"),
    /** There is no file of that id. */
    PRICE_FILE_UNKNOWN(404, "There is no such file of a price list"),
    /** A part of the definition cannot be; the field says which. */
    PRICE_LIST_INVALID(422, "The price list cannot be defined so"),
    /** The file lacks a column the mapping names; mend the mapping or the file. */
    PRICE_COLUMN_MISSING(422, "The file lacks a column");

    private final int status;
    private final String title;

    PriceListProblem(int status, String title) {
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
