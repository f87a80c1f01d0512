package dev.baton.orders;

import dev.baton.merchants.StoreId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which orders to list; a null field does not restrict. */
public record OrderFilter(
        @Nullable StoreId store,
        @Nullable String storeOrderId,
        @Nullable String number,
        @Nullable String status,
        @Nullable SalesOrderId after) {

    /** Every word a status can be. */
    public static final List<String> STATUSES = OrderStatus.WORDS;
}
