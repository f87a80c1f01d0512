package dev.baton.purchasing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question to a supplier not to ship units it was already sent.
 *
 * @param ordinal first, second, … question about the purchase order
 * @param respondBy when an answer is expected; null while it waits for the one before
 * @param answerReason the supplier's words; null = none
 * @param forOthers what the supplier leaves out goes to other suppliers; false as soon as any of it is not wanted at all
 */
public record Cancellation(
        CancellationId id,
        PurchaseOrderId purchaseOrder,
        int ordinal,
        Status status,
        String reason,
        Instant askedAt,
        @Nullable Instant respondBy,
        @Nullable Instant answeredAt,
        @Nullable String answerReason,
        boolean forOthers) {

    /** Where the question stands. */
    public enum Status {
        /** Waits until the question before it is answered; OPEN follows. */
        WAITING,
        /** Must be answered: AGREED, REFUSED or OVERTAKEN follows. */
        OPEN,
        /** The supplier ships none of the units asked for that had not left. Final. */
        AGREED,
        /** The supplier ships all the same. Final. */
        REFUSED,
        /** The units left or were rejected before an answer came. Final. */
        OVERTAKEN
    }
}
