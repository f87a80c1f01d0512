package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order's way by HTTP alone: in, to the supplier, back, and out of trouble. */
class OrderCallsTest {

    private static final String ORDER = """
            {"store": "wholesale", "id": "W-1", "name": "#W1", "currency": "EUR", "paid": true,
             "customer": {"name": "Erika Muster", "email": "erika@example.org", "phone": null, "locale": "de"},
             "shipTo": {"name": "Erika Muster", "line1": "Torstr. 1", "city": "Berlin", "postcode": "10115",
                        "countryCode": "DE"},
             "lines": [{"id": "1", "sku": "LAMP", "title": "Lamp", "quantity": 2, "unitPrice": "30.00"},
                       {"id": "2", "sku": "SET", "title": "Lamp with bulb", "quantity": 1, "unitPrice": "31.00"}],
             "shipMethod": "standard", "giftMessage": "Happy birthday"}""";

    private final ApiClient admin = ApiClient.admin();
    private final SupplierEndpoint endpoint = new SupplierEndpoint();

    @BeforeEach
    void openTheShop() {
        SetUp.shop(admin);
        SetUp.good(admin.put("/api/v1/suppliers/acme", endpoint.definition()));
    }

    @AfterEach
    void close() {
        endpoint.close();
    }

    private ApiClient.Reply send(String body, String key) {
        return admin.send("POST", "/api/v1/orders", body, Map.of("Idempotency-Key", key));
    }

    private String placed() {
        ApiClient.Reply reply = send(ORDER, "key-1");
        assertThat(reply.status()).as(reply.text()).isIn(201, 202);
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> admin.get("/api/v1/orders?store=wholesale&storeOrderId=W-1")
                                .at("/items/0/id"),
                        id -> !id.isEmpty());
    }

    private ApiClient.Reply order(String id) {
        return admin.get("/api/v1/orders/" + id);
    }

    /** The number of the purchase order, once the supplier has it. */
    private String sent(String id) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> order(id).at("/purchaseOrders/0/state"), state -> state.equals("sent"));
        return order(id).at("/purchaseOrders/0/number");
    }

    private ApiClient acme() {
        return admin.withKey(admin.post("/api/v1/suppliers/acme/keys", "{\"name\": \"Acme\"}")
                .at("/key"));
    }

    @Test
    void bringsAnOrderToTheSupplierAndTheGoodsToTheCustomer() {
        String id = placed();
        String number = sent(id);
        assertThat(endpoint.documents().getFirst().at("/number").asString()).isEqualTo(number);
        String path = "/api/v1/supplier/purchase-orders/" + number;
        ApiClient acme = acme();

        assertThat(acme.get("/api/v1/supplier/purchase-orders?state=open").at("/items/0/number"))
                .isEqualTo(number);
        assertThat(acme.get(path).at("/document/giftMessage")).isEqualTo("Happy birthday");
        String answer = """
                {"reference": "A-1", "lines": [{"line": 1, "action": "accept", "quantity": 2},
                                               {"line": 2, "action": "accept", "quantity": 1},
                                               {"line": 3, "action": "accept", "quantity": 1}]}""";
        assertThat(acme.post(path + "/acknowledgement", answer).at("/state")).isEqualTo("acknowledged");
        assertThat(acme.post(path + "/acknowledgement", answer).at("/replayed")).isEqualTo("true");
        String notice = """
                {"reference": "S-1", "shippedAt": "2026-03-02T10:00:00Z", "packages": [
                 {"carrier": "ups", "trackingNumber": "1Z5R89390357567127", "weightGrams": 2750,
                  "lines": [{"line": 1, "quantity": 2}, {"line": 2, "quantity": 1}, {"line": 3, "quantity": 1}]}]}""";
        ApiClient.Reply shipped = acme.post(path + "/shipments", notice);
        assertThat(shipped.status()).as(shipped.text()).isEqualTo(201);
        assertThat(acme.post(path + "/shipments", notice).status()).isEqualTo(200);
        String scans = """
                {"scans": [{"carrier": "ups", "trackingNumber": "1Z5R89390357567127", "code": "DELIVERED",
                            "occurredAt": "2026-03-03T10:00:00Z"}]}""";
        assertThat(admin.post("/api/v1/scans", scans).at("/recorded")).isEqualTo("1");
        assertThat(admin.post("/api/v1/scans", scans).at("/duplicates")).isEqualTo("1");

        await().atMost(Duration.ofSeconds(20)).until(() -> order(id).at("/state"), state -> state.equals("delivered"));
        ApiClient.Reply whole = order(id);
        assertThat(whole.at("/lines/0/quantities/delivered")).isEqualTo("2");
        assertThat(whole.at("/lines/1/quantities/delivered")).isEqualTo("1");
        assertThat(whole.at("/lines/1/parts/1/sku")).isEqualTo("BULB");
        assertThat(whole.at("/shipments/0/packages/0/state")).isEqualTo("delivered");
        ApiClient.Reply status = admin.get("/api/v1/status");
        assertThat(status.at("/orders")).isEqualTo("1");
        assertThat(status.at("/delivered")).isEqualTo("1");
        assertThat(status.at("/transmissions")).isEqualTo("1");
    }

    @Test
    void stopsAnOrderThatIsNotSentUntilSomebodyReleasesIt() {
        SetUp.good(admin.put(
                "/api/v1/suppliers/acme", endpoint.definition().replace("\"live\": true", "\"live\": false")));
        String id = placed();

        ApiClient.Reply stopped = admin.post("/api/v1/orders/" + id + "/stop", "{\"reason\": \"The customer called\"}");
        ApiClient.Reply again = admin.post("/api/v1/orders/" + id + "/stop", "{\"reason\": \"The customer called\"}");

        assertThat(stopped.at("/holdId")).as(stopped.text()).isNotEmpty();
        assertThat(stopped.at("/order/holds/0/kind")).isEqualTo("STOPPED_BY_HAND");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.at("/order/holds/1/kind")).as("one hold").isEmpty();
        assertThat(admin.post("/api/v1/orders/" + id + "/stop", "{\"reason\": \"\"}")
                        .at("/field"))
                .isEqualTo("reason");
        assertThat(admin.post("/api/v1/orders/" + UUID.randomUUID() + "/stop", "{\"reason\": \"x\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void answersTheSameForTheSameKeyAndBodyAndRefusesAnother() {
        placed();

        ApiClient.Reply again = send(ORDER, "key-1");
        ApiClient.Reply other = send(ORDER.replace("\"quantity\": 2", "\"quantity\": 3"), "key-1");

        assertThat(again.status()).isEqualTo(201);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.at("/code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(admin.get("/api/v1/orders").json().at("/items")).hasSize(1);
    }

    @Test
    void refusesAnOrderByTheFieldAtFault() {
        assertThat(send(ORDER.replace("\"quantity\": 2", "\"quantity\": 0"), "k")
                        .status())
                .isEqualTo(422);
        assertThat(send(ORDER.replace("wholesale", "nowhere"), "k").at("/field"))
                .isEqualTo("store");
        assertThat(send("[", "k").status()).isEqualTo(400);
        assertThat(send(ORDER.replace("\"paid\"", "\"payed\""), "k").at("/field"))
                .isEqualTo("payed");
        assertThat(send(ORDER.replace("\"30.00\"", "30"), "k").at("/field")).isEqualTo("lines[0].unitPrice");
        assertThat(admin.post("/api/v1/orders", ORDER).at("/field")).isEqualTo("Idempotency-Key");
    }

    @Test
    void writesAFieldsNameInARefusalAsTheCallerWroteIt() {
        assertThat(send(ORDER.replace("\"quantity\": 2", "\"quantity\": 0"), "k")
                        .at("/detail"))
                .startsWith("lines[0].quantity must be");
    }

    @Test
    void saysWhatBecameOfAnIntakeAndKnowsNoOther() {
        assertThat(admin.get("/api/v1/intakes/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void explainsTheDecisionAndTellsTheStory() {
        String id = placed();
        sent(id);

        assertThat(admin.get("/api/v1/orders/" + id + "/decision").at("/decisions/0/words/0"))
                .contains("Acme ships");
        assertThat(admin.get("/api/v1/orders/" + id + "/timeline").text()).contains("PlaceOrders", "BeginSending");
    }

    @Test
    void findsOrdersByWhatTheyAreKnownBy() {
        String id = placed();
        String number = order(id).at("/number");

        assertThat(admin.get("/api/v1/orders?number=" + number).at("/items/0/id"))
                .isEqualTo(id);
        assertThat(admin.get("/api/v1/orders?state=cancelled").json().at("/items"))
                .isEmpty();
        assertThat(admin.get("/api/v1/orders?store=nowhere").at("/field")).isEqualTo("store");
        assertThat(admin.get("/api/v1/orders/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(admin.get("/api/v1/orders/17").at("/field")).isEqualTo("id");
    }

    @Test
    void asksTheSupplierBeforeItCancelsWhatWasSent() {
        String id = placed();
        String number = sent(id);

        ApiClient.Reply cancelled = admin.post("/api/v1/orders/" + id + "/cancel", "{\"reason\": \"changed my mind\"}");
        assertThat(cancelled.at("/asked")).as(cancelled.text()).isEqualTo("4");
        await().atMost(Duration.ofSeconds(20)).until(() -> endpoint.documents().size() > 1);
        String question = endpoint.documents().getLast().at("/cancellationId").asString();
        ApiClient.Reply replied = acme().post(
                        "/api/v1/supplier/purchase-orders/" + number + "/cancellation-answer",
                        "{\"cancellationId\": \"" + question + "\", \"accepted\": true}");

        assertThat(replied.at("/state")).as(replied.text()).isEqualTo("agreed");
        assertThat(order(id).at("/state")).isEqualTo("cancelled");
    }

    @Test
    void refusesToCancelWhatIsNotThere() {
        String path = "/api/v1/orders/" + placed() + "/cancel";

        assertThat(admin.post(path, "{\"reason\": \" \"}").at("/field")).isEqualTo("reason");
        assertThat(admin.post(path, "{\"reason\": \"x\", \"lines\": []}").at("/field"))
                .isEqualTo("lines");
        assertThat(admin.post(path, "{\"reason\": \"x\", \"lines\": [{\"line\": \"9\", \"quantity\": 1}]}")
                        .at("/field"))
                .isEqualTo("lines[0].line");
        assertThat(admin.post(path, "{\"reason\": \"x\", \"lines\": [{\"line\": \"1\", \"quantity\": 0}]}")
                        .at("/field"))
                .isEqualTo("lines[0].quantity");
    }

    @Test
    void listsHoldsAndReleasesThem() {
        SetUp.good(send(ORDER.replace("LAMP", "NOBODY-KNOWS-IT"), "key-2"));
        String hold = await().atMost(Duration.ofSeconds(20))
                .until(() -> admin.get("/api/v1/holds?state=open").at("/items/0/id"), id -> !id.isEmpty());

        ApiClient.Reply list = admin.get("/api/v1/holds?state=open");
        assertThat(list.at("/items/0/kind")).isEqualTo("UNKNOWN_SKU");
        assertThat(list.at("/items/0/storeOrderId")).isEqualTo("W-1");
        assertThat(admin.post("/api/v1/holds/" + hold + "/release", "{\"note\": \"\"}")
                        .at("/field"))
                .isEqualTo("note");
        ApiClient.Reply released = admin.post("/api/v1/holds/" + hold + "/release", "{\"note\": \"seen\"}");
        assertThat(released.at("/storeOrderId")).as(released.text()).isEqualTo("W-1");
        assertThat(admin.post("/api/v1/holds/" + UUID.randomUUID() + "/release", "{\"note\": \"x\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void parksWhatASupplierRefusesUntilAPersonSendsItAgain() {
        String words = "{\"error\": \"unknown sku LAMP\"}";
        endpoint.answerWith(400, words);
        placed();
        String parked = await().atMost(Duration.ofSeconds(20))
                .until(() -> admin.get("/api/v1/transmissions?state=parked").at("/items/0/id"), id -> !id.isEmpty());
        assertThat(admin.get("/api/v1/tasks").json().at("/items")).isNotEmpty();
        String path = "/api/v1/transmissions/" + parked;
        assertThat(admin.get(path).at("/attempts/0/httpStatus")).isEqualTo("400");
        assertThat(admin.get(path + "/document").json())
                .isEqualTo(endpoint.documents().getFirst());
        assertThat(admin.get(path + "/attempts/1/reply").text()).isEqualTo(words);
        assertThat(admin.get(path + "/attempts/7/reply").status()).isEqualTo(404);

        endpoint.answerWith(200);
        assertThat(admin.post("/api/v1/transmissions/" + parked + "/resend", "{}")
                        .status())
                .isEqualTo(202);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> admin.get("/api/v1/transmissions?state=sent").at("/items/0/id"), parked::equals);
        assertThat(admin.post("/api/v1/transmissions/" + UUID.randomUUID() + "/resend", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(admin.get("/api/v1/transmissions?state=lost").at("/field")).isEqualTo("state");
        assertThat(admin.get("/api/v1/transmissions/" + UUID.randomUUID() + "/document")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void showsASupplierNothingOfAnother() {
        String number = sent(placed());
        SetUp.good(admin.put("/api/v1/suppliers/other", SetUp.SUPPLIER));
        ApiClient other = admin.withKey(admin.post("/api/v1/suppliers/other/keys", "{\"name\": \"Other\"}")
                .at("/key"));

        assertThat(other.get("/api/v1/supplier/purchase-orders?state=all")
                        .json()
                        .at("/items"))
                .isEmpty();
        assertThat(other.get("/api/v1/supplier/purchase-orders/" + number).at("/code"))
                .isEqualTo("UNKNOWN_PURCHASE_ORDER");
        assertThat(other.get("/api/v1/supplier/purchase-orders?state=some").at("/field"))
                .isEqualTo("state");
        assertThat(admin.get("/api/v1/supplier/purchase-orders").status()).isEqualTo(403);
    }

    @Test
    void refusesAnswersNobodyAskedFor() {
        String path = "/api/v1/supplier/purchase-orders/" + sent(placed());
        ApiClient acme = acme();

        assertThat(acme.post(
                                path + "/acknowledgement",
                                "{\"reference\": \"A\", \"lines\": [{\"line\": 9, \"action\": \"accept\", \"quantity\": 1}]}")
                        .at("/code"))
                .isEqualTo("UNKNOWN_LINE");
        assertThat(acme.post(
                                path + "/acknowledgement",
                                "{\"reference\": \"A\", \"lines\": [{\"line\": 1, \"action\": \"maybe\", \"quantity\": 1}]}")
                        .at("/field"))
                .isEqualTo("lines[0].action");
        assertThat(acme.post(
                                path + "/cancellation-answer",
                                "{\"cancellationId\": \"" + UUID.randomUUID() + "\", \"accepted\": true}")
                        .at("/code"))
                .isEqualTo("UNKNOWN_CANCELLATION");
        assertThat(acme.post(
                                "/api/v1/supplier/purchase-orders/none-1/shipments",
                                "{\"reference\": \"S\", \"shippedAt\": \"2026-03-02T10:00:00Z\", \"packages\": [{\"carrier\": \"\","
                                        + " \"trackingNumber\": \"\", \"lines\": [{\"line\": 1, \"quantity\": 1}]}]}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void asksASupplierToLeaveItToOthersAndSaysBeforehandThatItWould() {
        String number = sent(placed());
        String path = "/api/v1/purchase-orders/" + number + "/give-to-others";

        ApiClient.Reply preview = admin.get(path);
        assertThat(preview.at("/road")).isEqualTo("asks_first");
        int units = Integer.parseInt(preview.at("/units"));
        assertThat(units).isPositive();
        assertThat(admin.post(path, "{\"reason\": \"silent\", \"road\": \"at_once\"}")
                        .status())
                .as("another road than was shown")
                .isEqualTo(409);
        assertThat(admin.post(path, "{\"reason\": \"silent\", \"road\": \"by air\"}")
                        .at("/field"))
                .isEqualTo("road");
        ApiClient.Reply given = admin.post(path, "{\"reason\": \"silent\"}");
        assertThat(given.at("/road")).isEqualTo("asks_first");
        assertThat(admin.post(path, "{\"reason\": \"silent\"}").at("/units"))
                .as("sent twice it is one question")
                .isEqualTo(given.at("/units"));
        ApiClient.Reply one = admin.get("/api/v1/purchase-orders/" + number);
        assertThat(one.at("/purchaseOrder/cancellations/0/state")).isEqualTo("open");
        assertThat(one.at("/purchaseOrder/cancellations/1/state")).isEmpty();
        assertThat(given.at("/units")).isEqualTo(String.valueOf(units));
        ApiClient.Reply order = admin.get("/api/v1/orders/" + given.at("/orderId"));
        assertThat(order.at("/allocations/0/rerouteAsked")).isEqualTo(order.at("/allocations/0/quantity"));
        assertThat(order.at("/allocations/0/cancelAsked")).isEqualTo("0");
        assertThat(admin.get("/api/v1/purchase-orders/none/give-to-others").status())
                .isEqualTo(404);
    }

    @Test
    void readsAPurchaseOrderWithWhatWasSentAboutIt() {
        String number = sent(placed());

        ApiClient.Reply one = admin.get("/api/v1/purchase-orders/" + number);
        assertThat(one.at("/purchaseOrder/state")).isEqualTo("sent");
        assertThat(one.at("/transmissions/0/attempts/0/httpStatus")).isEqualTo("200");
        assertThat(admin.get("/api/v1/purchase-orders?state=sent").at("/items/0/number"))
                .isEqualTo(number);
        assertThat(admin.get("/api/v1/purchase-orders?state=nope").at("/field")).isEqualTo("state");
        assertThat(admin.get("/api/v1/purchase-orders/none").status()).isEqualTo(404);
        assertThat(one.at("/purchaseOrder/sendBy")).isEmpty();
        assertThat(admin.post("/api/v1/purchase-orders/" + number + "/reroute", "{\"reason\": \"no\"}")
                        .status())
                .as("the supplier has it")
                .isEqualTo(409);
        assertThat(admin.post("/api/v1/purchase-orders/none/reroute", "{\"reason\": \"no\"}")
                        .status())
                .isEqualTo(404);
        assertThat(one.at("/purchaseOrder/lateToSend")).isEqualTo("false");
        assertThat(admin.get("/api/v1/purchase-orders?lateToSend=true").at("/items/0/number"))
                .isEmpty();
    }
}
