package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.Role;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.SalesOrderId;
import dev.baton.testing.TestShop;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What can be done to an order on its own page, whether anything holds it or not. */
class OrderActsTest {

    private static final CustomerFacts ADA = new CustomerFacts("Ada Muster", "ada@customer.example", null, "en");
    private static final String STOP = "[data-way=stop-the-order]";
    private static final String MEND = "[data-way=mend-the-address]";
    private static final String CANCEL = "[data-way=cancel-the-order]";

    private final ConsoleShop shop = new ConsoleShop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void whatIsUnsentIsStoppedOnceByWhoMay() {
        SalesOrderId order = shop.shop.place("1", ADA, TestShop.BERLIN, "LAMP×1");
        Staffer ada = shop.asOwner();
        assertThat(page(shop.as(Role.VIEWER), order).select("[data-ways]")).isEmpty();
        assertThat(ada.send(page(ada, order), STOP + " form", Map.of("why", "")).statusCode())
                .isEqualTo(422);

        HttpResponse<String> stopped =
                ada.send(page(ada, order), STOP + " form", Map.of("why", "the customer calls back"));

        assertThat(stopped.headers().firstValue("Location").orElseThrow()).endsWith("done=stopped_by_hand");
        Document after = page(ada, order);
        assertThat(after.select("[data-hold]").text()).contains("the customer calls back");
        assertThat(after.select(STOP)).as("it is stopped already").isEmpty();
        assertThat(after.select(MEND)).hasSize(1);
    }

    @Test
    void whatIsSentIsReaddressedAndCancelledByAskingItsSupplier() {
        SalesOrderId order = new StagedTasks(shop).sent();
        Staffer ada = shop.asOwner();
        Document page = page(ada, order);
        assertThat(page.select(STOP)).as("nothing of it could be stopped").isEmpty();

        ada.send(page, MEND + " form", Map.of("line1", "Neue Straße 9"));
        assertThat(page(ada, order).select("address").text()).contains("Neue Straße 9");
        HttpResponse<String> cancelled =
                ada.send(page(ada, order), CANCEL + " form", Map.of("why", "changed her mind"));

        assertThat(cancelled.headers().firstValue("Location").orElseThrow()).contains("done=");
        assertThat(page(ada, order).select(".notice--bad").text()).contains("Cancelled: changed her mind");
        assertThat(page(ada, order).select("[data-ways]")).isEmpty();
    }

    private static Document page(Staffer staffer, SalesOrderId order) {
        return staffer.page("/console/orders/" + order.value());
    }
}
