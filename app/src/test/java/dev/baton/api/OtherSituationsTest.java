package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** More of what Baton does in the situations of the trade, each under its name. */
class OtherSituationsTest {

    private static final long FIRST = 5001;
    private static final long LAMP_LINE = FIRST * 10 + 1;

    private final ShopJourney journey = new ShopJourney(0);

    @AfterEach
    void close() {
        journey.close();
    }

    @Test
    @DisplayName(
            "12. Fulfilled by hand in the store, all of it: nothing goes out, and its unsent purchase order is withdrawn")
    void whatIsWhollyFulfilledByHandGoesToNobody() {
        journey.buys(FIRST, "LAMP×2");
        journey.tellAll();
        journey.planned(FIRST);
        journey.tellChanged(FIRST, order -> {
            ((ObjectNode) order.path("line_items").get(0)).put("fulfillable_quantity", 0);
            ObjectNode made = ((ArrayNode) order.path("fulfillments")).addObject();
            made.put("id", 802).put("status", "success").put("tracking_number", "BY-HAND-2");
            made.putArray("line_items").addObject().put("id", LAMP_LINE).put("quantity", 2);
        });

        journey.purchaseOrder(FIRST, "withdrawn");
        journey.passGrace();
        journey.buys(FIRST + 1, "BULB×1");
        journey.tellAll();
        journey.planned(FIRST + 1);
        journey.passGrace();
        journey.sent(FIRST + 1);
        assertThat(asked("LAMP")).isZero();
        assertThat(journey.at(FIRST, "/lines/0/quantities/delivered")).isEqualTo("2");
    }

    private int asked(String sku) {
        return journey.documents("purchase_order").stream()
                .flatMap(document -> document.path("lines").valueStream())
                .filter(line -> line.path("merchantSku").asString("").equals(sku))
                .mapToInt(line -> line.path("quantity").intValue())
                .sum();
    }

    @Test
    @DisplayName("12. One tracking number on two orders is allowed and shown")
    void oneTrackingNumberOnTwoOrdersIsAllowed() {
        journey.buys(FIRST, "LAMP×1");
        journey.buys(FIRST + 1, "BULB×1");
        journey.tellAll();
        journey.planned(FIRST);
        journey.planned(FIRST + 1);
        journey.passGrace();

        for (long order : List.of(FIRST, FIRST + 1)) {
            journey.answer(journey.sent(order), "shipments", shipment("S-" + order));
        }

        for (long order : List.of(FIRST, FIRST + 1)) {
            assertThat(journey.at(order, "/shipments/0/packages/0/trackingNumber"))
                    .isEqualTo("1Z5R89390357567127");
            assertThat(journey.at(order, "/state")).isEqualTo("shipped");
        }
        SetUp.good(journey.admin.post("/api/v1/scans", """
                {"scans": [{"carrier": "ups", "trackingNumber": "1Z5R89390357567127", "code": "DELIVERED",
                            "occurredAt": "2026-03-03T10:00:00Z"}]}"""));
        for (long order : List.of(FIRST, FIRST + 1)) {
            journey.until(() -> journey.at(order, "/state").equals("delivered"));
            String own = order == FIRST ? "Title of LAMP" : "Title of BULB";
            assertThat(journey.customersPage((int) (order - 4000), "en")
                            .select("[data-parcel=1Z5R89390357567127]")
                            .text())
                    .contains("Delivered", own)
                    .doesNotContain(order == FIRST ? "Title of BULB" : "Title of LAMP");
        }
    }

    private static String shipment(String reference) {
        return """
                {"reference": "%s", "shippedAt": "2026-03-02T10:00:00Z", "packages": [
                 {"carrier": "ups", "trackingNumber": "1Z5R89390357567127",
                  "lines": [{"line": 1, "quantity": 1}]}]}""".formatted(reference);
    }
}
