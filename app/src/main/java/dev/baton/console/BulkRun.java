package dev.baton.console;

import dev.baton.merchants.PersonId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing a person does to all rows of a list that matched when it was asked for.
 *
 * @param query what narrows the list; empty once all rows are written down
 * @param cursor where the last page of the list ended that was written down
 * @param given what the person typed with it, by field
 * @param gathered rows written down
 * @param will rows of them to which something was to happen
 * @param kept rows that could not be undone any more
 * @param cut the list goes on behind the most rows of one run
 * @param note why it ended early; null = it did not
 */
record BulkRun(
        UUID id,
        PersonId person,
        String list,
        String act,
        String query,
        String cursor,
        State state,
        Map<String, String> given,
        int gathered,
        int will,
        int done,
        int failed,
        int undone,
        int kept,
        boolean cut,
        @Nullable String note,
        Instant askedAt) {

    /** More rows than one run has; what is behind them is done by another. */
    static final int MOST_ROWS = 50_000;

    BulkRun {
        given = Map.copyOf(given);
    }

    /** A new one. */
    static BulkRun begun(UUID id, Staff staff, String list, String act, String query, Instant now) {
        return new BulkRun(
                id,
                staff.person(),
                list,
                act,
                query,
                "",
                State.GATHERING,
                Map.of(),
                0,
                0,
                0,
                0,
                0,
                0,
                false,
                null,
                now);
    }

    /** How far it is. */
    enum State {
        /** Rows are written down; READY or DROPPED follows. */
        GATHERING,
        /** It is shown to the person; RUNNING or DROPPED follows. */
        READY,
        /** It is done row by row; ENDED follows. */
        RUNNING,
        /** All is done, or it was stopped; UNDOING may follow. */
        ENDED,
        /** It was left before anything was done. */
        DROPPED,
        /** What was done is taken back row by row; UNDONE follows. */
        UNDOING,
        /** All is taken back that could be, or that was stopped. */
        UNDONE;

        /** Whether it goes on by itself. */
        boolean works() {
            return this == GATHERING || this == RUNNING || this == UNDOING;
        }
    }

    /** Rows that still wait for their turn. */
    int left() {
        return switch (state) {
            case READY, RUNNING, ENDED -> will - done - failed;
            case UNDOING, UNDONE -> done - undone - kept;
            case GATHERING, DROPPED -> 0;
        };
    }
}
