package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a supplier says by its key besides answering, and the link a merchant hands out. */
class SupplierAfterwardsCallsTest {

    private static final long ORDER = 5001;

    private final ShopJourney journey = new ShopJourney(0);
    private final ApiClient acme = journey.admin.withKey(journey.admin
            .post("/api/v1/suppliers/acme/keys", "{\"name\": \"Acme too\"}")
            .at("/key"));

    @AfterEach
    void close() {
        journey.close();
    }

    private String sent() {
        journey.buys(ORDER, "LAMP×3");
        journey.tellAll();
        journey.planned(ORDER);
        journey.passGrace();
        return journey.sent(ORDER);
    }

    @Test
    void anAnswerIsTakenBackAndTheRestGivenUp() {
        String number = sent();
        journey.answer(number, "acknowledgement", """
                {"reference": "A1", "lines": [{"line": 1, "action": "ACCEPT", "quantity": 3}]}""");

        ApiClient.Reply undone = journey.answer(number, "answer-undo", "");
        assertThat(undone.at("/state")).isEqualTo("sent");
        assertThat(undone.json().at("/reopened").intValue()).isEqualTo(3);

        String rest = """
                {"reference": "R1", "lines": [1], "reason": "OUT_OF_STOCK", "text": "Sold"}""";
        ApiClient.Reply first = journey.answer(number, "rest-not-coming", rest);
        ApiClient.Reply again = journey.answer(number, "rest-not-coming", rest);
        assertThat(first.at("/state")).isEqualTo("rejected");
        assertThat(first.json().at("/lines/0/quantity").intValue()).isEqualTo(3);
        assertThat(again.json().at("/replayed").asBoolean()).isTrue();
        assertThat(acme.post(
                                "/api/v1/supplier/purchase-orders/" + number + "/rest-not-coming",
                                rest.replace("R1", "R2"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aMessageIsReadByTheMerchant() {
        String number = sent();

        journey.answer(number, "messages", """
                {"text": "Which colour?"}""");

        assertThat(journey.admin
                        .get("/api/v1/purchase-orders/" + number + "/messages")
                        .at("/items/0/text"))
                .isEqualTo("Which colour?");
    }

    @Test
    void daysAwayAreDeclaredListedAndTakenBack() {
        LocalDate from = LocalDate.ofInstant(journey.admin.baton().clock().instant(), ZoneId.of("Europe/Berlin"))
                .plusDays(5);

        ApiClient.Reply declared = acme.post("/api/v1/supplier/closures", """
                {"from": "%s", "until": "%s", "note": "Christmas"}""".formatted(from, from.plusDays(9)));
        SetUp.good(declared);
        assertThat(acme.get("/api/v1/supplier/closures").at("/items/0/from")).isEqualTo(from.toString());
        assertThat(acme.post("/api/v1/supplier/closures", """
                {"from": "%s", "until": "%s"}""".formatted(from, from.minusDays(1)))
                        .at("/field"))
                .isEqualTo("until");

        ApiClient.Reply left =
                acme.send("DELETE", "/api/v1/supplier/closures/" + declared.at("/id"), null, java.util.Map.of());
        assertThat(left.json().at("/items").size()).isZero();
        assertThat(acme.send("DELETE", "/api/v1/supplier/closures/" + declared.at("/id"), null, java.util.Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theLinkIsThereFromSendingOnForWhoLooksAfterSuppliers() {
        journey.buys(ORDER, "LAMP×3");
        journey.tellAll();
        String number = journey.purchaseOrder(ORDER, "issued");
        assertThat(journey.admin
                        .get("/api/v1/purchase-orders/" + number + "/link")
                        .status())
                .isEqualTo(409);
        journey.passGrace();
        journey.sent(ORDER);

        ApiClient.Reply link = journey.admin.get("/api/v1/purchase-orders/" + number + "/link");

        SetUp.good(link);
        assertThat(link.json().at("/url").isNull())
                .as("no public address is set")
                .isTrue();
        assertThat(journey.admin.withKey("").get(link.at("/path")).text()).contains("Purchase order " + number);
        assertThat(journey.admin
                        .withScopes("read")
                        .get("/api/v1/purchase-orders/" + number + "/link")
                        .status())
                .isEqualTo(403);
        assertThat(journey.admin.get("/api/v1/purchase-orders/none/link").status())
                .isEqualTo(404);
    }
}
