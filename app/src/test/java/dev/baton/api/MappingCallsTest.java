package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MappingCallsTest {

    private static final String MAPPINGS = """
            {"mappings": [
              {"store": "wholesale", "storeSku": "TEA", "to": [{"sku": "LAMP", "quantity": 1}]},
              {"store": "wholesale", "storeSku": "TEA", "country": "GB",
               "to": [{"sku": "BULB", "quantity": 2}, {"sku": "LAMP", "quantity": 1}]},
              {"store": "wholesale", "storeSku": "WINE", "to": [{"sku": "SET", "quantity": 1}]}]}""";

    private final ApiClient admin = ApiClient.admin();

    @BeforeEach
    void openTheShop() {
        SetUp.shop(admin);
        SetUp.good(admin.post("/api/v1/catalog/mappings", MAPPINGS));
    }

    @Test
    void listsMappingsPageByPage() {
        ApiClient.Reply first = admin.get("/api/v1/catalog/mappings?limit=2");
        ApiClient.Reply second = admin.get("/api/v1/catalog/mappings?limit=2&cursor=" + first.at("/next"));

        assertThat(first.at("/items/0/store")).isEqualTo("wholesale");
        assertThat(first.at("/items/0/storeSku")).isEqualTo("TEA");
        assertThat(first.json().at("/items/0/country").isNull()).isTrue();
        assertThat(first.at("/items/1/country")).isEqualTo("GB");
        assertThat(first.at("/items/1/to/0/sku")).isEqualTo("BULB");
        assertThat(first.at("/items/1/to/0/quantity")).isEqualTo("2");
        assertThat(first.json().at("/items/2").isMissingNode()).isTrue();
        assertThat(second.at("/items/0/storeSku")).isEqualTo("WINE");
        assertThat(second.json().at("/next").isNull()).isTrue();
    }

    @Test
    void listsTheMappingsOfOneSkuOfOneStore() {
        assertThat(admin.get("/api/v1/catalog/mappings?store=wholesale&storeSku=WINE")
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(1);
        assertThat(admin.get("/api/v1/catalog/mappings?store=nope").at("/field"))
                .isEqualTo("store");
        assertThat(admin.get("/api/v1/catalog/mappings?cursor=nonsense").at("/field"))
                .isEqualTo("cursor");
    }

    @Test
    void whatIsForgottenIsNotListed() {
        SetUp.good(admin.post(
                "/api/v1/catalog/mappings",
                "{\"mappings\": [{\"store\": \"wholesale\", \"storeSku\": \"WINE\", \"to\": []}]}"));

        assertThat(admin.get("/api/v1/catalog/mappings").text()).contains("TEA").doesNotContain("WINE");
    }

    @Test
    void showsWhatTakingAStoresSkusWouldDo() {
        SetUp.good(admin.send("POST", "/api/v1/orders", """
                {"store": "wholesale", "id": "W-1", "name": "#W1", "currency": "EUR", "paid": true,
                 "customer": {"name": "Erika Muster", "email": "erika@example.org", "phone": null, "locale": "de"},
                 "shipTo": {"name": "Erika Muster", "line1": "Torstr. 1", "city": "Berlin", "postcode": "10115",
                            "countryCode": "DE"},
                 "lines": [{"id": "1", "sku": "GLOBE", "title": "Globe", "quantity": 1, "unitPrice": "30.00"}],
                 "shipMethod": "standard"}""", Map.of("Idempotency-Key", "key-1")));

        ApiClient.Reply preview = admin.post("/api/v1/stores/wholesale/listings/adopt/preview", "");

        assertThat(preview.at("/defined")).as("an API store lists nothing").isEqualTo("0");
        assertThat(admin.post("/api/v1/stores/nope/listings/adopt/preview", "").status())
                .isEqualTo(404);
    }
}
