package dev.baton.inventory;

import dev.baton.inventory.FeedOrder.Age;

/** What a figure means for a row: the rule that keeps an older word from overwriting a newer one. */
enum Figure {
    /** Newer, and it changes something. */
    APPLIES,
    /** Not older, and it changes nothing. */
    CONFIRMS,
    /** Older than what is known. */
    SUPERSEDED;

    /**
     * Of two figures of the very same time the lower one stands, so that their order of arrival has no influence
     * and nothing is sold twice. A full run that began rules out older ones before its last row is in.
     */
    static Figure of(StockRow row, Scope scope, FeedOrder run, int quantity) {
        Age age = run.against(row.observedAt(), row.observedSequence());
        if (!row.leftOut()) {
            age = older(age, run.against(scope.fullAt(), scope.fullSequence()));
            if (run.against(scope.announcedAt(), scope.announcedSequence()) == Age.OLDER) {
                age = Age.OLDER;
            }
        }
        boolean changes = quantity != row.observed() || row.discontinued();
        return switch (age) {
            case OLDER -> SUPERSEDED;
            case SAME -> quantity < row.observed() ? APPLIES : quantity == row.observed() ? CONFIRMS : SUPERSEDED;
            case NEWER -> changes ? APPLIES : CONFIRMS;
        };
    }

    private static Age older(Age one, Age other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
