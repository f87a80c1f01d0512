package dev.baton.orders;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A hold that waits for a decision, with the order it stops. */
public record OpenHold(
        UUID id,
        SalesOrderId order,
        String number,
        String storeOrderName,
        @Nullable OrderLineId line,
        HoldKind kind,
        String detail,
        Instant openedAt) {}
