package dev.baton.orders;

import dev.baton.platform.MerchantId;
import java.time.Instant;
import java.util.List;

/**
 * News: the store gave money back for orders that Baton knew before. A refund may be told again by a later version of
 * its order; its id says that it is the same.
 */
public record OrdersRefunded(MerchantId merchant, List<OrderRefunded> refunds) {

    public OrdersRefunded {
        refunds = List.copyOf(refunds);
    }

    /**
     * One of them.
     *
     * @param refundId the store's
     * @param amountMinor in minor units of {@code currency}
     * @param currency ISO 4217
     */
    public record OrderRefunded(SalesOrderId order, String refundId, Instant at, long amountMinor, String currency) {}
}
