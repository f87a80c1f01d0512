package dev.baton.purchasing;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question to a supplier whether it ships differently than it was told.
 *
 * @param ordinal first, second, … question about the purchase order
 * @param changes what differs from what the supplier was told last
 * @param customerRecord who the goods are to go to, for {@code OrderLookup.shipTo}
 * @param shipMethod the store's words; null when it says nothing
 * @param askedAt when the point of no return was crossed; null before, and then the store may still change it
 * @param respondBy when an answer is expected; null before it was asked
 * @param answerReason the supplier's words; null = none
 * @param decision what a person chose; null while nobody has, or nobody need
 */
public record Amendment(
        AmendmentId id,
        PurchaseOrderId purchaseOrder,
        int ordinal,
        Status status,
        Set<AmendedFact> changes,
        UUID customerRecord,
        String shipCountry,
        @Nullable String shipMethod,
        Instant plannedAt,
        @Nullable Instant askedAt,
        @Nullable Instant respondBy,
        @Nullable Instant remindedAt,
        @Nullable Instant answeredAt,
        @Nullable String answerReason,
        @Nullable Decision decision,
        @Nullable String decisionNote,
        @Nullable Instant decidedAt) {

    /** Where the question stands. */
    public enum Status {
        /** Written, nothing has left: ASKED, HELD, OVERTAKEN or WITHDRAWN follows. */
        PLANNED,
        /** Must be answered: AGREED, REFUSED, OVERTAKEN, REPLACED or DECIDED follows. */
        ASKED,
        /** Another country: a person decides whether it is asked. PLANNED, DECIDED, OVERTAKEN or WITHDRAWN follows. */
        HELD,
        /** The supplier ships as asked; the purchase order has its next version. Final. */
        AGREED,
        /** The supplier ships as it was told first; a person decides. WITHDRAWN follows if the store goes back to that. */
        REFUSED,
        /** Nothing was left to be shipped differently before an answer came. WITHDRAWN may follow as above. */
        OVERTAKEN,
        /** A cancellation had to be asked instead; what still differs then is asked anew. Final. */
        REPLACED,
        /** The store wants again what the supplier was told. Final. */
        WITHDRAWN,
        /** A person decided before the supplier answered. WITHDRAWN may follow as above. */
        DECIDED;

        /** Whether the question stands: at most one per purchase order does. */
        public boolean live() {
            return this == PLANNED || this == ASKED || this == HELD;
        }
    }

    /** What a person chooses when a supplier does not ship differently. */
    public enum Decision {
        /** It goes as the supplier was told. */
        LET_GO,
        /** The supplier is asked not to ship it at all. */
        CANCEL,
        /** Somebody stops or diverts the parcel on its way; the note says who and how. */
        INTERCEPT
    }
}
