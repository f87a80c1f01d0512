package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.world.story.Address;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What Baton does in the situations of the trade, each under its name, with a store and a supplier outside. */
class SituationsTest {

    private static final long FIRST = 5001;
    private static final long LAMP_LINE = FIRST * 10 + 1;

    private ShopJourney journey = new ShopJourney(0);

    @AfterEach
    void close() {
        journey.close();
    }

    private int asked(String sku) {
        return journey.documents("purchase_order").stream()
                .flatMap(document -> document.path("lines").valueStream())
                .filter(line -> line.path("merchantSku").asString("").equals(sku))
                .mapToInt(line -> line.path("quantity").intValue())
                .sum();
    }

    @Test
    @DisplayName("Key of an order: webhook, poll and API copies of one order meet in one row")
    void copiesOfOneOrderMeetInOneRow() {
        journey.close();
        journey = new ShopJourney(60);
        journey.buys(FIRST, "LAMP×2");

        journey.until(() -> {
            journey.pass(Duration.ofSeconds(61));
            return !journey.order(FIRST).isEmpty();
        });
        journey.tellAll();
        ApiClient.Reply copy = journey.admin.send("POST", "/api/v1/orders", """
                {"store": "main", "id": "5001", "name": "#1001", "currency": "EUR", "paid": true,
                 "updatedAt": "2026-01-01T00:00:00Z", "customer": {"name": "Erika Muster", "email": "erika@example.org"},
                 "shipTo": {"name": "Erika Muster", "line1": "Torstr. 1", "city": "Berlin", "postcode": "10115",
                            "countryCode": "DE"},
                 "lines": [{"id": "50011", "sku": "LAMP", "title": "Lamp", "quantity": 2, "unitPrice": "30.00"}]}""", Map.of("Idempotency-Key", "copy"));
        journey.passGrace();
        journey.sent(FIRST);

        assertThat(copy.at("/id")).as(copy.text()).isEqualTo(journey.at(FIRST, "/id"));
        assertThat(journey.admin.get("/api/v1/orders").json().path("items")).hasSize(1);
        assertThat(journey.documents("purchase_order")).hasSize(1);
        assertThat(asked("LAMP")).isEqualTo(2);
    }

    private static ObjectNode refunded(ObjectNode order, String restock, int units, String amount) {
        order.put("financial_status", "partially_refunded");
        ObjectNode refund = ((tools.jackson.databind.node.ArrayNode) order.path("refunds"))
                .addObject()
                .put("id", 901)
                .put("created_at", order.path("updated_at").asString());
        refund.putArray("transactions")
                .addObject()
                .put("kind", "refund")
                .put("status", "success")
                .put("amount", amount);
        if (units > 0) {
            refund.putArray("refund_line_items")
                    .addObject()
                    .put("line_item_id", LAMP_LINE)
                    .put("quantity", units)
                    .put("restock_type", restock)
                    .put("subtotal", amount)
                    .put("total_tax", "0.00");
            ObjectNode line = (ObjectNode) order.path("line_items").get(0);
            line.put("current_quantity", line.path("quantity").intValue() - units);
            line.put("fulfillable_quantity", line.path("quantity").intValue() - units);
        }
        return order;
    }

    @ParameterizedTest
    @CsvSource({"cancel, 2", "return, 3"})
    @DisplayName("3. The store refunds in part, before the send: cancel takes units off, return is money only")
    void aPartlyRefundedOrderIsSentWithoutWhatWasCancelled(String restock, int sent) {
        journey.buys(FIRST, "LAMP×3");
        journey.tellAll();
        journey.tellChanged(FIRST, order -> refunded(order, restock, 1, "30.00"));
        journey.until(() -> journey.at(FIRST, "/payment").equals("partially_refunded"));

        journey.passGrace();
        journey.sent(FIRST);

        assertThat(asked("LAMP")).isEqualTo(sent);
        assertThat(journey.holds()).doesNotContain("REFUNDED");
    }

    @ParameterizedTest
    @CsvSource({"no_restock, 1", "none, 0"})
    @DisplayName("3. The store refunds in part, no restock or amount only: \"refunded, ship anyway?\"")
    void moneyBackWithoutAWordOnTheGoodsIsAQuestion(String restock, int units) {
        journey.buys(FIRST, "LAMP×3");
        journey.tellAll();
        journey.planned(FIRST);
        journey.tellChanged(FIRST, order -> refunded(order, restock, units, "30.00"));
        journey.until(() -> journey.holds().contains("REFUNDED_SHIP_ANYWAY"));

        journey.passGrace();
        journey.purchaseOrder(FIRST, "withdrawn");
        assertThat(journey.documents("purchase_order")).isEmpty();
        assertThat(journey.holds()).contains("Refunded, ship anyway?");

        String hold = journey.admin.get("/api/v1/holds?state=open").at("/items/0/id");
        SetUp.good(journey.admin.post("/api/v1/holds/" + hold + "/release", "{\"note\": \"a present\"}"));
        journey.passGrace();
        journey.until(() -> asked("LAMP") == 3);
    }

    @Test
    @DisplayName("3. A fully refunded order is never sent")
    void aFullyRefundedOrderIsNeverSent() {
        journey.buys(FIRST, "LAMP×3");
        journey.tellAll();
        journey.planned(FIRST);
        journey.tellChanged(
                FIRST, order -> refunded(order, "no_restock", 3, "94.90").put("financial_status", "refunded"));
        journey.until(() -> journey.at(FIRST, "/state").equals("cancelled"));

        journey.buys(FIRST + 1, "BULB×1");
        journey.tellAll();
        journey.planned(FIRST + 1);
        journey.passGrace();
        journey.sent(FIRST + 1);

        assertThat(asked("LAMP")).isZero();
    }

    @Test
    @DisplayName("4. An order edited in the store before the send: it is planned anew")
    void anEditBeforeTheSendIsPlannedAnew() {
        journey.buys(FIRST, "LAMP×3", "BULB×1");
        journey.tellAll();
        journey.planned(FIRST);
        journey.pass(Duration.ofSeconds(2));
        journey.shop.removeUnits(FIRST, LAMP_LINE, 1);
        journey.shop.moveTo(FIRST, moved());
        journey.tellAll();
        journey.until(() -> journey.at(FIRST, "/lines/0/quantities/cancelled").equals("1"));

        journey.passGrace();
        journey.until(() -> asked("BULB") == 1);

        assertThat(asked("LAMP")).isEqualTo(2);
        assertThat(journey.documents("purchase_order"))
                .extracting(document -> document.at("/shipTo/line1").asString())
                .containsOnly("Torstr. 99");
        assertThat(journey.order(FIRST).path("deliveries")).isEmpty();
    }

    private static Address moved() {
        return ShopJourney.BERLIN.withLine1("Torstr. 99");
    }

    @Test
    @DisplayName("4. An order edited in the store after the send: the supplier is asked one question after the other")
    void anEditAfterTheSendIsAsked() {
        journey.buys(FIRST, "LAMP×3", "BULB×1");
        journey.tellAll();
        journey.planned(FIRST);
        journey.passGrace();
        String number = journey.sent(FIRST);

        journey.shop.removeUnits(FIRST, LAMP_LINE, 1);
        journey.tellAll();
        journey.until(() -> !journey.documents("purchase_order.cancellation").isEmpty());
        journey.pass(Duration.ofSeconds(2));
        journey.shop.moveTo(FIRST, moved());
        journey.tellAll();
        journey.until(() -> journey.at(FIRST, "/deliveries/0/state").equals("planned"));

        JsonNode question = journey.documents("purchase_order.cancellation").getFirst();
        assertThat(question.path("number").asString()).isEqualTo(number);
        assertThat(question.path("lines"))
                .singleElement()
                .satisfies(line -> assertThat(line.path("quantity").intValue()).isOne());
        assertThat(journey.documents("purchase_order.amendment")).isEmpty();
        journey.answer(
                number,
                "cancellation-answer",
                "{\"cancellationId\": \"" + question.path("cancellationId").asString() + "\", \"accepted\": true}");
        journey.pass(Duration.ofMinutes(1));
        journey.until(() -> !journey.documents("purchase_order.amendment").isEmpty());
        assertThat(journey.documents("purchase_order.amendment")
                        .getFirst()
                        .at("/shipTo/line1")
                        .asString())
                .isEqualTo("Torstr. 99");
        assertThat(journey.documents("purchase_order")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("11. The customer orders twice: the second is held with its stock claimed; send both, or cancel")
    void theSecondOfTwoLikeOrdersIsHeld(boolean sendBoth) {
        journey.buys(FIRST, "LAMP×2");
        journey.tellAll();
        journey.planned(FIRST);
        journey.pass(Duration.ofHours(1));
        journey.buys(FIRST + 1, "LAMP×2");
        journey.tellAll();
        journey.until(() -> journey.holds().contains("POSSIBLE_DUPLICATE"));
        journey.passGrace();
        journey.sent(FIRST);

        assertThat(journey.holds()).contains("Possible duplicate of #1001");
        assertThat(asked("LAMP")).isEqualTo(2);
        assertThat(sellable()).isEqualTo(35);
        if (sendBoth) {
            String hold = journey.admin.get("/api/v1/holds?state=open").at("/items/0/id");
            SetUp.good(journey.admin.post("/api/v1/holds/" + hold + "/release", "{\"note\": \"both are meant\"}"));
            journey.passGrace();
            journey.until(() -> asked("LAMP") == 4);
            assertThat(sellable()).isEqualTo(35);
        } else {
            String id = journey.at(FIRST + 1, "/id");
            SetUp.good(journey.admin.post("/api/v1/orders/" + id + "/cancel", "{\"reason\": \"ordered twice\"}"));
            journey.until(() -> journey.at(FIRST + 1, "/state").equals("cancelled"));
            assertThat(sellable()).isEqualTo(37);
            assertThat(journey.holds()).doesNotContain("POSSIBLE_DUPLICATE");
        }
    }

    /** Of 40 lamps, one kept back as a buffer. */
    private int sellable() {
        return Integer.parseInt(journey.admin.get("/api/v1/stock/LAMP").at("/available"));
    }

    @Test
    @DisplayName("12. Fulfilled by hand in the store: those units are closed, unsent purchase orders cancelled")
    void whatIsFulfilledByHandIsNotSentAgain() {
        journey.buys(FIRST, "LAMP×2", "BULB×1");
        journey.tellAll();
        journey.planned(FIRST);
        journey.tellChanged(FIRST, order -> {
            ObjectNode line = (ObjectNode) order.path("line_items").get(0);
            line.put("fulfillable_quantity", 0);
            ObjectNode made = ((tools.jackson.databind.node.ArrayNode) order.path("fulfillments")).addObject();
            made.put("id", 801).put("status", "success").put("tracking_number", "BY-HAND-1");
            made.putArray("line_items").addObject().put("id", LAMP_LINE).put("quantity", 2);
        });
        journey.until(() -> journey.at(FIRST, "/lines/0/quantities/delivered").equals("2"));

        journey.passGrace();
        journey.until(() -> asked("BULB") == 1);

        assertThat(asked("LAMP")).isZero();
    }

    @Test
    @DisplayName(
            "7. Two parcels, one lost: the order reads part delivered, the page says which one, and it may turn up")
    void oneOfTwoParcelsIsLost() {
        journey.buys(FIRST, "LAMP×1", "BULB×1");
        journey.tellAll();
        journey.planned(FIRST);
        journey.passGrace();
        String number = journey.sent(FIRST);
        journey.answer(number, "shipments", parcel("S-1", "1Z5R89390357567127", 1));
        journey.answer(number, "shipments", parcel("S-2", "1Z999AA10123456784", 2));
        ApiClient.Reply scanned = journey.admin.post("/api/v1/scans", """
                {"scans": [{"carrier": "ups", "trackingNumber": "1Z5R89390357567127", "code": "DELIVERED",
                            "occurredAt": "2026-03-03T10:00:00Z"}]}""");
        SetUp.good(scanned);
        journey.until(() -> journey.at(FIRST, "/lines/0/quantities/delivered").equals("1"));
        String id = journey.at(FIRST, "/shipments/1/packages/0/id");

        ApiClient.Reply lost = journey.admin.post(
                "/api/v1/parcels/" + id + "/lost", "{\"because\": \"CARRIER\", \"note\": \"claim 4711\"}");

        assertThat(lost.at("/lost")).as(lost.text()).isEqualTo("true");
        assertThat(journey.at(FIRST, "/lines/1/quantities/lost")).isEqualTo("1");
        assertThat(journey.at(FIRST, "/shipments/1/packages/0/lostAt")).isNotEmpty();
        assertThat(journey.tasks()).contains("tracking.lost");
        var page = journey.customersPage(1001, "en");
        assertThat(page.select("h1").text()).isEqualTo("Part of your order has arrived");
        assertThat(page.select("[data-parcel=1Z999AA10123456784]").text())
                .contains("Lost on its way", "Title of BULB")
                .doesNotContain("4711");
        assertThat(page.select("[data-parcel=1Z5R89390357567127]").text()).doesNotContain("Lost");
        assertThat(journey.customersPage(1001, "de")
                        .select("[data-parcel=1Z999AA10123456784]")
                        .text())
                .contains("Unterwegs verloren");
        ApiClient.Reply found = journey.admin.post("/api/v1/parcels/" + id + "/found", "{}");
        assertThat(found.at("/lost")).isEqualTo("false");
        assertThat(journey.at(FIRST, "/lines/1/quantities/shipped")).isEqualTo("1");
        assertThat(journey.tasks()).doesNotContain("tracking.lost");
        assertThat(journey.admin.post("/api/v1/parcels/" + id + "/lost", "{}").at("/field"))
                .isEqualTo("because");
        assertThat(journey.admin
                        .withScopes("read")
                        .post("/api/v1/parcels/" + id + "/lost", "{\"because\": \"CARRIER\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("12. Accept tapped by mistake: undo until shipped")
    void anAcceptByMistakeIsUndoneUntilShipped() {
        journey.buys(FIRST, "LAMP×1");
        journey.tellAll();
        journey.planned(FIRST);
        journey.passGrace();
        String number = journey.sent(FIRST);
        String accept = """
                {"reference": "%s", "lines": [{"line": 1, "action": "ACCEPT", "quantity": 1}]}""";
        journey.answer(number, "acknowledgement", accept.formatted("A-1"));
        assertThat(journey.at(FIRST, "/lines/0/quantities/accepted")).isEqualTo("1");

        journey.answer(number, "answer-undo", "{}");

        assertThat(journey.at(FIRST, "/lines/0/quantities/sent")).isEqualTo("1");
        journey.answer(number, "acknowledgement", accept.formatted("A-2"));
        journey.answer(number, "shipments", RecallSituationsTest.shipment("S-1"));
        ApiClient.Reply late =
                journey.supplier().post("/api/v1/supplier/purchase-orders/" + number + "/answer-undo", "{}");
        assertThat(late.at("/code")).isEqualTo("ALREADY_SHIPPED");
    }

    private static String parcel(String reference, String tracking, int line) {
        return """
                {"reference": "%s", "shippedAt": "2026-03-02T10:00:00Z", "packages": [
                 {"carrier": "ups", "trackingNumber": "%s",
                  "lines": [{"line": %d, "quantity": 1}]}]}""".formatted(reference, tracking, line);
    }
}
