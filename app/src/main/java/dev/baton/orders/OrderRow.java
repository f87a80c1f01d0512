package dev.baton.orders;

import dev.baton.merchants.StoreId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * An order as one row of a list, with what its marks are made of.
 *
 * @param customerRecord who ordered, for {@link OrderLookup#shipTo}
 * @param status one word for its goods
 * @param units how many units are in each bucket; empty ones are absent
 * @param holds kinds of its open holds
 */
public record OrderRow(
        SalesOrderId id,
        String number,
        StoreId store,
        String storeOrderName,
        Instant receivedAt,
        UUID customerRecord,
        String shipCountry,
        String status,
        Map<Bucket, Integer> units,
        Payment payment,
        long refundedMinor,
        Set<HoldKind> holds,
        long totalMinor,
        String currency) {}
