package dev.baton.catalog;

import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A price list as it stands.
 *
 * @param source the list it is an edition of
 * @param reachedRow row of the file up to which all is done in this state
 * @param counts what its rows come to while nothing has changed, came to afterwards
 * @param faults rows something is wrong with
 * @param reason why it waits or was refused
 */
public record PriceRunView(
        PriceRunId id,
        UUID source,
        SupplierId supplier,
        Instant statedAt,
        Instant since,
        @Nullable PriceRunId mends,
        boolean proposal,
        State state,
        long reachedRow,
        Counts counts,
        int faults,
        @Nullable String reason) {

    /** How far a price list is. */
    public enum State {
        /** It is read without effect; then APPLYING, PROPOSED, QUARANTINED, or REFUSED when it is no table. */
        JUDGING,
        /** Somebody wants to see what it would change; then APPLYING or REFUSED by a person's word. */
        PROPOSED,
        /** It looks wrong; then APPLYING or REFUSED by a person's word. */
        QUARANTINED,
        /** It is read again, and each row counts; then APPLIED. */
        APPLYING,
        /** Every row that can be used counts. */
        APPLIED,
        /** Nothing of it was used. */
        REFUSED
    }

    /** Rows by what they come to; meanings as in {@link PriceOutcome}. */
    public record Counts(int applied, int planned, int waiting, int unchanged, int unmatched, int superseded) {

        /** Rows whose item is an offer. */
        int known() {
            return applied + planned + waiting + unchanged;
        }
    }
}
