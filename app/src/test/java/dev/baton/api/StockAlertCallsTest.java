package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alerts about stock, and when they are raised, over the API. */
class StockAlertCallsTest {

    private final ApiClient admin = ApiClient.admin();

    @BeforeEach
    void openTheShop() {
        SetUp.shop(admin);
    }

    @Test
    void listsNothingWhereNothingSells() {
        assertThat(admin.get("/api/v1/stock-alerts?kind=low&state=all").status())
                .isEqualTo(200);
        assertThat(admin.get("/api/v1/stock-alerts/counts").at("/open/out")).isEqualTo("0");
        assertThat(admin.get("/api/v1/stock-alerts?kind=odd").status()).isEqualTo(422);
    }

    @Test
    void listsACostThatJumpedUntilSomebodyDecides() {
        prices("25.00");

        ApiClient.Reply alerts = admin.get("/api/v1/stock-alerts?kind=cost_jump");
        assertThat(alerts.at("/items/0/sku")).isEqualTo("LAMP");
        assertThat(alerts.at("/items/0/supplier")).isEqualTo("acme");
        assertThat(admin.get("/api/v1/stock-alerts?supplier=acme").at("/items/0/sku"))
                .isEqualTo("LAMP");
        assertThat(admin.get("/api/v1/stock-alerts?supplier=nobody").status()).isEqualTo(404);
        assertThat(alerts.at("/items/0/supplierSku")).isEqualTo("A-1");
        assertThat(alerts.at("/items/0/cost/before")).isEqualTo("12.5025");
        assertThat(alerts.at("/items/0/cost/proposed")).isEqualTo("25.00");
        assertThat(admin.get("/api/v1/stock-alerts/counts").at("/open/cost_jump"))
                .isEqualTo("1");
        prices("26.00");
        assertThat(admin.get("/api/v1/stock-alerts?kind=cost_jump").text())
                .as("asked anew it is the same alert")
                .contains(alerts.at("/items/0/id"), "\"proposed\":\"26.00\"");

        SetUp.good(admin.post(
                "/api/v1/catalog/cost-proposals/accept",
                "{\"ids\": [\"" + alerts.at("/items/0/cost/proposal") + "\"], \"note\": \"by phone\"}"));
        assertThat(admin.get("/api/v1/stock-alerts/counts").at("/open/cost_jump"))
                .isEqualTo("0");
        ApiClient.Reply all = admin.get("/api/v1/stock-alerts?kind=cost_jump&state=all");
        assertThat(all.at("/items/0/closedAt")).isNotEmpty();
        assertThat(all.text()).contains("\"cost\":null");
    }

    @Test
    void aCostThatJumpedIsOverWhenTheSupplierStatesTheOldOneAgain() {
        prices("25.00");
        prices("12.5025");

        assertThat(admin.get("/api/v1/stock-alerts/counts").at("/open/cost_jump"))
                .isEqualTo("0");
    }

    private void prices(String cost) {
        SetUp.good(admin.post(
                "/api/v1/suppliers/acme/price-rows",
                "{\"rows\": [{\"supplierSku\": \"A-1\", \"unitCost\": \"" + cost + "\", \"currency\": \"EUR\"}]}"));
    }

    @Test
    void keepsWhenToWarn() {
        SetUp.good(admin.put("/api/v1/stock-alerts/thresholds", "{\"lowDays\": 10}"));
        SetUp.good(admin.put("/api/v1/stock-alerts/thresholds", "{\"sku\": \"LAMP\", \"lowDays\": 21}"));
        SetUp.good(admin.put("/api/v1/stock-alerts/thresholds", "{\"supplier\": \"acme\", \"staleDays\": 0}"));

        ApiClient.Reply said = admin.get("/api/v1/stock-alerts/thresholds");
        assertThat(said.at("/lowDays")).isEqualTo("7");
        assertThat(said.text()).contains("\"sku\":\"LAMP\"", "\"supplier\":\"acme\"");

        assertThat(admin.put("/api/v1/stock-alerts/thresholds", "{\"lowDays\": 400}")
                        .at("/field"))
                .isEqualTo("lowDays");
        assertThat(admin.put("/api/v1/stock-alerts/thresholds", "{\"sku\": \"NONE\", \"lowDays\": 4}")
                        .at("/field"))
                .isEqualTo("sku");
    }
}
