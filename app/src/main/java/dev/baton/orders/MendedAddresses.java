package dev.baton.orders;

import dev.baton.platform.MerchantId;
import dev.baton.platform.MerchantKeys;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.address.PostalAddress;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table mended_address; every method needs an open transaction that holds the orders. */
@Component
class MendedAddresses {

    private final JdbcClient jdbc;
    private final MerchantKeys keys;

    MendedAddresses(JdbcClient jdbc, MerchantKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /**
     * What the store said of an order whose address was mended.
     *
     * @param address digest of its address
     * @param told digest of all a supplier would be told by its words
     */
    record Mended(byte[] address, byte[] told) {

        boolean isOf(byte[] print) {
            return Arrays.equals(address, print);
        }

        /** Whether the store wants anything else of the delivery now. */
        boolean differs(byte[] print) {
            return !Arrays.equals(told, print);
        }
    }

    /** Digest of an address as it stands. */
    byte[] print(MerchantId merchant, @Nullable PostalAddress address) {
        return keys.print(merchant, "address\u0000" + Objects.toString(address));
    }

    Map<SalesOrderId, Mended> of(MerchantId merchant, Collection<SalesOrderId> orders) {
        Map<SalesOrderId, Mended> mended = new HashMap<>();
        jdbc.sql("""
                select sales_order_id, address_print, told_print from mended_address
                where merchant_id = :merchant and sales_order_id = any(:orders::uuid[])
                """)
                .param("merchant", merchant.value())
                .param(
                        "orders",
                        SqlArrays.uuids(orders.stream().map(SalesOrderId::value).toList()))
                .query(row -> {
                    mended.put(
                            new SalesOrderId(row.getObject("sales_order_id", UUID.class)),
                            new Mended(row.getBytes("address_print"), row.getBytes("told_print")));
                });
        return mended;
    }

    void put(MerchantId merchant, SalesOrderId order, Mended mended) {
        jdbc.sql("""
                insert into mended_address (merchant_id, sales_order_id, address_print, told_print)
                values (:merchant, :order, :address, :told)
                on conflict (merchant_id, sales_order_id) do update
                set address_print = excluded.address_print, told_print = excluded.told_print
                """)
                .param("merchant", merchant.value())
                .param("order", order.value())
                .param("address", mended.address())
                .param("told", mended.told())
                .update();
    }

    void forget(MerchantId merchant, SalesOrderId order) {
        jdbc.sql("delete from mended_address where merchant_id = :merchant and sales_order_id = :order")
                .param("merchant", merchant.value())
                .param("order", order.value())
                .update();
    }
}
