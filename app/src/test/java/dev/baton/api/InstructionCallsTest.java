package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Instructions by HTTP, and what a supplier is told of them on its purchase orders. */
class InstructionCallsTest {

    private static final long FIRST = 5001;
    private static final long SECOND = 5002;

    private final ShopJourney journey = new ShopJourney(0);

    @AfterEach
    void close() {
        journey.close();
    }

    private ApiClient.Reply state(String path, String body) {
        ApiClient.Reply reply = journey.admin.put("/api/v1/instructions/" + path, body);
        SetUp.good(reply);
        return reply;
    }

    private JsonNode document(String number) {
        return journey.documents("purchase_order").stream()
                .filter(document -> document.path("number").asString("").equals(number))
                .findFirst()
                .orElseThrow()
                .path("instructions");
    }

    @Test
    void aPurchaseOrderIsToldWhatHeldWhenItWasPlanned() {
        state("brands/default", "{\"insert\": \"Thank-you card\", \"label\": \"Red sticker\"}");
        state("products/LAMP", "{\"packaging\": \"Wrap twice\"}");
        journey.buys(FIRST, "LAMP×2");
        journey.tellAll();
        journey.planned(FIRST);
        ApiClient.Reply changed = state("products/LAMP", "{\"packaging\": \"Wrap three times\"}");
        journey.passGrace();
        String number = journey.sent(FIRST);

        JsonNode told = document(number);
        assertThat(told.path("insert").asString()).isEqualTo("Thank-you card");
        assertThat(told.path("label").asString()).isEqualTo("Red sticker");
        assertThat(told.path("packaging").asString()).isEqualTo("Plain box\nA-1, Title of LAMP: Wrap twice");
        assertThat(changed.at("/version")).isEqualTo("2");
        assertThat(changed.at("/versions/1/instructions/packaging")).isEqualTo("Wrap twice");
        ApiClient.Reply read = journey.admin.get("/api/v1/purchase-orders/" + number);
        assertThat(read.at("/told/instructions/packaging"))
                .isEqualTo(told.path("packaging").asString());
        assertThat(read.json().at("/told/from").toString())
                .contains("{\"scope\":\"PRODUCT\",\"subject\":\"LAMP\",\"version\":1}")
                .contains("{\"scope\":\"BRAND\",\"subject\":\"default\",\"version\":1}");
        journey.buys(SECOND, "LAMP×1");
        journey.tellAll();
        journey.planned(SECOND);
        journey.passGrace();
        assertThat(document(journey.sent(SECOND)).path("packaging").asString()).endsWith("Wrap three times");
    }

    @Test
    void anOrderAloneIsToldUntilItIsSentAndNamesWhatLeftWithoutIt() {
        journey.buys(FIRST, "LAMP×1");
        journey.tellAll();
        journey.planned(FIRST);
        String id = journey.at(FIRST, "/id");
        ApiClient.Reply told = state("orders/" + id, "{\"special\": \"A present: no invoice\"}");
        journey.passGrace();
        String number = journey.sent(FIRST);

        assertThat(told.json().path("toldIn").toString()).isEqualTo("[\"" + number + "\"]");
        assertThat(document(number).path("special").asString()).endsWith("A present: no invoice");
        assertThat(journey.admin
                        .get("/api/v1/purchase-orders/" + number)
                        .json()
                        .at("/told/from")
                        .toString())
                .contains("{\"scope\":\"ORDER\",\"subject\":\"\",\"version\":1}");
        ApiClient.Reply late = state("orders/" + id, "{\"special\": \"Gift wrap\"}");
        assertThat(late.at("/version")).isEqualTo("2");
        assertThat(late.json().path("toldIn")).isEmpty();
        assertThat(late.json().path("toldWithout").toString()).isEqualTo("[\"" + number + "\"]");
        assertThat(state("orders/" + id, "{\"special\": \"Gift wrap\"}").at("/version"))
                .isEqualTo("2");
        assertThat(journey.admin.get("/api/v1/instructions/orders/" + id).at("/instructions/special"))
                .isEqualTo("Gift wrap");
    }

    @Test
    void aSuppliersOwnAreVersionsToo() {
        ApiClient.Reply first = journey.admin.get("/api/v1/instructions/suppliers/acme");
        String definition = journey.endpoint
                .definition()
                .replaceFirst(
                        "\"instructions\": *\\{[^}]*}",
                        "\"instructions\": {\"insert\": \"Leaflet\", \"label\": \"This side up\"}");
        SetUp.good(journey.admin.put("/api/v1/suppliers/acme", definition));
        SetUp.good(journey.admin.put("/api/v1/suppliers/acme", definition));

        ApiClient.Reply now = journey.admin.get("/api/v1/instructions/suppliers/acme");
        assertThat(now.at("/instructions/insert")).isEqualTo("Leaflet");
        assertThat(now.at("/instructions/label")).isEqualTo("This side up");
        assertThat(Integer.parseInt(now.at("/version"))).isEqualTo(Integer.parseInt(first.at("/version")) + 1);
    }

    @Test
    void refusesWhatIsNotThereAndWhatIsTooLong() {
        ApiClient admin = journey.admin;
        assertThat(admin.put("/api/v1/instructions/products/NOPE", "{}").status())
                .isEqualTo(404);
        assertThat(admin.put("/api/v1/instructions/brands/nope", "{}").status()).isEqualTo(404);
        assertThat(admin.get("/api/v1/instructions/products/NOPE").status()).isEqualTo(404);
        assertThat(admin.put("/api/v1/instructions/orders/" + UUID.randomUUID(), "{}")
                        .status())
                .isEqualTo(404);
        assertThat(admin.get("/api/v1/instructions/orders/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        String long4001 = "{\"label\": \"" + "x".repeat(4001) + "\"}";
        assertThat(admin.put("/api/v1/instructions/products/LAMP", long4001).at("/field"))
                .isEqualTo("label");
        journey.buys(FIRST, "LAMP×1");
        journey.tellAll();
        journey.planned(FIRST);
        assertThat(admin.put("/api/v1/instructions/orders/" + journey.at(FIRST, "/id"), long4001)
                        .at("/field"))
                .isEqualTo("label");
        assertThat(admin.withScopes("read")
                        .put("/api/v1/instructions/products/LAMP", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(state("products/LAMP", "{}").at("/version")).isEqualTo("0");
    }
}
