package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keeping a store's stock: a good case and each refusal. */
class AvailabilityCallsTest {

    private static final String WEB = """
            {"kind": "shopify", "name": "Web", "currency": "EUR", "zone": "Europe/Berlin", "live": false,
             "shopify": {"shopDomain": "acme.myshopify.com", "apiBaseUrl": "http://127.0.0.1:1",
                         "accessToken": "shpat_x", "webhookSecrets": ["s"]}}""";

    private final ApiClient admin = ApiClient.admin();

    @BeforeEach
    void store() {
        SetUp.good(admin.put("/api/v1/stores/web", WEB));
    }

    @Test
    void isOffUntilItIsSwitchedOn() {
        assertThat(admin.get("/api/v1/stores/web/availability/setting").at("/enabled"))
                .isEqualTo("false");

        ApiClient.Reply on = admin.put("/api/v1/stores/web/availability/setting", """
                {"enabled": true, "locationId": "gid://shopify/Location/77"}""");

        SetUp.good(on);
        assertThat(on.at("/locationId")).isEqualTo("77");
        ApiClient.Reply read = admin.get("/api/v1/stores/web/availability/setting");
        assertThat(read.at("/enabled")).isEqualTo("true");
        assertThat(read.at("/since")).isEqualTo(on.at("/since"));
        SetUp.good(admin.get("/api/v1/stores/web/availability?state=warned"));
        assertThat(admin.put("/api/v1/stores/web/availability/setting", "{\"enabled\": false}")
                        .at("/enabled"))
                .isEqualTo("false");
    }

    @Test
    void refusesAPlaceThatIsNone() {
        ApiClient.Reply reply =
                admin.put("/api/v1/stores/web/availability/setting", "{\"enabled\": true, \"locationId\": \"Berlin\"}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.at("/field")).isEqualTo("locationId");
    }

    @Test
    void saysWhyAStoreCannotBeAsked() {
        SetUp.good(admin.put("/api/v1/stores/wholesale", SetUp.API_STORE));

        ApiClient.Reply unconnected = admin.put("/api/v1/stores/wholesale/availability/setting", "{\"enabled\": true}");
        ApiClient.Reply silent = admin.get("/api/v1/stores/web/locations");

        assertThat(unconnected.status()).isEqualTo(409);
        assertThat(unconnected.text()).contains("no access to the API of the store wholesale");
        assertThat(silent.status()).isEqualTo(409);
        assertThat(silent.text()).contains("did not name its locations");
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThat(admin.get("/api/v1/stores/nowhere/availability").status()).isEqualTo(404);
        assertThat(admin.get("/api/v1/stores/web/availability/drift").status()).isEqualTo(404);
        assertThat(admin.get("/api/v1/stores/web/availability?state=odd").at("/field"))
                .isEqualTo("state");
    }
}
