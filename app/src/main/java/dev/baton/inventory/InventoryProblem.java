package dev.baton.inventory;

import dev.baton.platform.ProblemCode;

/** Why an act on stock is refused. */
public enum InventoryProblem implements ProblemCode {
    /** The supplier the feed is of is not known; define it first. */
    FEED_SUPPLIER_UNKNOWN(404, "There is no such supplier"),
    /** A full run without rows would set everything to what absence means; send its rows, or a delta. */
    FEED_EMPTY(422, "A full stock run has no rows"),
    /** More rows than one call takes; send the run as several deltas. */
    FEED_TOO_LARGE(413, "The stock run has too many rows"),
    /** A stock file is not waiting for a decision; read its state. */
    FEED_DECIDED(409, "The stock file is not waiting for a decision"),
    /** A buffer is below 0 or its offer is not known. */
    BUFFER_INVALID(422, "A buffer is not valid"),
    /** Days of a warning are out of range. */
    THRESHOLD_INVALID(422, "A threshold is not valid");

    private final int status;
    private final String title;

    InventoryProblem(int status, String title) {
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
