package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What one machine of states for everything gets wrong, and what a parcel more does to the price. */
class OrderShapeTrapsTest {

    private static final long FIRST = 5001;

    private final ShopJourney journey = new ShopJourney(60);
    private Map<String, ApiClient> keys = Map.of();

    @BeforeEach
    void aSecondSupplier() {
        SetUp.good(journey.admin.post(
                "/api/v1/catalog/skus",
                "{\"skus\": [{\"sku\": \"SHADE\", \"title\": \"Shade\", \"weightGrams\": 300}]}"));
        SetUp.good(journey.admin.put(
                "/api/v1/suppliers/other",
                journey.endpoint.definition().replace("\"name\": \"Acme\"", "\"name\": \"Other\"")));
        SetUp.good(journey.admin.post("/api/v1/catalog/offers", """
                {"offers": [{"sku": "SHADE", "supplier": "other", "supplierSku": "O-1", "unitCost": "3.00",
                             "currency": "EUR"}]}"""));
        SetUp.good(journey.admin.post("/api/v1/stock-feeds", """
                {"supplier": "other", "mode": "FULL", "sequence": 1, "rows": [{"supplierSku": "O-1", "quantity": 9}]}"""));
        keys = Map.of(
                "acme",
                journey.supplier(),
                "other",
                journey.admin.withKey(journey.admin
                        .post("/api/v1/suppliers/other/keys", "{\"name\": \"Other\"}")
                        .at("/key")));
    }

    @AfterEach
    void close() {
        journey.close();
    }

    /** Purchase orders by supplier, once each is sent. */
    private Map<String, String> bothSent() {
        Map<String, String> numbers = new TreeMap<>();
        journey.until(() -> {
            for (JsonNode one : journey.order(FIRST).path("purchaseOrders")) {
                if (one.path("state").asString("").equals("sent")) {
                    numbers.put(
                            one.path("supplier").asString(""),
                            one.path("number").asString(""));
                }
            }
            return numbers.size() == 2;
        });
        return numbers;
    }

    private void ship(Map<String, String> numbers, String supplier, String reference, String number, int units) {
        SetUp.good(Objects.requireNonNull(keys.get(supplier))
                .post("/api/v1/supplier/purchase-orders/" + numbers.get(supplier) + "/shipments", """
                {"reference": "%s", "shippedAt": "2026-03-02T10:00:00Z", "packages": [
                 {"carrier": "ups", "trackingNumber": "%s", "lines": [{"line": 1, "quantity": %d}]}]}""".formatted(
                                reference, number, units)));
    }

    private Map<String, String> sentOrder() {
        journey.buys(FIRST, "LAMP×2", "SHADE×1");
        journey.tellAll();
        journey.until(() -> journey.order(FIRST).path("purchaseOrders").size() == 2);
        journey.passGrace();
        return bothSent();
    }

    private JsonNode decision() {
        return journey.admin
                .get("/api/v1/orders/" + journey.at(FIRST, "/id") + "/decision")
                .json();
    }

    @Test
    @DisplayName("splitting a parcel re-prices delivery and charges twice (spree #14622, solidus #2318)")
    void twoSuppliersAndThreeParcelsCostTheCustomerWhatTheOrderSaid() {
        Map<String, String> numbers = sentOrder();
        JsonNode amounts = journey.order(FIRST).path("amounts");
        JsonNode decided = decision();
        assertThat(amounts.path("shipping").asString("")).isEqualTo("4.90");
        assertThat(decided.toString())
                .as("two parcels cost the merchant twice, and nobody else")
                .contains("shipping 9.80 EUR");

        ship(numbers, "acme", "S-1", "1Z5R89390357567127", 1);
        ship(numbers, "acme", "S-2", "1Z879E930346834440", 1);
        ship(numbers, "other", "S-3", "1Z410E7W0392751591", 1);

        journey.until(() -> journey.at(FIRST, "/state").equals("shipped"));
        assertThat(journey.order(FIRST).path("shipments")).hasSize(3);
        assertThat(journey.order(FIRST).path("amounts")).isEqualTo(amounts);
        assertThat(decision()).isEqualTo(decided);
    }

    @Test
    @DisplayName("one giant state machine mixing cart, payment, change and shipping (Vendure, 13 states)")
    void moneyGoodsAndCancellationEachMoveOnTheirOwnAxis() {
        Map<String, String> numbers = sentOrder();
        ship(numbers, "acme", "S-1", "1Z5R89390357567127", 2);
        assertThat(axes()).containsExactly("part_shipped", "paid", "");

        journey.tellChanged(FIRST, OrderShapeTrapsTest::refund);
        journey.until(() -> journey.at(FIRST, "/payment").equals("partially_refunded"));
        assertThat(axes()).as("money back moves no goods").containsExactly("part_shipped", "partially_refunded", "");

        ship(numbers, "other", "S-2", "1Z879E930346834440", 1);
        SetUp.good(journey.admin.post("/api/v1/scans", """
                {"scans": [{"carrier": "ups", "trackingNumber": "1Z5R89390357567127", "code": "DELIVERED",
                            "occurredAt": "2026-03-03T10:00:00Z"},
                           {"carrier": "ups", "trackingNumber": "1Z879E930346834440", "code": "DELIVERED",
                            "occurredAt": "2026-03-03T10:00:00Z"}]}"""));
        journey.until(() -> journey.at(FIRST, "/state").equals("delivered"));
        assertThat(axes())
                .as("goods that arrive settle no payment")
                .containsExactly("delivered", "partially_refunded", "");

        journey.tellChanged(FIRST, order -> {
            refund(order);
            order.put("cancelled_at", order.path("updated_at").asString()).put("cancel_reason", "customer");
        });
        journey.until(() -> !journey.at(FIRST, "/cancelReason").isEmpty());
        assertThat(axes())
                .as("a cancellation brings nothing back")
                .containsExactly("delivered", "partially_refunded", "cancelled in the store: customer");
    }

    private static void refund(ObjectNode order) {
        order.put("financial_status", "partially_refunded");
        ((ArrayNode) order.path("refunds"))
                .addObject()
                .put("id", 901)
                .put("created_at", order.path("updated_at").asString())
                .putArray("transactions")
                .addObject()
                .put("kind", "refund")
                .put("status", "success")
                .put("amount", "5.00");
    }

    private List<String> axes() {
        JsonNode order = journey.order(FIRST);
        return List.of(
                order.path("state").asString(""),
                order.path("payment").asString(""),
                order.path("cancelReason").asString(""));
    }
}
