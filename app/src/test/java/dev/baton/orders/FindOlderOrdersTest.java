package dev.baton.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.JoinMerchant;
import dev.baton.merchants.StoreId;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestShop;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders from before the search of customers are found afterwards, once, and on from where it was. */
class FindOlderOrdersTest {

    private static final int ORDERS = 130;

    private final TestShop shop = new TestShop(TestBaton.shared());
    private final FindOlderOrders older = shop.baton.bean(FindOlderOrders.class);

    @BeforeEach
    void ordersFromBefore() {
        shop.sku("LAMP");
        shop.baton
                .bean(PlaceOrders.class)
                .place(
                        shop.merchant,
                        IntStream.range(0, ORDERS)
                                .mapToObj(i -> shop.order("Z" + i, "LAMP×1").build())
                                .toList());
        shop.baton.in(
                shop.merchant,
                () -> shop.baton
                        .jdbc()
                        .sql("delete from customer_token where merchant_id = :merchant")
                        .param("merchant", shop.merchant.value())
                        .update());
    }

    @Test
    void everyOrderIsFoundByItsCustomerAfterwards() {
        assertThat(found("z7@customer.example")).isZero();

        older.begin(shop.merchant);
        older.begin(shop.merchant);
        shop.baton.runDue();

        for (int i : List.of(0, 7, 100, ORDERS - 1)) {
            assertThat(found("z" + i + "@customer.example")).as("order %d", i).isEqualTo(1);
        }
        assertThat(ended()).isEqualTo(1);
    }

    @Test
    void aRestartGoesOnWhereItWas() {
        older.begin(shop.merchant);
        assertThat(shop.baton.in(shop.merchant, () -> older.page(shop.merchant)))
                .isTrue();
        assertThat(ended()).isZero();
        long first = tokens();
        assertThat(found("z0@customer.example")).isEqualTo(1);
        assertThat(found("z129@customer.example")).isZero();

        shop.baton.runDue();

        assertThat(tokens()).isGreaterThan(first);
        assertThat(found("z129@customer.example")).isEqualTo(1);
        assertThat(shop.baton.in(shop.merchant, () -> older.page(shop.merchant)))
                .as("once it ended nothing is looked at again")
                .isFalse();
    }

    @Test
    void whoIsErasedIsFoundByNothing() {
        SalesOrderId gone = order("Z7");
        shop.baton.bean(EraseCustomer.class).erase(shop.merchant, gone);

        older.begin(shop.merchant);
        shop.baton.runDue();

        assertThat(found("z7@customer.example")).isZero();
        assertThat(shop.baton.<Long>in(
                        shop.merchant,
                        () -> shop.baton
                                .jdbc()
                                .sql(
                                        "select count(*) from customer_token where merchant_id = :merchant and sales_order_id = :id")
                                .param("merchant", shop.merchant.value())
                                .param("id", gone.value())
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    @Test
    void theStartBeginsItForEveryMerchant() {
        shop.baton.bean(JoinMerchant.class).inviteOwner(shop.merchant, null);

        older.atStart();

        assertThat(shop.baton.<Long>in(
                        shop.merchant,
                        () -> shop.baton
                                .jdbc()
                                .sql("select count(*) from customer_search_fill where merchant_id = :merchant")
                                .param("merchant", shop.merchant.value())
                                .query(Long.class)
                                .single()))
                .isEqualTo(1);
    }

    private int found(String mail) {
        return shop.baton
                .in(
                        shop.merchant,
                        () -> shop.baton.bean(OrderSearch.class).find(shop.merchant, List.<StoreId>of(), mail, 9))
                .size();
    }

    private SalesOrderId order(String storeOrder) {
        return shop.baton.in(
                shop.merchant,
                () -> shop.baton
                        .jdbc()
                        .sql(
                                "select sales_order_id from sales_order where merchant_id = :merchant and store_order_id = :id")
                        .param("merchant", shop.merchant.value())
                        .param("id", storeOrder)
                        .query((row, number) -> new SalesOrderId(row.getObject("sales_order_id", java.util.UUID.class)))
                        .single());
    }

    private long tokens() {
        return shop.baton.<Long>in(
                shop.merchant,
                () -> shop.baton
                        .jdbc()
                        .sql("select count(*) from customer_token where merchant_id = :merchant")
                        .param("merchant", shop.merchant.value())
                        .query(Long.class)
                        .single());
    }

    private long ended() {
        return shop.baton.<Long>in(
                shop.merchant,
                () -> shop.baton
                        .jdbc()
                        .sql(
                                "select count(*) from customer_search_fill where merchant_id = :merchant and ended_at is not null")
                        .param("merchant", shop.merchant.value())
                        .query(Long.class)
                        .single());
    }
}
