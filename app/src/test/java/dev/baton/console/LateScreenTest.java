package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.merchants.Role;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.Tenancy;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.testing.TestShop;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What did not get where it should: purchase orders past their send-by time, mails to customers that came back. */
class LateScreenTest {

    private final ConsoleShop shop = new ConsoleShop();

    @BeforeEach
    void goods() {
        shop.shop.goods("LAMP", "Desk lamp", shop.acme);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aPurchaseOrderPastItsSendByTimeIsCountedListedAndSaysSo() {
        Staffer ada = shop.asOwner();
        for (int tries = 0; tries < 20; tries++) {
            shop.endpoint.answers(500, "oops");
        }
        SalesOrderId order = shop.shop.place("1", customer("1"), TestShop.BERLIN, "LAMP×1");
        PurchaseOrderView written = shop.shop.purchaseOrders(order).getFirst();
        String path = "/console/purchase-orders/" + written.id().value();
        assertThat(ada.page(path).select(".facts").text()).contains("Send by").doesNotContain("missed");

        shop.baton.clock().advance(Duration.ofMinutes(16));

        Elements figure = ada.page("/console").select("[data-figure]:contains(past their send-by time)");
        assertThat(figure.attr("data-figure")).isEqualTo("1");
        Document list = ada.page(figure.attr("href"));
        assertThat(list.select("[data-row] th .cut").eachText()).containsExactly(written.number());
        assertThat(list.select("[data-count]").attr("data-count")).isEqualTo("1");
        assertThat(list.select("[data-row]").text()).contains("Late to be sent");
        Document sorted = ada.page(list.select("th a:contains(Send by)").attr("href"));
        assertThat(sorted.select("th[aria-sort=ascending]").text()).contains("Send by");
        assertThat(sorted.select("[data-row] th .cut").eachText()).containsExactly(written.number());
        assertThat(ada.page(path).select(".facts").text()).contains("Send by, missed");
        assertThat(ada.page(path).select("[data-document]").text()).contains("tried next");
        assertThat(ada.page("/console/orders/" + order.value())
                        .select("[data-purchase]")
                        .text())
                .contains("Late to be sent", "send by");
    }

    @Test
    void whatTheSupplierNeverGotIsGivenToAnotherFromItsPage() {
        shop.shop.goods("LAMP", "Desk lamp", shop.supplier("DEARER"));
        Staffer ada = shop.asOwner();
        shop.endpoint.answers(422, "no");
        SalesOrderId order = shop.shop.place("3", customer("3"), TestShop.BERLIN, "LAMP×1");
        PurchaseOrderView first = shop.shop.purchaseOrders(order).getFirst();
        String path = "/console/purchase-orders/" + first.id().value();
        // before it refused, it might have had it
        await().until(() -> shop.shop.purchaseOrders(order).getFirst().status() == PurchaseOrderStatus.UNDELIVERED);

        HttpResponse<String> given = ada.send(ada.page(path), "[data-way=give-it-to-another-supplier] form", Map.of());

        assertThat(ada.page(given.headers().firstValue("Location").orElseThrow())
                        .text())
                .contains("It is given to another supplier");
        assertThat(shop.shop.purchaseOrders(order)).hasSize(2);
        assertThat(ada.page(path).select("[data-way=give-it-to-another-supplier]"))
                .isEmpty();
        assertThat(ada.page(path).select("[data-timeline]").text()).contains("Given to another supplier");
    }

    @Test
    void whatTheSupplierMayHaveIsAskedBackFromItsPageBeforeItIsGivenToAnother() {
        shop.shop.goods("LAMP", "Desk lamp", shop.supplier("DEARER"));
        Staffer ada = shop.asOwner();
        SalesOrderId order = shop.shop.place("4", customer("4"), TestShop.BERLIN, "LAMP×2");
        PurchaseOrderView first = shop.shop.purchaseOrders(order).getFirst();
        String path = "/console/purchase-orders/" + first.id().value();
        await().until(() -> shop.shop.purchaseOrders(order).getFirst().status() == PurchaseOrderStatus.SENT);
        Document page = ada.page(path);
        assertThat(page.select("[data-way=give-it-to-another-supplier]").text())
                .contains("so it is asked first: 2 units stay with it", "has LAMP now");

        String way = "[data-way=give-it-to-another-supplier] form";
        assertThat(ada.send(page, way, Map.of("reason", "")).statusCode()).isEqualTo(422);
        HttpResponse<String> asked = ada.send(page, way, Map.of("reason", "you are silent"));

        assertThat(asked.headers().firstValue("Location")).contains(path + "?done=asked_for_others");
        Document after = ada.page(path);
        assertThat(after.select("[data-question]").text())
                .contains("Not to ship, for another supplier", "Not answered", "you are silent");
        assertThat(after.select(way)).as("asked already").isEmpty();
        assertThat(after.select("[data-timeline]").text()).contains("units are to go to another supplier");
        assertThat(shop.shop.purchaseOrders(order)).hasSize(1);

        ada.send(after, "[data-way=it-does-not-ship] form", Map.of());
        assertThat(shop.shop.purchaseOrders(order)).hasSize(2);
        assertThat(ada.page(path).select("[data-timeline]").text()).contains("leaving it to others AGREED");
        assertThat(shop.as(Role.VIEWER).page(path).select("main form")).isEmpty();
    }

    @Test
    void aMailThatCameBackSaysSoOnThePageOfItsOrder() {
        Staffer ada = shop.asOwner();
        SalesOrderId order = shop.shop.place("2", customer("2"), TestShop.BERLIN, "LAMP×1");
        await().until(() -> change(order) == 1);

        assertThat(ada.page("/console/orders/" + order.value())
                        .select("[data-mail]")
                        .text())
                .contains("Came back", "it came back: 550 no such user");
    }

    private int change(SalesOrderId order) {
        return shop.baton
                .bean(Tenancy.class)
                .inTransaction(
                        shop.merchant,
                        () -> shop.baton
                                .bean(JdbcClient.class)
                                .sql("""
                        update customer_message
                        set state = 'RETURNED', document_id = message_id, reason = 'it came back: 550 no such user'
                        where merchant_id = :merchant and sales_order_id = :order
                        """)
                                .param("merchant", shop.merchant.value())
                                .param("order", order.value())
                                .update());
    }

    private static CustomerFacts customer(String id) {
        return new CustomerFacts("Ada Muster", id + "@customer.example", null, "en");
    }
}
