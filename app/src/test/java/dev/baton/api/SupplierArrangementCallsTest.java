package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is agreed with a supplier beside its terms: stock checks by mail, and days away. */
class SupplierArrangementCallsTest {

    private final ApiClient admin = ApiClient.admin();

    @BeforeEach
    void openTheShop() {
        SetUp.shop(admin);
    }

    @Test
    void agreesWhenASupplierIsAskedForItsStock() {
        ApiClient.Reply agreed = admin.put(
                "/api/v1/suppliers/acme/stock-checks", "{\"days\": [\"MONDAY\", \"THURSDAY\"], \"at\": \"09:00\"}");
        assertThat(agreed.at("/days/1")).isEqualTo("THURSDAY");
        assertThat(agreed.at("/nextAt")).isNotEmpty();
        assertThat(admin.get("/api/v1/suppliers/acme/stock-checks").at("/at")).startsWith("09:00");

        assertThat(admin.put("/api/v1/suppliers/acme/stock-checks", "{\"days\": [\"MONDAY\"]}")
                        .at("/field"))
                .isEqualTo("at");
        SetUp.good(admin.put("/api/v1/suppliers/acme/stock-checks", "{\"days\": []}"));
        assertThat(admin.get("/api/v1/suppliers/acme/stock-checks").at("/nextAt"))
                .isEmpty();
    }

    @Test
    void saysWhatBecomesOfNewDemandWhileASupplierIsAway() {
        assertThat(admin.get("/api/v1/suppliers/acme/away-policy").at("/policy"))
                .isEqualTo("LATER");
        SetUp.good(admin.put("/api/v1/suppliers/acme/away-policy", "{\"policy\": \"REROUTE\", \"fasterDays\": 3}"));
        assertThat(admin.get("/api/v1/suppliers/acme/away-policy").at("/fasterDays"))
                .isEqualTo("3");
        assertThat(admin.put("/api/v1/suppliers/acme/away-policy", "{\"policy\": \"REROUTE\"}")
                        .at("/field"))
                .isEqualTo("fasterDays");
        assertThat(admin.get("/api/v1/suppliers/none/away-policy").status()).isEqualTo(404);
    }
}
