package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order whose batch takes longer than its sender waits: kept, told where to ask, and placed once. */
class SlowBatchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String ORDER = """
            {"store": "wholesale", "id": "S-1", "name": "#S1", "currency": "EUR", "paid": true,
             "customer": {"name": "Erika Muster", "email": "erika@example.org", "phone": null, "locale": "de"},
             "shipTo": {"name": "Erika Muster", "line1": "Torstr. 1", "city": "Berlin", "postcode": "10115",
                        "countryCode": "DE"},
             "lines": [{"id": "1", "sku": "LAMP", "title": "Lamp", "quantity": 1, "unitPrice": "30.00"}]}""";

    private final ApiClient admin = ApiClient.admin();
    private final String key = "slow-" + UUID.randomUUID();

    @BeforeEach
    void openTheShop() {
        SetUp.shop(admin);
    }

    private ApiClient.Reply send(String body) {
        return admin.send("POST", "/api/v1/orders", body, Map.of("Idempotency-Key", key));
    }

    private ApiClient.Reply orders() {
        return admin.get("/api/v1/orders?store=wholesale&storeOrderId=S-1");
    }

    @Test
    void isAnsweredWithAnIntakeThatLaterTellsTheOrder() throws Exception {
        ApiClient.Reply first;
        ApiClient.Reply again;
        ApiClient.Reply other;
        ApiClient.Reply meanwhile;
        try (Connection somebody = admin.baton().database().connectAsSuperuser()) {
            somebody.setAutoCommit(false);
            try (Statement statement = somebody.createStatement()) {
                // orders may be read and not placed as long as this lasts
                statement.execute("lock table sales_order in share mode");
                first = send(ORDER);
                again = send(ORDER);
                other = send(ORDER.replace("\"quantity\": 1", "\"quantity\": 2"));
                meanwhile = admin.get(first.at("/href"));
                assertThat(orders().json().at("/items")).isEmpty();
            }
            somebody.rollback();
        }

        assertThat(first.status()).as(first.text()).isEqualTo(202);
        String href = first.at("/href");
        assertThat(href).isEqualTo("/api/v1/intakes/" + first.at("/intake"));
        assertThat(again.status()).as("the same key meanwhile").isEqualTo(202);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(other.status()).as("the same key with another order").isEqualTo(422);
        assertThat(other.at("/code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(meanwhile.status()).isEqualTo(200);
        assertThat(meanwhile.at("/state")).isEqualTo("received");
        assertThat(meanwhile.json().at("/order").isNull()).isTrue();

        await().atMost(PATIENCE).until(() -> admin.get(href).at("/state"), state -> state.equals("applied"));
        String order = admin.get(href).at("/order");
        assertThat(admin.get("/api/v1/orders/" + order).at("/storeOrderId")).isEqualTo("S-1");
        assertThat(admin.get(href).at("/settledAt")).isNotEmpty();
        ApiClient.Reply later = send(ORDER);
        assertThat(later.status()).as(later.text()).isEqualTo(201);
        assertThat(later.header("location")).isEqualTo("/api/v1/orders/" + order);
        assertThat(orders().json().at("/items")).hasSize(1);
        assertThat(ApiClient.admin().get(href).status()).as("another merchant").isEqualTo(404);
    }
}
