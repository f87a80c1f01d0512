package dev.baton.orders;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Locks sales orders in key order. Whoever arrives by a purchase-order number resolves the order first, locks it
 * here, and only then touches purchase orders and stock: one table order for every act, so that none meets
 * another head-on.
 */
@Component
public final class LockOrders {

    private final JdbcClient jdbc;

    public LockOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the orders until the open transaction of the merchant ends. */
    public void lock(MerchantId merchant, Collection<SalesOrderId> orders) {
        if (orders.isEmpty()) {
            return;
        }
        jdbc.sql("""
                select sales_order_id from sales_order
                where merchant_id = :merchant and sales_order_id = any(:ids::uuid[])
                order by merchant_id, sales_order_id
                for no key update
                """)
                .param("merchant", merchant.value())
                .param(
                        "ids",
                        SqlArrays.uuids(orders.stream()
                                .map(SalesOrderId::value)
                                .distinct()
                                .sorted()
                                .toList()))
                .query((row, number) -> number)
                .list();
    }
}
