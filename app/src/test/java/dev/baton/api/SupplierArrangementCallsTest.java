package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is agreed with a supplier beside its terms: stock checks, days away, orders, returns, and whom staff reach. */
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

    @Test
    void agreesCutOffCarriersAndMinimumOrder() {
        String path = "/api/v1/suppliers/acme/order-terms";
        assertThat(admin.get(path).at("/cutOff")).isEmpty();

        ApiClient.Reply agreed =
                admin.put(path, "{\"cutOff\": \"14:00\", \"carriers\": [\"DHL Paket\"], \"minimumOrder\": \"50\"}");

        assertThat(agreed.at("/carriers/0")).isEqualTo("dhl_paket");
        assertThat(admin.get(path).at("/cutOff")).startsWith("14:00");
        assertThat(admin.get(path).at("/minimumOrder")).isEqualTo("50.00");
        assertThat(admin.put(path, "{\"cutOff\": \"03:00\"}").at("/field")).isEqualTo("cutOff");
        assertThat(admin.put(path, "{\"minimumOrder\": \"0.001\"}").at("/field"))
                .isEqualTo("minimumOrder");
        assertThat(admin.put(path, "{\"carriers\": [\"UPS\", \"ups\"]}").at("/field"))
                .isEqualTo("carriers");
        SetUp.good(admin.put(path, "{}"));
        assertThat(admin.get(path).at("/minimumOrder")).isEmpty();
    }

    @Test
    void agreesOnWhatTermsGoodsGoBack() {
        String path = "/api/v1/suppliers/acme/return-terms";
        assertThat(admin.get(path).status()).isEqualTo(404);

        SetUp.good(admin.put(
                path,
                "{\"days\": 30, \"paidBy\": \"SUPPLIER\", \"restockingPercent\": \"12.5\","
                        + " \"address\": \"Hafenstr. 1\\n20457 Hamburg\"}"));

        assertThat(admin.get(path).at("/days")).isEqualTo("30");
        assertThat(admin.get(path).at("/restockingPercent")).isEqualTo("12.5");
        assertThat(admin.get(path).at("/address")).contains("Hamburg");
        assertThat(admin.put(path, "{\"days\": 4000, \"paidBy\": \"SUPPLIER\"}").at("/field"))
                .isEqualTo("days");
        assertThat(admin.put(path, "{\"days\": 1, \"paidBy\": \"SUPPLIER\", \"restockingPercent\": \"101\"}")
                        .at("/field"))
                .isEqualTo("restockingPercent");
    }

    @Test
    void keepsWhomStaffReachThere() {
        String path = "/api/v1/suppliers/acme/contacts";
        SetUp.good(admin.put(
                path,
                "{\"items\": [{\"name\": \"Petra\", \"duty\": \"returns\", \"phone\": \"+31 20 1234567\"},"
                        + " {\"name\": \"Warehouse\", \"email\": \"warehouse@acme.example\"}]}"));

        assertThat(admin.get(path).at("/items/0/duty")).isEqualTo("returns");
        assertThat(admin.get(path).at("/items/1/email")).isEqualTo("warehouse@acme.example");
        assertThat(admin.get(path).at("/items/1/phone")).isEmpty();
        assertThat(admin.put(path, "{\"items\": [{\"name\": \"Petra\"}]}").at("/field"))
                .isEqualTo("contacts");
        assertThat(admin.get(path).at("/items/0/name")).isEqualTo("Petra");
        SetUp.good(admin.put(path, "{\"items\": []}"));
        assertThat(admin.get(path).at("/items/0/name")).isEmpty();
    }
}
