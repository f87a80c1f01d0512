package dev.baton.orders;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds and locks the orders that allocations belong to. */
@Component
class OrdersOfAllocations {

    private final JdbcClient jdbc;
    private final OrderRows rows;

    OrdersOfAllocations(JdbcClient jdbc, OrderRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Locks and reads the orders, with the causes that have moved units of them before. */
    Collection<OrderState> lock(MerchantId merchant, List<AllocationId> allocations, List<UUID> causes) {
        Collection<OrderState> states =
                rows.lock(merchant, of(merchant, allocations).values()).values();
        rows.seen(merchant, states, causes);
        return states;
    }

    Map<AllocationId, SalesOrderId> of(MerchantId merchant, Collection<AllocationId> allocations) {
        Map<AllocationId, SalesOrderId> orders = new HashMap<>();
        jdbc.sql("""
                select allocation_id, sales_order_id from allocation
                where merchant_id = :merchant and allocation_id = any(:ids::uuid[])
                """)
                .param("merchant", merchant.value())
                .param(
                        "ids",
                        SqlArrays.uuids(allocations.stream()
                                .map(AllocationId::value)
                                .distinct()
                                .toList()))
                .query(row -> {
                    orders.put(
                            new AllocationId(row.getObject("allocation_id", UUID.class)),
                            new SalesOrderId(row.getObject("sales_order_id", UUID.class)));
                });
        return orders;
    }

    /** Units still asked back, by allocation; only where there are any. */
    Map<AllocationId, AskedBack> askedBack(MerchantId merchant, Collection<AllocationId> allocations) {
        Map<AllocationId, AskedBack> asked = new HashMap<>();
        jdbc.sql("""
                select allocation_id, cancel_asked, reroute_asked from allocation
                where merchant_id = :merchant and allocation_id = any(:ids::uuid[])
                  and (cancel_asked > 0 or reroute_asked > 0)
                """)
                .param("merchant", merchant.value())
                .param(
                        "ids",
                        SqlArrays.uuids(allocations.stream()
                                .map(AllocationId::value)
                                .distinct()
                                .toList()))
                .query(row -> {
                    asked.put(
                            new AllocationId(row.getObject("allocation_id", UUID.class)),
                            new AskedBack(row.getInt("cancel_asked"), row.getInt("reroute_asked")));
                });
        return asked;
    }

    static OrderState find(Collection<OrderState> states, AllocationId allocation) {
        for (OrderState state : states) {
            if (state.allocation(allocation) != null) {
                return state;
            }
        }
        throw new IllegalStateException("no order has allocation " + allocation.value());
    }
}
