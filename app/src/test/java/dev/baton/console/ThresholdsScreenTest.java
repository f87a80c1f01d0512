package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.inventory.StockThresholds;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When to warn of stock is said for everything, for a supplier and for a SKU, and taken back again. */
class ThresholdsScreenTest {

    private static final String PATH = "/console/stock/alerts/thresholds";

    private final ConsoleShop shop = new ConsoleShop();
    private Staffer ada;

    @BeforeEach
    void goods() {
        new SuppliersFiles(shop).offers();
        ada = shop.asOwner();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private HttpResponse<String> say(Map<String, String> fields) {
        return ada.send(ada.page(PATH), "#threshold", new HashMap<>(fields));
    }

    private static String row(Document page, String about) {
        return page.select("[data-row=" + about + "] td").text();
    }

    @Test
    void saysItForEverythingASupplierAndASkuAndTakesItBack() {
        assertThat(ada.page("/console/stock/alerts")
                        .select("a[href=" + PATH + "]")
                        .text())
                .isEqualTo("When to warn");
        Document before = ada.page(PATH);
        assertThat(before.select("[data-rows]").attr("data-rows")).isEqualTo("0");
        assertThat(before.text()).contains("less than " + StockThresholds.LOW_DAYS + " days");

        assertThat(say(Map.of("about", "all", "low", "10", "stale", "2")).statusCode())
                .isEqualTo(303);
        say(Map.of("about", "supplier", "supplier", shop.acme.value().toString(), "low", "0"));
        say(Map.of("about", "sku", "sku", "I1", "low", "1"));

        Document said = ada.page(PATH);
        assertThat(said.select("[data-row]").eachAttr("data-row")).containsExactly("Everything", "Acme Ltd", "I1");
        assertThat(row(said, "Everything")).startsWith("Low: below 10 days Stale: after 2 days");
        assertThat(row(said, "'Acme Ltd'")).startsWith("Low: never Stale: as the wider word says");
        assertThat(row(said, "I1")).startsWith("Low: below 1 day ");
        assertThat(shop.baton.bean(StockThresholds.class).words(shop.merchant)).hasSize(3);

        HttpResponse<String> back = ada.send(said, "[data-row='Acme Ltd'] form", Map.of());

        assertThat(ada.page(back.headers().firstValue("Location").orElseThrow()).text())
                .contains("It is warned so from the next look on");
        assertThat(ada.page(PATH).select("[data-row]").eachAttr("data-row")).containsExactly("Everything", "I1");
    }

    @Test
    void saysWhatCannotBeTakenAndKeepsWhatWasTyped() {
        Map<String, String> unknown = Map.of("about", "sku", "sku", "NOPE", "low", "4");
        assertThat(say(unknown).body()).contains("There is no SKU NOPE", "value=\"NOPE\"", "value=\"4\"");
        assertThat(say(Map.of("about", "supplier", "low", "4")).body()).contains("Choose the supplier");
        assertThat(say(Map.of("about", "all", "low", "soon")).body()).contains("Give whole days");
        assertThat(say(Map.of("about", "all", "low", "400")).body()).contains("0 to 365 days");
        assertThat(shop.baton.bean(StockThresholds.class).words(shop.merchant)).isEmpty();
    }
}
