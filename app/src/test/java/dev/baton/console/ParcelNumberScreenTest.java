package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.orders.CustomerFacts;
import dev.baton.orders.SalesOrderId;
import dev.baton.testing.TestShop;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One parcel's page: its number is corrected there. */
class ParcelNumberScreenTest {

    private static final CustomerFacts ADA = new CustomerFacts("Ada Muster", "ada@customer.example", null, "en");

    private final ConsoleShop shop = new ConsoleShop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aParcelsNumberIsCorrectedOnItsPage() {
        shop.shop.goods("LAMP", "Desk lamp", shop.acme);
        SalesOrderId order = shop.shop.place("1", ADA, TestShop.BERLIN, "LAMP×1");
        org.awaitility.Awaitility.await()
                .until(() -> shop.shop.purchaseOrders(order).stream().anyMatch(each -> each.sentAt() != null));
        shop.shop.ship(order, "UPS", "1Z999AA10123456785", 1);
        Staffer ada = shop.asOwner();
        String path =
                ada.page("/console/parcels").select("[data-row] [data-open]").attr("href");
        Document page = ada.page(path);
        assertThat(page.select("input[name=trackingNumber]").val()).isEqualTo("1Z999AA10123456785");

        HttpResponse<String> bad = ada.send(page, "form[action$=/number]", Map.of("trackingNumber", "?"));
        HttpResponse<String> good = ada.send(
                page,
                "form[action$=/number]",
                Map.of("trackingNumber", "1Z999AA10123456784", "reason", "told by telephone"));

        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(bad.body()).contains("Give the tracking number");
        assertThat(good.headers().firstValue("Location")).contains(path + "?done=corrected");
        Document after = ada.page(path);
        assertThat(after.select("h1").text()).isEqualTo("Parcel 1Z999AA10123456784");
        assertThat(after.select("[data-numbers-before]").text())
                .contains("UPS 1Z999AA10123456785 until", "told by telephone");
        assertThat(after.select(".axes").text()).doesNotContain("check digit");
    }
}
