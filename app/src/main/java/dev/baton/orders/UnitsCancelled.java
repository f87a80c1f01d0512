package dev.baton.orders;

import dev.baton.platform.MerchantId;
import java.util.List;

/** News: units of these orders, which Baton knew before, will never leave. */
public record UnitsCancelled(MerchantId merchant, List<SalesOrderId> orders) {

    public UnitsCancelled {
        orders = List.copyOf(orders);
    }
}
