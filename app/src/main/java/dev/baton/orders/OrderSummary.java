package dev.baton.orders;

import dev.baton.merchants.StoreId;
import java.time.Instant;

/** An order in a list. */
public record OrderSummary(
        SalesOrderId id,
        String number,
        StoreId store,
        String storeOrderId,
        String storeOrderName,
        Instant receivedAt,
        Payment payment,
        String status,
        long totalMinor,
        String currency) {}
