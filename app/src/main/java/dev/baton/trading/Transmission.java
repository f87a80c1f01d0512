package dev.baton.trading;

import dev.baton.merchants.StoreId;
import dev.baton.platform.documents.DocumentId;
import dev.baton.platform.documents.SubjectId;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One document on its way to one supplier.
 *
 * @param about the purchase order, the cancellation, the amendment, or what is reminded of
 * @param idempotencyKey header of every attempt
 * @param document the rendered bytes; null = nothing was rendered and nothing can have left
 * @param attempts attempts begun
 * @param attemptsLimit after so many a person decides
 * @param attemptedAt when the last attempt began; null = none
 * @param recorded attempts whose end is written down
 * @param closedAt when it came to rest; null while open
 * @param reason why it stands where it stands; null = nothing to say
 * @param reportedAt when a report said that the mail lies in its reader's mailbox; null = none did, or it is no mail
 */
public record Transmission(
        TransmissionId id,
        TransmissionKind kind,
        PurchaseOrderId purchaseOrder,
        UUID about,
        SupplierId supplier,
        StoreId store,
        SubjectId subject,
        String idempotencyKey,
        TransmissionStatus status,
        Instant plannedAt,
        Instant sendAfter,
        @Nullable DocumentId document,
        int attempts,
        int attemptsLimit,
        @Nullable Instant attemptedAt,
        int recorded,
        @Nullable Instant closedAt,
        @Nullable String reason,
        @Nullable Instant reportedAt) {

    /** Attempts a document gets before a person decides: with the usual backoff, about two hours. */
    static final int ATTEMPTS = 12;

    /** Whether it is about a question of its own, not about the purchase order as a whole. */
    boolean isAboutAQuestion() {
        return !about.equals(purchaseOrder.value());
    }

    /** The purchase order's number, which begins every key. */
    String number() {
        return idempotencyKey.substring(0, idempotencyKey.indexOf(".v"));
    }
}
