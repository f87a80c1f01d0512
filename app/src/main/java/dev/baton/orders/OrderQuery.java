package dev.baton.orders;

import dev.baton.merchants.StoreId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which orders a person looks at; a null field does not restrict.
 *
 * @param status the derived word for the goods, one of {@link OrderFilter#STATUSES}
 * @param held only those with an open hold
 * @param hold only those with an open hold of this kind
 * @param since only those that came in at that moment or later
 * @param before only those that came in before that moment
 * @param oldestFirst else the newest are first
 * @param after the last one of the page before
 */
public record OrderQuery(
        @Nullable StoreId store,
        @Nullable Payment payment,
        @Nullable String status,
        boolean held,
        @Nullable HoldKind hold,
        @Nullable Instant since,
        @Nullable Instant before,
        boolean oldestFirst,
        @Nullable SalesOrderId after) {

    /** All orders, newest first. */
    public static final OrderQuery ALL = new OrderQuery(null, null, null, false, null, null, null, false, null);

    /** Whether only orders with open holds are looked at. */
    boolean isHeld() {
        return held || hold != null;
    }
}
