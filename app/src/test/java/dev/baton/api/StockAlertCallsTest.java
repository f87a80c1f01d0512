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
