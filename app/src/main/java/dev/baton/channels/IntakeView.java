package dev.baton.channels;

import dev.baton.merchants.StoreId;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.documents.DocumentId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A kept message as it stands.
 *
 * @param storeOrderId the store's id of the order it speaks of; null while unread or when it speaks of none
 * @param order the sales order it was applied to; null while unread or when there is none
 * @param reason why it was refused or what it meant, for a person; null when there is nothing to say
 * @param settledAt null while RECEIVED
 */
public record IntakeView(
        UUID id,
        StoreId store,
        String topic,
        IntakeState state,
        @Nullable String storeOrderId,
        @Nullable SalesOrderId order,
        @Nullable String reason,
        DocumentId document,
        Instant receivedAt,
        @Nullable Instant settledAt) {}
