package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that wait for stock, over the API. */
class BackorderCallsTest {

    private static final String ORDER = """
            {"store": "wholesale", "id": "7001", "name": "#7001", "currency": "EUR", "paid": true,
             "customer": {"name": "Mia Muster", "email": "mia@example.org", "phone": null, "locale": "de"},
             "shipTo": {"name": "Mia Muster", "line1": "Weg 1", "city": "Berlin", "postcode": "10115",
                        "countryCode": "DE"},
             "lines": [{"id": "1", "sku": "LAMP", "title": "Lamp", "quantity": 60, "unitPrice": "30.00"}],
             "shipMethod": "standard"}""";

    private final ApiClient admin = ApiClient.admin();

    @BeforeEach
    void openTheShop() {
        SetUp.shop(admin);
        SetUp.good(admin.send("POST", "/api/v1/orders", ORDER, Map.of("Idempotency-Key", "1")));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> admin.get("/api/v1/backorders").at("/items/0/sku"), sku -> sku.equals("LAMP"));
    }

    @Test
    void listsWhatWaitsAndWhoIsInLine() {
        LocalDate on = LocalDate.now(ZoneOffset.UTC).plusDays(20);
        SetUp.good(admin.put(
                "/api/v1/backorders/LAMP/expected",
                "{\"supplier\": \"acme\", \"on\": \"" + on + "\", \"quantity\": 200}"));

        ApiClient.Reply list = admin.get("/api/v1/backorders");
        ApiClient.Reply line = admin.get("/api/v1/backorders/LAMP");

        assertThat(list.at("/items/0/sku")).isEqualTo("LAMP");
        assertThat(list.at("/items/0/units")).isEqualTo("60");
        assertThat(list.at("/items/0/expected/0/supplier")).isEqualTo("acme");
        assertThat(line.at("/items/0/storeOrderName")).isEqualTo("#7001");
        assertThat(line.at("/items/0/promisedOn")).isEqualTo(on.toString());
        assertThat(line.at("/items/0/promisedBy")).isEqualTo("merchant");

        SetUp.good(admin.put("/api/v1/backorders/LAMP/expected", "{\"supplier\": \"acme\"}"));
        assertThat(admin.get("/api/v1/backorders/LAMP").at("/items/0/promisedOn"))
                .isEmpty();
    }

    @Test
    void rehearsesThenReleasesThatOrNothing() {
        SetUp.good(admin.put("/api/v1/backorders/LAMP/by-hand", "{\"byHand\": true}"));
        SetUp.good(admin.post(
                "/api/v1/stock-feeds", SetUp.STOCK.replace("40", "80").replace(": 1,", ": 2,")));

        ApiClient.Reply plan = admin.post("/api/v1/backorders/LAMP/rehearsal", "");
        assertThat(plan.at("/units")).isEqualTo("60");
        assertThat(plan.at("/orders/0/supplies/0/supplier")).isEqualTo("acme");
        assertThat(plan.at("/orders/0/supplies/0/unitCost")).isEqualTo("12.5025");

        ApiClient.Reply other = admin.post("/api/v1/backorders/LAMP/release", "{\"token\": \"other\"}");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.at("/field")).isEqualTo("token");

        ApiClient.Reply done =
                admin.post("/api/v1/backorders/LAMP/release", "{\"token\": \"" + plan.at("/token") + "\"}");
        assertThat(done.at("/units")).isEqualTo("60");
        assertThat(admin.get("/api/v1/backorders").at("/items/0/sku")).isEmpty();
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThat(admin.get("/api/v1/backorders/NONE").status()).isEqualTo(404);
        assertThat(admin.put("/api/v1/backorders/LAMP/expected", "{\"supplier\": \"acme\", \"quantity\": 0}")
                        .at("/field"))
                .isEqualTo("quantity");
        SetUp.good(admin.put("/api/v1/suppliers/other", SetUp.SUPPLIER));
        assertThat(admin.put("/api/v1/backorders/LAMP/expected", "{\"supplier\": \"other\"}")
                        .at("/field"))
                .isEqualTo("supplier");
    }
}
