package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Prices rise mid-order, by HTTP alone; a lamp costs the customer 30.00 and the merchant 12.5025 beside fee and parcel. */
class CostSituationTest {

    private static final long SENT = 5001;
    private static final long UNSENT = 5002;

    private final ShopJourney journey = new ShopJourney(0);

    @BeforeEach
    void wantThirtyPerCent() {
        SetUp.good(journey.admin.put(
                "/api/v1/settings",
                SetUp.SETTINGS
                        .replace("\"graceSeconds\": 0", "\"graceSeconds\": " + ShopJourney.GRACE_SECONDS)
                        .replace(
                                "\"duplicateWindowHours\": 24",
                                "\"duplicateWindowHours\": 0, \"marginFloor\": \"30\"")));
    }

    @AfterEach
    void close() {
        journey.close();
    }

    private ApiClient.Reply priceList(String cost) {
        ApiClient.Reply reply = journey.admin.post(
                "/api/v1/suppliers/acme/price-rows",
                "{\"rows\": [{\"supplierSku\": \"A-1\", \"unitCost\": \"" + cost + "\", \"currency\": \"EUR\"}]}");
        SetUp.good(reply);
        return reply;
    }

    private String costOf(String number) {
        return journey.documents("purchase_order").stream()
                .filter(document -> document.path("number").asString("").equals(number))
                .map(document -> document.at("/lines/0/unitCost"))
                .map(JsonNode::asString)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("10. Price rises mid-order: what was sent keeps its cost, what was not and leaves too little is held")
    void aRisingCostHoldsWhatIsNotSent() {
        journey.buys(SENT, "LAMP×1");
        journey.tellAll();
        journey.planned(SENT);
        journey.passGrace();
        String sent = journey.sent(SENT);
        journey.buys(UNSENT, "LAMP×1");
        journey.tellAll();
        journey.planned(UNSENT);

        // 30.00 less 16.00, fee 1.00 and parcel 4.90 leaves 27 %
        assertThat(priceList("16.00").at("/applied")).isEqualTo("1");
        journey.until(() -> journey.holds().contains("MARGIN_FLOOR"));

        assertThat(journey.at(UNSENT, "/state")).isEqualTo("held");
        journey.passGrace();
        assertThat(journey.documents("purchase_order")).hasSize(1);
        assertThat(costOf(sent)).isEqualTo("12.5025");
        assertThat(journey.admin.get("/api/v1/catalog/costs?sku=LAMP").at("/items/0/unitCost"))
                .isEqualTo("16.00");

        String hold = journey.admin.get("/api/v1/holds").at("/items/0/id");
        SetUp.good(journey.admin.post("/api/v1/holds/" + hold + "/release", "{\"note\": \"promised\"}"));
        journey.passGrace();
        assertThat(costOf(journey.sent(UNSENT))).isEqualTo("16.00");
    }

    @Test
    void aPriceBreakCountsForTheQuantityOfTheLine() {
        SetUp.good(journey.admin.post(
                "/api/v1/suppliers/acme/price-rows",
                "{\"rows\": [{\"supplierSku\": \"A-1\", \"unitCost\": \"12.5025\", \"currency\": \"EUR\","
                        + " \"priceBreaks\": [{\"quantity\": 3, \"unitCost\": \"11.00\"}]}]}"));
        assertThat(journey.admin.get("/api/v1/catalog/costs?sku=LAMP").at("/items/0/priceBreaks/0/unitCost"))
                .isEqualTo("11.00");
        String again = "{\"offers\": [{\"sku\": \"LAMP\", \"supplier\": \"acme\", \"supplierSku\": \"A-1\","
                + " \"unitCost\": \"12.5025\", \"currency\": \"EUR\"}]}";
        SetUp.good(journey.admin.post("/api/v1/catalog/offers", again));
        assertThat(journey.admin.get("/api/v1/catalog/costs?sku=LAMP").at("/items/0/priceBreaks/0/unitCost"))
                .as("a call that does not speak of them leaves them")
                .isEqualTo("11.00");

        journey.buys(SENT, "LAMP×3");
        journey.buys(UNSENT, "LAMP×2");
        journey.tellAll();
        journey.planned(SENT);
        journey.passGrace();

        assertThat(costOf(journey.sent(SENT))).isEqualTo("11.00");
        assertThat(costOf(journey.sent(UNSENT))).isEqualTo("12.5025");
        String order = journey.at(SENT, "/id");
        assertThat(journey.admin.get("/api/v1/orders/" + order + "/decision").at("/decisions/0/words/0"))
                .contains("at its price from 3 on");
    }

    @Test
    @DisplayName("10. Price rises mid-order: a jump is kept as a question, and the cost from before goes on")
    void aJumpWaitsForAPerson() {
        assertThat(priceList("25.00").at("/waiting")).isEqualTo("1");
        assertThat(journey.tasks()).contains("1 cost of Acme jumped");
        journey.buys(SENT, "LAMP×1");
        journey.tellAll();
        journey.planned(SENT);
        assertThat(journey.holds()).doesNotContain("MARGIN_FLOOR");

        ApiClient.Reply proposals = journey.admin.get("/api/v1/catalog/cost-proposals?supplier=acme");
        assertThat(proposals.at("/items/0/before")).isEqualTo("12.5025");
        assertThat(proposals.at("/items/0/proposed")).isEqualTo("25.00");
        String decision = "{\"ids\": [\"" + proposals.at("/items/0/id") + "\"], \"note\": \"by phone\"}";
        assertThat(journey.admin
                        .post("/api/v1/catalog/cost-proposals/accept", decision)
                        .at("/decided"))
                .isEqualTo("1");

        journey.until(() -> journey.holds().contains("MARGIN_FLOOR"));
        assertThat(journey.tasks()).doesNotContain("jumped");
        assertThat(journey.admin
                        .post("/api/v1/catalog/cost-proposals/refuse", decision)
                        .at("/decided"))
                .isEqualTo("0");
        assertThat(journey.admin.get("/api/v1/catalog/costs?sku=LAMP").at("/items/0/history/0/source"))
                .isEqualTo("accepted");
    }

    @Test
    @DisplayName("10. Price rises mid-order: a cost of tomorrow takes effect by itself")
    void aCostOfTomorrowTakesEffectByItself() {
        String since =
                journey.admin.baton().clock().instant().plus(Duration.ofDays(1)).toString();
        SetUp.good(
                journey.admin.post(
                        "/api/v1/suppliers/acme/price-rows",
                        "{\"since\": \"" + since
                                + "\", \"rows\": [{\"supplierSku\": \"A-1\", \"unitCost\": \"13.00\", \"currency\": \"EUR\"}]}"));
        assertThat(journey.admin.get("/api/v1/catalog/costs?sku=LAMP").at("/items/0/unitCost"))
                .isEqualTo("12.5025");

        journey.pass(Duration.ofDays(1));

        assertThat(journey.admin.get("/api/v1/catalog/costs?sku=LAMP").at("/items/0/unitCost"))
                .isEqualTo("13.00");
    }

    @Test
    void refusesRowsPoliciesAndFloorsNothingCouldWorkWith() {
        ApiClient admin = journey.admin;

        assertThat(admin.post(
                                "/api/v1/suppliers/acme/price-rows",
                                "{\"rows\": [{\"supplierSku\": \"\", \"unitCost\": \"1\", \"currency\": \"EUR\"}]}")
                        .at("/faults/0/field"))
                .isEqualTo("supplierSku");
        assertThat(admin.post(
                                "/api/v1/suppliers/acme/price-rows",
                                "{\"rows\": [{\"supplierSku\": \"A\", \"unitCost\": \"x\", \"currency\": \"EUR\"}]}")
                        .at("/field"))
                .isEqualTo("rows[0].unitCost");
        assertThat(admin.post("/api/v1/suppliers/nope/price-rows", "{\"rows\": []}")
                        .status())
                .isEqualTo(404);
        assertThat(admin.put("/api/v1/suppliers/acme/cost-policy", "{\"jumpPercent\": -1}")
                        .at("/field"))
                .isEqualTo("jumpPercent");
        assertThat(admin.get("/api/v1/suppliers/acme/cost-policy").at("/jumpPercent"))
                .isEqualTo("30");
        SetUp.good(admin.put("/api/v1/suppliers/acme/cost-policy", "{\"jumpPercent\": 5}"));
        assertThat(admin.get("/api/v1/suppliers/acme/cost-policy").at("/jumpPercent"))
                .isEqualTo("5");
        assertThat(admin.put(
                                "/api/v1/catalog/margin-floors",
                                "{\"floors\": [{\"sku\": \"LAMP\", \"percent\": \"101\"}]}")
                        .at("/field"))
                .isEqualTo("floors[0].percent");
        assertThat(admin.put("/api/v1/catalog/margin-floors", "{\"floors\": [{\"sku\": \"NOPE\"}]}")
                        .at("/code"))
                .isEqualTo("SKU_UNKNOWN");
        assertThat(admin.put(
                                "/api/v1/catalog/margin-floors",
                                "{\"floors\": [{\"sku\": \"LAMP\", \"percent\": \"12.5\"}]}")
                        .at("/written"))
                .isEqualTo("1");
        assertThat(admin.put(
                                "/api/v1/settings",
                                SetUp.SETTINGS.replace("\"holdUnpaid\"", "\"marginFloor\": \"-1\", \"holdUnpaid\""))
                        .at("/field"))
                .isEqualTo("marginFloor");
        assertThat(admin.post("/api/v1/catalog/cost-proposals/accept", "{\"ids\": [], \"note\": \"x\"}")
                        .at("/field"))
                .isEqualTo("ids");
        assertThat(admin.get("/api/v1/catalog/cost-proposals?supplier=nope").at("/field"))
                .isEqualTo("supplier");
        assertThat(admin.get("/api/v1/catalog/costs?sku=NOPE").status()).isEqualTo(404);
    }

    @Test
    void anItemOfAPriceListIsMatchedToASku() {
        ApiClient admin = journey.admin;
        SetUp.good(
                admin.post(
                        "/api/v1/suppliers/acme/price-rows",
                        "{\"rows\": [{\"supplierSku\": \"A-9\", \"title\": \"Bulb E14\", \"unitCost\": \"0.90\", \"currency\": \"EUR\"}]}"));
        SetUp.good(admin.post(
                "/api/v1/catalog/skus",
                "{\"skus\": [{\"sku\": \"BULB-14\", \"title\": \"Bulb E14\", \"weightGrams\": 50}]}"));

        ApiClient.Reply items = admin.get("/api/v1/suppliers/acme/items");
        assertThat(items.at("/items/0/suggestions/0/sku")).isEqualTo("BULB-14");
        assertThat(items.at("/items/0/suggestions/0/reason")).isEqualTo("similar_title");
        assertThat(items.at("/items/0/suggestions/0/likeness")).isEqualTo("100");
        assertThat(admin.get("/api/v1/suppliers/acme/items/summary").at("/unmatched"))
                .isEqualTo("1");
        String match = "{\"matches\": [{\"item\": \"" + items.at("/items/0/id") + "\", \"sku\": \"BULB-14\"}]}";
        assertThat(admin.post("/api/v1/suppliers/acme/items/match/preview", match)
                        .at("/held"))
                .isEqualTo("0");
        assertThat(admin.get("/api/v1/suppliers/acme/items").at("/items/0/id")).isNotEmpty();
        assertThat(admin.post("/api/v1/suppliers/acme/items/match", match).at("/matched"))
                .isEqualTo("1");

        assertThat(admin.get("/api/v1/suppliers/acme/items").at("/items/0/id")).isEmpty();
        assertThat(admin.get("/api/v1/catalog/costs?sku=BULB-14").at("/items/0/unitCost"))
                .isEqualTo("0.90");
        assertThat(admin.post("/api/v1/suppliers/acme/items/match", match).status())
                .isEqualTo(404);
    }
}
