package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.world.story.Address;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Situation 2 before anything has left, with a store and a supplier outside. */
@DisplayName("2. Address changed before the purchase order went out")
class UnsentAddressSituationTest {

    private static final long FIRST = 5001;

    private final ShopJourney journey = new ShopJourney(0);

    @AfterEach
    void close() {
        journey.close();
    }

    @Test
    @DisplayName("a new version under the same number leaves, to the new address, and nothing else")
    void aNewVersionUnderTheSameNumberLeaves() {
        String number = issued();
        move(ShopJourney.BERLIN.withLine1("Torstr. 99"));
        journey.until(() -> journey.admin
                .get("/api/v1/purchase-orders/" + number)
                .at("/purchaseOrder/version")
                .equals("2"));

        journey.passGrace();

        assertThat(journey.sent(FIRST)).isEqualTo(number);
        assertThat(journey.order(FIRST).path("purchaseOrders")).hasSize(1);
        JsonNode sent = journey.documents("purchase_order").getFirst();
        assertThat(journey.documents("purchase_order")).hasSize(1);
        assertThat(sent.path("number").asString()).isEqualTo(number);
        assertThat(sent.path("version").asInt()).isEqualTo(2);
        assertThat(sent.at("/shipTo/line1").asString()).isEqualTo("Torstr. 99");
        assertThat(journey.order(FIRST).path("deliveries"))
                .as("nobody has to be asked")
                .isEmpty();
        journey.answer(number, "acknowledgement", """
                {"reference": "A-1", "lines": [{"line": 1, "action": "ACCEPT", "quantity": 2}]}""");
        journey.purchaseOrder(FIRST, "acknowledged");
    }

    @Test
    @DisplayName("holds run again: another country waits for a person, then leaves under the same number")
    void anotherCountryIsAHoldAndThenTheNextVersion() {
        String number = issued();
        move(new Address(
                "Erika",
                "Muster",
                null,
                "Probegasse 1",
                null,
                "Wien",
                null,
                null,
                "1010",
                "Austria",
                "AT",
                "+431123456"));
        journey.until(() -> journey.holds().contains("COUNTRY_CHANGED"));
        journey.passGrace();
        assertThat(journey.documents("purchase_order")).isEmpty();

        String hold = journey.admin.get("/api/v1/holds?state=open").at("/items/0/id");
        SetUp.good(journey.admin.post("/api/v1/holds/" + hold + "/release", "{\"note\": \"postage is paid\"}"));
        journey.until(() -> {
            journey.passGrace();
            return !journey.documents("purchase_order").isEmpty();
        });

        JsonNode sent = journey.documents("purchase_order").getFirst();
        assertThat(sent.path("number").asString()).isEqualTo(number);
        assertThat(sent.path("version").asInt()).isEqualTo(2);
        assertThat(sent.at("/shipTo/countryCode").asString()).isEqualTo("AT");
    }

    private String issued() {
        journey.buys(FIRST, "LAMP×2");
        journey.tellAll();
        String number = journey.purchaseOrder(FIRST, "issued");
        journey.pass(Duration.ofSeconds(2));
        return number;
    }

    private void move(Address to) {
        journey.shop.moveTo(FIRST, to);
        journey.tellAll();
    }
}
