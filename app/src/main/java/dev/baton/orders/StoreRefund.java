package dev.baton.orders;

import java.time.Instant;
import java.util.List;

/**
 * Money the store gave back.
 *
 * @param amountMinor in minor units of the order's currency
 * @param lines units it was for; empty when it was for an amount only
 */
public record StoreRefund(String refundId, Instant at, long amountMinor, List<RefundedLine> lines) {

    public StoreRefund {
        lines = List.copyOf(lines);
    }

    /** Units of one line a refund speaks of. */
    public record RefundedLine(String storeLineId, int quantity, RestockType restock) {}
}
