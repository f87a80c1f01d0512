package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Situation 12 from the door: a supplier ships what it had agreed to cancel. */
class RecallSituationsTest {

    private static final long FIRST = 5001;
    private static final long LAMP_LINE = FIRST * 10 + 1;

    private final ShopJourney journey = new ShopJourney(0);

    @AfterEach
    void close() {
        journey.close();
    }

    @Test
    @DisplayName(
            "12. Shipped after a confirmed cancel: the parcel is recorded, a person asks it back, the supplier's fault noted")
    void whatIsShippedAfterAConfirmedCancelIsRecorded() {
        journey.buys(FIRST, "LAMP×1");
        journey.tellAll();
        journey.planned(FIRST);
        journey.passGrace();
        String number = journey.sent(FIRST);
        SetUp.good(journey.admin.post(
                "/api/v1/orders/" + journey.at(FIRST, "/id") + "/cancel", "{\"reason\": \"changed my mind\"}"));
        journey.until(() -> !journey.documents("purchase_order.cancellation").isEmpty());
        String question = journey.documents("purchase_order.cancellation")
                .getFirst()
                .path("cancellationId")
                .asString();
        journey.answer(number, "cancellation-answer", "{\"cancellationId\": \"" + question + "\", \"accepted\": true}");

        journey.answer(number, "shipments", shipment("S-1"));

        assertThat(journey.at(FIRST, "/shipments/0/packages/0/trackingNumber")).isEqualTo("1Z5R89390357567127");
        assertThat(journey.tasks()).contains("shipping.after-cancel", number);
        assertThat(journey.at(FIRST, "/lines/0/quantities/cancelled")).isEqualTo("1");
        JsonNode task = journey.admin
                .get("/api/v1/tasks")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("kind").asString("").equals("shipping.after-cancel"))
                .findFirst()
                .orElseThrow();
        assertThat(task.path("detail").asString())
                .contains("call it back", "the customer to return it", "it is the supplier's fault");
        journey.until(() -> !journey.documents("purchase_order.recall").isEmpty());
        JsonNode asked = journey.documents("purchase_order.recall").getFirst();
        assertThat(asked.at("/lines/0/quantity").intValue()).isOne();
        assertThat(asked.at("/parcels/0/trackingNumber").asString()).isEqualTo("1Z5R89390357567127");
        assertThat(journey.admin.get("/api/v1/messages").text())
                .as("the customer")
                .doesNotContain("order.shipped");
        String recall = asked.path("recallId").asString();
        String answer = "{\"recallId\": \"" + recall + "\", \"answer\": \"%s\", \"reason\": null}";
        ApiClient.Reply said = journey.answer(number, "recall-answer", answer.formatted("TAKES_BACK"));
        assertThat(said.at("/state")).isEqualTo("takes_back");
        assertThat(said.at("/cost")).isEqualTo("12.5025");
        journey.answer(number, "recall-answer", answer.formatted("TAKES_BACK"));
        assertThat(journey.supplier()
                        .post(
                                "/api/v1/supplier/purchase-orders/" + number + "/recall-answer",
                                answer.formatted("REFUSED"))
                        .at("/code"))
                .isEqualTo("RECALL_ANSWERED");
        assertThat(journey.tasks()).contains("The supplier takes back what it shipped of " + number);
        assertThat(journey.admin.get("/api/v1/purchase-orders/" + number).at("/recalls/0/units"))
                .isEqualTo("1");
        SetUp.good(journey.admin.post(
                "/api/v1/tasks/" + task.path("id").asString() + "/close",
                "{\"note\": \"UPS calls it back at the supplier's cost\"}"));
        assertThat(journey.tasks()).doesNotContain("shipping.after-cancel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOPS", "REFUSED", ""})
    @DisplayName("12. Shipped after a confirmed cancel: the supplier stops the parcel, refuses, or does not answer")
    void theSupplierMustSayWhatItDoesAboutIt(String answer) {
        journey.buys(FIRST, "LAMP×3");
        journey.tellAll();
        journey.planned(FIRST);
        journey.passGrace();
        String number = journey.sent(FIRST);
        journey.shop.removeUnits(FIRST, LAMP_LINE, 1);
        journey.tellAll();
        journey.until(() -> !journey.documents("purchase_order.cancellation").isEmpty());
        String question = journey.documents("purchase_order.cancellation")
                .getFirst()
                .path("cancellationId")
                .asString();
        journey.answer(number, "cancellation-answer", "{\"cancellationId\": \"" + question + "\", \"accepted\": true}");

        journey.answer(number, "shipments", shipment("S-1").replace("\"quantity\": 1", "\"quantity\": 4"));

        assertThat(journey.at(FIRST, "/lines/0/quantities/shipped")).isEqualTo("2");
        assertThat(journey.tasks()).contains("shipping.after-cancel", "shipping.excess", "line 1: 1 too many");
        journey.until(() -> !journey.documents("purchase_order.recall").isEmpty());
        String recall = journey.documents("purchase_order.recall")
                .getFirst()
                .path("recallId")
                .asString();
        if (answer.isEmpty()) {
            journey.pass(Duration.ofDays(4));
            journey.until(() -> journey.tasks().contains("The supplier did not say whether it takes back"));
        } else {
            journey.answer(
                    number,
                    "recall-answer",
                    "{\"recallId\": \"" + recall + "\", \"answer\": \"" + answer + "\", \"reason\": \"as agreed\"}");
            assertThat(journey.tasks().contains("shipping.after-cancel")).isEqualTo(answer.equals("REFUSED"));
        }
        String giveUp = "/api/v1/purchase-orders/" + number + "/recalls/" + recall + "/give-up";
        assertThat(journey.admin.get("/api/v1/messages").text()).doesNotContain("after_all");
        if (answer.equals("REFUSED")) {
            assertThat(journey.admin.post(giveUp, "{}").at("/givenUpAt")).isNotBlank();
            SetUp.good(journey.admin.post(giveUp, "{}"));
            assertThat(journey.tasks()).doesNotContain("shipping.after-cancel");
            assertThat(journey.admin.get("/api/v1/messages").text().split("\"after_all\"", -1))
                    .as("told once, though the store mails its customers itself")
                    .hasSize(2);
            assertThat(journey.admin.post(giveUp.replace(number, "1-1"), "{}").status())
                    .isEqualTo(404);
        } else {
            assertThat(journey.admin.post(giveUp, "{}").status()).isEqualTo(409);
        }
        assertThat(journey.supplier()
                        .get("/api/v1/supplier/purchase-orders/" + number)
                        .at("/recalls/0/lines/0/quantity"))
                .as("its fault stays written")
                .isEqualTo("1");
        assertThat(journey.supplier()
                        .post(
                                "/api/v1/supplier/purchase-orders/" + number + "/recall-answer",
                                "{\"recallId\": \"00000000-0000-7000-8000-000000000000\", \"answer\": \"STOPS\"}")
                        .at("/code"))
                .isEqualTo("UNKNOWN_RECALL");
    }

    static String shipment(String reference) {
        return """
                {"reference": "%s", "shippedAt": "2026-03-02T10:00:00Z", "packages": [
                 {"carrier": "ups", "trackingNumber": "1Z5R89390357567127",
                  "lines": [{"line": 1, "quantity": 1}]}]}""".formatted(reference);
    }
}
