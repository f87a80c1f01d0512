package dev.baton.purchasing;

import dev.baton.merchants.StoreId;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.documents.SubjectId;
import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one supplier is asked to send from one place for one sales order.
 *
 * @param number what both sides call it, such as {@code 1001-1}; never reused
 * @param customerRecord the version of name and address the goods go to
 * @param subject the customer, whose key seals what is personal
 * @param shipMethod the store's words; null when it said nothing
 * @param sendAfter end of the grace window
 * @param begunAt when the point of no return was crossed; null before
 * @param respondBy when an answer is expected; null before sending
 * @param remindedAt when the supplier was reminded; null when it was not
 * @param answeredAt when the last unit was answered; null while one is not
 * @param instructions what it is told, as {@link ToldInstructions} writes it; null = it was written before that was kept
 * @param orderInstruction which version of what is said of its order alone it is told; null = nothing
 */
record PurchaseOrder(
        PurchaseOrderId id,
        String number,
        int version,
        PurchaseOrderStatus status,
        SalesOrderId salesOrder,
        SupplierId supplier,
        StoreId store,
        String storeOrderId,
        String storeOrderName,
        UUID customerRecord,
        SubjectId subject,
        String shipFrom,
        String shipCountry,
        @Nullable String shipMethod,
        String currency,
        Instant issuedAt,
        Instant sendAfter,
        @Nullable Instant begunAt,
        @Nullable Instant respondBy,
        @Nullable Instant sentAt,
        @Nullable Instant remindedAt,
        @Nullable Instant answeredAt,
        @Nullable String instructions,
        @Nullable Integer orderInstruction) {}
