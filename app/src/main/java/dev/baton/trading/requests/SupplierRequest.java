package dev.baton.trading.requests;

import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a supplier's key sent, and what it was answered.
 *
 * @param purchaseOrder the supplier's own one that the path names; null = it names none
 * @param method such as POST
 * @param path without the query, its first 400 characters
 * @param bytes of the body as it came
 * @param kept where the body is
 * @param receivedAt when it came first
 * @param httpStatus what it was answered
 * @param problemCode of the refusal; empty = it was not refused
 * @param repeats how often the same came again and was answered alike
 * @param repeatedAt when it did last; null = it did not
 */
public record SupplierRequest(
        UUID id,
        SupplierId supplier,
        @Nullable PurchaseOrderId purchaseOrder,
        String method,
        String path,
        long bytes,
        Kept kept,
        Instant receivedAt,
        String correlationId,
        int httpStatus,
        String problemCode,
        int repeats,
        @Nullable Instant repeatedAt) {

    /** Where the body of a request is. */
    public enum Kept {
        /** It is read by {@link SupplierRequestLookup#body}. */
        HERE,
        /** It was taken and is kept as the stock file or price list it is. */
        AS_FILE,
        /** Nowhere: it was refused, and larger than is kept of such. */
        TOO_LARGE
    }
}
