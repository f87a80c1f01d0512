package dev.baton.orders;

import dev.baton.platform.MerchantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** News: these orders are here for the first time, and something of them is to be shipped. */
public record OrdersPlaced(MerchantId merchant, List<OrderPlaced> orders) {

    public OrdersPlaced {
        orders = List.copyOf(orders);
    }

    /**
     * One of them.
     *
     * @param placedAt when the customer ordered, as the store says; null = not said
     */
    public record OrderPlaced(SalesOrderId order, @Nullable Instant placedAt) {}
}
