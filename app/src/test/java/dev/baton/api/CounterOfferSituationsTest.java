package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Situation 10 from the door: a supplier acknowledges at another cost than it was asked. A lamp costs 12.5025. */
class CounterOfferSituationsTest {

    private static final long ORDER = 5001;

    private final ShopJourney journey = new ShopJourney(0);
    private String number = "";

    @BeforeEach
    void sendThreeLamps() {
        journey.buys(ORDER, "LAMP×3", "BULB×1");
        journey.tellAll();
        journey.planned(ORDER);
        journey.passGrace();
        number = journey.sent(ORDER);
    }

    @AfterEach
    void close() {
        journey.close();
    }

    private static String accepts(String reference, String unitCost) {
        return """
                {"reference": "%s", "currency": "EUR", "lines": [
                 {"line": 1, "action": "ACCEPT", "quantity": 3, "unitCost": "%s"},
                 {"line": 2, "action": "ACCEPT", "quantity": 1}]}""".formatted(reference, unitCost);
    }

    private ApiClient.Reply acknowledge(String reference, String unitCost) {
        return journey.answer(number, "acknowledgement", accepts(reference, unitCost));
    }

    private ApiClient.Reply tried(String body) {
        return journey.supplier().post("/api/v1/supplier/purchase-orders/" + number + "/acknowledgement", body);
    }

    private ApiClient.Reply purchaseOrder() {
        return journey.admin.get("/api/v1/purchase-orders/" + number);
    }

    private String cost() {
        return purchaseOrder().at("/purchaseOrder/lines/0/unitCost");
    }

    private String open() {
        return journey.admin.get("/api/v1/counter-offers?state=open").at("/items/0/counterOffer/counterOfferId");
    }

    private ApiClient.Reply decide(String id, String choice) {
        return journey.admin.post(
                "/api/v1/counter-offers/" + id + "/decide", "{\"choice\": \"" + choice + "\", \"reason\": null}");
    }

    private List<JsonNode> told() {
        return journey.documents("purchase_order.price");
    }

    /** Of 40 lamps, one kept back as a buffer. */
    private String sellable() {
        return journey.admin.get("/api/v1/stock/LAMP").at("/available");
    }

    private ApiClient.Reply terms(String body) {
        return journey.admin.put("/api/v1/suppliers/acme/price-terms", body);
    }

    @Test
    @DisplayName("10. The cost that was asked is no news")
    void theSameCostSaysNothing() {
        ApiClient.Reply reply = acknowledge("A-1", "12.5025");

        assertThat(reply.json().path("counterOffers")).isEmpty();
        assertThat(purchaseOrder().json().path("counterOffers")).isEmpty();
        assertThat(cost()).isEqualTo("12.5025");
        assertThat(journey.tasks()).doesNotContain("counter-offer");
    }

    @ParameterizedTest
    @CsvSource({"12.75", "12.50", "0.01"})
    @DisplayName("10. Within the usual two per cent, or lower: accepted and recorded with the old and the new cost")
    void withinTheToleranceItIsAccepted(String named) {
        ApiClient.Reply reply = acknowledge("A-1", named);

        assertThat(reply.at("/counterOffers/0/state")).isEqualTo("accepted");
        assertThat(reply.at("/counterOffers/0/decidedBy")).isEqualTo("tolerance");
        assertThat(cost()).isEqualTo(named);
        assertThat(purchaseOrder().at("/counterOffers/0/unitCostBefore")).isEqualTo("12.5025");
        assertThat(purchaseOrder().at("/counterOffers/0/unitCost")).isEqualTo(named);
        assertThat(journey.tasks()).doesNotContain("counter-offer");
        assertThat(told()).isEmpty();
        assertThat(open()).isEmpty();
    }

    @Test
    @DisplayName("10. Small steps never add up to a large one: the tolerance is measured from what was asked")
    void theToleranceIsMeasuredFromWhatWasAsked() {
        acknowledge("A-1", "12.75");

        ApiClient.Reply second = acknowledge("A-2", "12.76");

        assertThat(second.at("/counterOffers/0/state")).isEqualTo("open");
        assertThat(cost()).isEqualTo("12.75");
        SetUp.good(decide(open(), "ACCEPT"));
        assertThat(acknowledge("A-3", "13.00").at("/counterOffers/0/state")).isEqualTo("accepted");
        assertThat(cost()).isEqualTo("13.00");
    }

    @Test
    @DisplayName("10. Both agreed limits must hold, and a share of nothing asks about every dearer cost")
    void theAgreedLimitsDecide() {
        SetUp.good(terms("{\"tolerancePercent\": \"10\", \"toleranceAmount\": \"0.50\", \"atDeadline\": \"ASK\"}"));
        assertThat(acknowledge("A-1", "13.01").at("/counterOffers/0/state")).isEqualTo("open");
        assertThat(acknowledge("A-2", "13.0025").at("/counterOffers/0/unitCost"))
                .isEqualTo("13.0025");
        assertThat(cost()).isEqualTo("13.0025");

        SetUp.good(terms("{\"tolerancePercent\": \"0\", \"toleranceAmount\": null, \"atDeadline\": \"ASK\"}"));
        assertThat(journey.admin.get("/api/v1/suppliers/acme/price-terms").at("/tolerancePercent"))
                .isEqualTo("0");
        acknowledge("A-3", "13.0026");
        assertThat(journey.tasks()).contains("wants 13.0026 instead of 13.0025 EUR a unit for line 1 of " + number);
    }

    @Test
    @DisplayName("10. Outside the tolerance: a counter-offer, the claim is kept, and a person accepts it")
    void aPersonAccepts() {
        ApiClient.Reply reply = acknowledge("A-1", "14.00");

        assertThat(reply.at("/state")).isEqualTo("acknowledged");
        assertThat(reply.at("/counterOffers/0/state")).isEqualTo("open");
        assertThat(reply.at("/counterOffers/0/decideBy")).isNotEmpty();
        assertThat(cost()).isEqualTo("12.5025");
        assertThat(sellable()).isEqualTo("36");
        assertThat(journey.at(ORDER, "/lines/0/quantities/accepted")).isEqualTo("3");
        assertThat(journey.tasks())
                .contains("purchasing.counter-offer", "Acme wants 14.00 instead of 12.5025 EUR a unit");
        String id = open();

        ApiClient.Reply decided = decide(id, "ACCEPT");

        assertThat(decided.at("/state")).as(decided.text()).isEqualTo("accepted");
        assertThat(decided.at("/decidedBy")).isEqualTo("person");
        assertThat(cost()).isEqualTo("14.00");
        assertThat(purchaseOrder().at("/counterOffers/0/unitCostBefore")).isEqualTo("12.5025");
        assertThat(journey.tasks()).doesNotContain("counter-offer");
        assertThat(open()).isEmpty();
        journey.until(() -> !told().isEmpty());
        JsonNode word = told().getFirst();
        assertThat(word.path("counterOfferId").asString()).isEqualTo(id);
        assertThat(word.path("accepted").booleanValue()).isTrue();
        assertThat(word.path("unitCost").asString()).isEqualTo("14.00");
        assertThat(word.path("currency").asString()).isEqualTo("EUR");
        assertThat(decide(id, "ACCEPT").at("/endedAt")).isEqualTo(decided.at("/endedAt"));
        assertThat(decide(id, "REFUSE").at("/code")).isEqualTo("COUNTER_OFFER_CLOSED");
        ApiClient.Reply all = journey.admin.get("/api/v1/counter-offers");
        assertThat(all.at("/items/0/counterOffer/counterOfferId")).isEqualTo(id);
        assertThat(all.at("/items/0/purchaseOrder")).isEqualTo(number);
        assertThat(all.at("/items/0/supplier")).isEqualTo("acme");
        ApiClient.Reply its = journey.supplier().get("/api/v1/supplier/purchase-orders/" + number);
        assertThat(its.at("/purchaseOrder/lines/0/unitCost")).isEqualTo("14.00");
        assertThat(its.at("/counterOffers/0/state")).isEqualTo("accepted");
    }

    @Test
    @DisplayName(
            "10. A person refuses: the supplier is told, and ships at the old cost or rejects, which goes to others")
    void aPersonRefuses() {
        acknowledge("A-1", "14.00");
        String id = open();

        ApiClient.Reply decided = journey.admin.post(
                "/api/v1/counter-offers/" + id + "/decide",
                "{\"choice\": \"REFUSE\", \"reason\": \"our price list holds until June\"}");

        assertThat(decided.at("/state")).as(decided.text()).isEqualTo("refused");
        assertThat(cost()).isEqualTo("12.5025");
        journey.until(() -> !told().isEmpty());
        assertThat(told().getFirst().path("accepted").booleanValue()).isFalse();
        assertThat(told().getFirst().path("unitCost").asString()).isEqualTo("12.5025");
        assertThat(told().getFirst().path("namedUnitCost").asString()).isEqualTo("14.00");
        assertThat(told().getFirst().path("reason").asString()).isEqualTo("our price list holds until June");
        assertThat(sellable()).isEqualTo("36");

        journey.answer(number, "acknowledgement", """
                {"reference": "A-2", "lines": [{"line": 1, "action": "REJECT", "quantity": 3, "reason": "PRICE"}]}""");

        assertThat(purchaseOrder().at("/purchaseOrder/lines/0/rejected")).isEqualTo("3");
        assertThat(sellable()).as("given to nobody else, the claim is off").isEqualTo("39");
    }

    @Test
    @DisplayName("10. A person gives the line to others: the supplier is asked to leave it out, the rest stays")
    void aPersonGivesItToOthers() {
        acknowledge("A-1", "14.00");
        String id = open();

        ApiClient.Reply decided = decide(id, "GIVE_TO_OTHERS");

        assertThat(decided.at("/givenToOthers")).as(decided.text()).isEqualTo("true");
        assertThat(cost()).isEqualTo("12.5025");
        journey.until(() -> !journey.documents("purchase_order.cancellation").isEmpty());
        JsonNode asked = journey.documents("purchase_order.cancellation").getFirst();
        assertThat(asked.path("lines")).singleElement().satisfies(line -> {
            assertThat(line.path("line").intValue()).isOne();
            assertThat(line.path("quantity").intValue()).isEqualTo(3);
        });
        assertThat(asked.path("reason").asString()).isEqualTo("the cost of line 1 is not agreed");
        assertThat(told()).isEmpty();
        assertThat(sellable()).isEqualTo("36");
        assertThat(decide(id, "GIVE_TO_OTHERS").at("/state")).isEqualTo("refused");
        assertThat(journey.documents("purchase_order.cancellation")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"REFUSE, refused, 12.5025", "ACCEPT, accepted, 14.00"})
    @DisplayName("10. At the deadline what is agreed happens: it is refused, or accepted")
    void atTheDeadlineThePolicyDecides(String policy, String state, String cost) {
        SetUp.good(terms("{\"tolerancePercent\": \"2\", \"atDeadline\": \"" + policy + "\"}"));
        acknowledge("A-1", "14.00");

        journey.pass(Duration.ofDays(4));

        journey.until(() -> purchaseOrder().at("/counterOffers/0/state").equals(state));
        assertThat(purchaseOrder().at("/counterOffers/0/decidedBy")).isEqualTo("deadline");
        assertThat(cost()).isEqualTo(cost);
        assertThat(journey.tasks()).doesNotContain("counter-offer");
        journey.until(() -> !told().isEmpty());
        assertThat(told().getFirst().path("unitCost").asString()).isEqualTo(cost);
    }

    @Test
    @DisplayName("10. At the deadline a person is asked again, the claim is kept, and asked again after that")
    void atTheDeadlineAPersonIsAskedAgain() {
        acknowledge("A-1", "14.00");
        String before = purchaseOrder().at("/counterOffers/0/decideBy");

        journey.pass(Duration.ofDays(4));
        journey.until(() -> journey.tasks().contains("Acme still waits whether it gets 14.00 instead of 12.5025 EUR"));
        String task = journey.admin
                .get("/api/v1/tasks")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("kind").asString("").equals("purchasing.counter-offer"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        SetUp.good(journey.admin.post("/api/v1/tasks/" + task + "/close", "{\"note\": \"later\"}"));
        assertThat(purchaseOrder().at("/counterOffers/0/decideBy")).isGreaterThan(before);
        assertThat(sellable()).isEqualTo("36");

        journey.pass(Duration.ofDays(4));
        journey.until(() -> journey.tasks().contains("Acme still waits"));
        SetUp.good(decide(open(), "ACCEPT"));
        assertThat(cost()).isEqualTo("14.00");
    }

    @Test
    @DisplayName("10. A doubled acknowledgement makes one counter-offer; the same reference at another cost is refused")
    void aDoubledAcknowledgementCountsOnce() {
        ApiClient.Reply first = acknowledge("A-1", "14.00");
        ApiClient.Reply again = acknowledge("A-1", "14.00");

        assertThat(again.at("/replayed")).isEqualTo("true");
        assertThat(again.at("/counterOffers/0/counterOfferId")).isEqualTo(first.at("/counterOffers/0/counterOfferId"));
        assertThat(purchaseOrder().json().path("counterOffers")).hasSize(1);
        assertThat(tried(accepts("A-1", "15.00")).at("/code")).isEqualTo("REFERENCE_REUSED");
        assertThat(acknowledge("A-2", "14.00").at("/counterOffers/0/counterOfferId"))
                .as("said again under another reference it is the same")
                .isEqualTo(first.at("/counterOffers/0/counterOfferId"));
        assertThat(purchaseOrder().json().path("counterOffers")).hasSize(1);
    }

    @Test
    @DisplayName("10. Another cost takes the place of the one that waits, and the old one takes it back")
    void theSupplierChangesItsMind() {
        acknowledge("A-1", "14.00");
        acknowledge("A-2", "15.00");
        assertThat(purchaseOrder().at("/counterOffers/0/state")).isEqualTo("replaced");
        assertThat(purchaseOrder().at("/counterOffers/1/state")).isEqualTo("open");

        acknowledge("A-3", "12.5025");

        assertThat(purchaseOrder().at("/counterOffers/1/state")).isEqualTo("withdrawn");
        assertThat(journey.tasks()).doesNotContain("counter-offer");
        assertThat(told()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"answer-undo", "rest-not-coming"})
    @DisplayName("10. What the supplier takes back, or does not ship at all, is not decided any more")
    void whatIsTakenBackIsNotDecided(String how) {
        acknowledge("A-1", "14.00");

        journey.answer(
                number,
                how,
                how.equals("answer-undo")
                        ? "{}"
                        : "{\"reference\": \"R-1\", \"lines\": [1], \"reason\": \"PRICE\", \"text\": null}");

        assertThat(purchaseOrder().at("/counterOffers/0/state")).isEqualTo("withdrawn");
        assertThat(journey.tasks()).doesNotContain("counter-offer");
        assertThat(decide(purchaseOrder().at("/counterOffers/0/counterOfferId"), "ACCEPT")
                        .at("/code"))
                .isEqualTo("COUNTER_OFFER_CLOSED");
    }

    @ParameterizedTest
    @CsvSource({"ACCEPT, 14.00", "REFUSE, 12.5025"})
    @DisplayName("10. Goods that leave while it waits are recorded, and it is decided all the same")
    void aShipmentLeavesItOpen(String choice, String cost) {
        acknowledge("A-1", "14.00");

        journey.answer(number, "shipments", """
                {"reference": "S-1", "shippedAt": "2026-03-02T10:00:00Z", "packages": [
                 {"carrier": "ups", "trackingNumber": "1Z5R89390357567127",
                  "lines": [{"line": 1, "quantity": 3}, {"line": 2, "quantity": 1}]}]}""");

        assertThat(journey.at(ORDER, "/lines/0/quantities/shipped")).isEqualTo("3");
        assertThat(cost()).isEqualTo("12.5025");
        assertThat(decide(open(), "GIVE_TO_OTHERS").at("/code")).isEqualTo("CONFLICT");
        SetUp.good(decide(open(), choice));
        assertThat(cost()).isEqualTo(cost);
    }

    @Test
    @DisplayName("10. Two people decide at once: one of them has, the other is told so")
    void oneOfTwoDecides() throws Exception {
        acknowledge("A-1", "14.00");
        String id = open();
        CyclicBarrier both = new CyclicBarrier(2);
        List<ApiClient.Reply> replies;
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            List<Future<ApiClient.Reply>> asked = List.of("ACCEPT", "REFUSE").stream()
                    .map(choice -> people.submit(() -> {
                        both.await();
                        return decide(id, choice);
                    }))
                    .toList();
            replies = List.of(asked.get(0).get(), asked.get(1).get());
        }

        assertThat(replies).extracting(ApiClient.Reply::status).containsExactlyInAnyOrder(200, 409);
        boolean accepted = replies.getFirst().status() == 200;
        assertThat(cost()).isEqualTo(accepted ? "14.00" : "12.5025");
        journey.until(() -> !told().isEmpty());
        assertThat(told())
                .singleElement()
                .satisfies(
                        word -> assertThat(word.path("accepted").booleanValue()).isEqualTo(accepted));
    }

    @Test
    @DisplayName("10. A cost in another currency, of a rejected line, two of one line, or of nothing is refused")
    void whatCannotBeACostIsRefused() {
        String good = accepts("A-1", "14.00");
        assertThat(tried(good.replace("\"EUR\"", "\"USD\"")).at("/code")).isEqualTo("WRONG_CURRENCY");
        assertThat(tried(good.replace("\"currency\": \"EUR\",", "")).at("/field"))
                .isEqualTo("currency");
        assertThat(tried(good.replace("14.00", "0.00")).at("/detail")).contains("above 0");
        assertThat(tried(good.replace("14.00", "-1.00")).at("/detail")).contains("above 0");
        assertThat(tried(good.replace("14.00", "twelve")).at("/field")).isEqualTo("lines[0].unitCost");
        assertThat(tried(good.replace(
                                "\"ACCEPT\", \"quantity\": 3", "\"REJECT\", \"reason\": \"PRICE\", \"quantity\": 3"))
                        .at("/detail"))
                .contains("only for units you ship");
        assertThat(tried("""
                {"reference": "A-1", "currency": "EUR", "lines": [
                 {"line": 1, "action": "ACCEPT", "quantity": 1, "unitCost": "13.00"},
                 {"line": 1, "action": "ACCEPT", "quantity": 2, "unitCost": "14.00"}]}""").at("/detail")).contains("one unit cost for line 1");
        assertThat(journey.at(ORDER, "/lines/0/quantities/sent")).isEqualTo("3");
        assertThat(open()).isEmpty();
        assertThat(decide("00000000-0000-7000-8000-000000000000", "ACCEPT").at("/code"))
                .isEqualTo("UNKNOWN_COUNTER_OFFER");
        String less = "{\"tolerancePercent\": \"1\", \"toleranceAmount\": \"-1\", \"atDeadline\": \"ASK\"}";
        assertThat(terms(less).at("/field")).isEqualTo("toleranceAmount");
    }
}
