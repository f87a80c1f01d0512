package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.world.story.Address;
import java.time.Duration;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Situation 2, with a store and a supplier outside. */
@DisplayName("2. Address changed after the purchase order went out")
class DeliverySituationsTest {

    private static final long FIRST = 5001;

    private final ShopJourney journey = new ShopJourney(0);
    private String number = "";

    @BeforeEach
    void send() {
        journey.buys(FIRST, "LAMP×2");
        journey.tellAll();
        journey.planned(FIRST);
        journey.passGrace();
        number = journey.sent(FIRST);
        journey.pass(Duration.ofSeconds(2));
    }

    @AfterEach
    void close() {
        journey.close();
    }

    @Test
    @DisplayName("the order reads \"going to the old address, Acme asked\" until the supplier has said yes")
    void readsAskedUntilTheSupplierAgrees() {
        move();

        assertThat(delivery("reads")).isEqualTo("going to the old address, Acme asked");
        JsonNode asked = journey.documents("purchase_order.amendment").getFirst();
        ApiClient.Reply reply = journey.answer(number, "amendment-answer", answer(asked, true));

        assertThat(reply.at("/state")).isEqualTo("agreed");
        assertThat(reply.at("/version")).isEqualTo("2");
        assertThat(journey.order(FIRST).path("deliveries")).isEmpty();
        ApiClient.Reply purchaseOrder = journey.admin.get("/api/v1/purchase-orders/" + number);
        assertThat(purchaseOrder.at("/purchaseOrder/version")).isEqualTo("2");
        assertThat(purchaseOrder.at("/purchaseOrder/amendments/0/state")).isEqualTo("agreed");
        assertThat(journey.tasks()).doesNotContain("amendment");
    }

    @Test
    @DisplayName("no: a person chooses to let it go, to cancel, or to intercept")
    void aPersonDecidesAfterANo() {
        move();
        JsonNode asked = journey.documents("purchase_order.amendment").getFirst();
        journey.answer(number, "amendment-answer", answer(asked, false));

        assertThat(delivery("reads")).isEqualTo("going to the old address, Acme refused");
        assertThat(journey.tasks()).contains("purchasing.amendment-refused", "Acme", "#1001", number);
        ApiClient.Reply decided = decide(asked, "{\"choice\": \"LET_GO\", \"note\": \"a neighbour takes it\"}");
        SetUp.good(decided);
        assertThat(decided.at("/decision")).isEqualTo("let_go");
        assertThat(journey.tasks()).doesNotContain("purchasing.amendment-refused");
        assertThat(delivery("reads")).isEqualTo("going to the old address, let go");
        assertThat(decide(asked, "{\"choice\": \"CANCEL\"}").at("/code")).isEqualTo("AMENDMENT_CLOSED");
        assertThat(decide(asked, "{\"choice\": \"INTERCEPT\"}").at("/field")).isEqualTo("note");
    }

    @Test
    @DisplayName("a supplier sees that it was asked, and nothing of the merchant's decision")
    void theSupplierSeesTheQuestion() {
        move();
        JsonNode asked = journey.documents("purchase_order.amendment").getFirst();
        SetUp.good(decide(asked, "{\"choice\": \"LET_GO\", \"note\": \"not worth a call\"}"));

        ApiClient.Reply seen = journey.supplier().get("/api/v1/supplier/purchase-orders/" + number);

        assertThat(seen.at("/purchaseOrder/amendments/0/state")).isEqualTo("decided");
        assertThat(seen.text()).doesNotContain("not worth a call");
        assertThat(seen.at("/document/shipTo/line1")).isNotEqualTo("Torstr. 99");
    }

    @Test
    @DisplayName("both sides list what was asked, what stands first; each supplier its own")
    void bothSidesListTheQuestions() {
        move();
        ApiClient supplier = journey.supplier();
        ApiClient.Reply all = journey.admin.get("/api/v1/amendments");

        assertThat(all.at("/items/0/purchaseOrder")).isEqualTo(number);
        assertThat(all.at("/items/0/supplier")).isEqualTo("acme");
        assertThat(all.at("/items/0/amendment/state")).isEqualTo("asked");
        assertThat(supplier.get("/api/v1/supplier/amendments?state=open").at("/items/0/amendment/amendmentId"))
                .isEqualTo(all.at("/items/0/amendment/amendmentId"));
        JsonNode asked = journey.documents("purchase_order.amendment").getFirst();
        SetUp.good(decide(asked, "{\"choice\": \"LET_GO\", \"note\": \"not worth a call\"}"));
        assertThat(supplier.get("/api/v1/supplier/amendments?state=open").at("/items/0"))
                .isEmpty();
        assertThat(supplier.get("/api/v1/supplier/amendments").text())
                .contains("decided")
                .doesNotContain("not worth a call");
        assertThat(journey.admin.get("/api/v1/amendments?limit=1").text()).contains("not worth a call");
        SetUp.good(journey.admin.put("/api/v1/suppliers/other", SetUp.SUPPLIER));
        ApiClient other = journey.admin.withKey(journey.admin
                .post("/api/v1/suppliers/other/keys", "{\"name\": \"Other\"}")
                .at("/key"));
        assertThat(other.get("/api/v1/supplier/amendments").at("/items/0")).isEmpty();
        assertThat(supplier.get("/api/v1/amendments").status()).isEqualTo(403);
        assertThat(journey.admin.get("/api/v1/supplier/amendments").status()).isEqualTo(403);
        assertThat(journey.admin.get("/api/v1/amendments?state=asked").at("/field"))
                .isEqualTo("state");
        assertThat(journey.admin.get("/api/v1/amendments?cursor=x").at("/field"))
                .isEqualTo("cursor");
        assertThat(journey.admin.get("/api/v1/amendments?cursor=open.x").at("/field"))
                .isEqualTo("cursor");
    }

    private static final Address HAMBURG = new Address(
            "Erika",
            "Muster",
            null,
            "Mönckebergstr. 1",
            null,
            "Hamburg",
            "Hamburg",
            "HH",
            "20095",
            "Germany",
            "DE",
            "+49301234567");

    @Test
    @DisplayName(
            "the customer hears \"asked\", never \"changed\": the new town stands as where it goes only after the yes")
    void theCustomerSeesTheOldTownUntilTheSupplierAgrees() {
        move(HAMBURG);

        Document asked = journey.customersPage(1001, "en");
        assertThat(asked.select("[data-goes-to]").text()).isEqualTo("Goes to Erika Muster, Berlin");
        assertThat(asked.select("[data-address-change]").text())
                .contains("Asked of the warehouse", "Wanted instead: Erika Muster, Hamburg")
                .doesNotContain("changed");
        assertThat(journey.customersPage(1001, "de")
                        .select("[data-address-change]")
                        .text())
                .contains("Beim Lager angefragt");
        assertThat(journey.customersPage(1001, "fr")
                        .select("[data-address-change]")
                        .text())
                .contains("Demandé à l’entrepôt");
        assertThat(journey.customersPage(1001, "es")
                        .select("[data-address-change]")
                        .text())
                .contains("Lo hemos pedido al almacén");
        JsonNode question = journey.documents("purchase_order.amendment").getFirst();
        journey.answer(number, "amendment-answer", answer(question, true));

        Document agreed = journey.customersPage(1001, "en");
        assertThat(agreed.select("[data-goes-to]").text()).isEqualTo("Goes to Erika Muster, Hamburg");
        assertThat(agreed.select("[data-address-change]")).isEmpty();
    }

    @Test
    @DisplayName("no: the customer's page says that it goes to the old town, and what is tried")
    void theCustomerReadsOfTheNo() {
        move(HAMBURG);
        JsonNode question = journey.documents("purchase_order.amendment").getFirst();
        journey.answer(number, "amendment-answer", answer(question, false));

        Document refused = journey.customersPage(1001, "en");
        assertThat(refused.select("[data-goes-to]").text()).isEqualTo("Goes to Erika Muster, Berlin");
        assertThat(refused.select("[data-address-change]").text())
                .contains("The warehouse cannot change it any more. We are looking into what can be done");
        SetUp.good(decide(question, "{\"choice\": \"INTERCEPT\", \"note\": \"UPS stops it\"}"));

        Document stopped = journey.customersPage(1001, "en");
        assertThat(stopped.select("[data-goes-to]").text()).isEqualTo("Goes to Erika Muster, Berlin");
        assertThat(stopped.select("[data-address-change]").text())
                .contains("We are trying to have your parcel stopped")
                .doesNotContain("UPS stops it");
    }

    @Test
    @DisplayName("only another street: one town, and still asked")
    void anotherStreetIsAskedToo() {
        move();

        Document asked = journey.customersPage(1001, "en");
        assertThat(asked.select("[data-goes-to]").text()).isEqualTo("Goes to Erika Muster, Berlin");
        assertThat(asked.select("[data-address-change]").text())
                .contains("Asked of the warehouse")
                .doesNotContain("Wanted instead");
    }

    private void move() {
        move(ShopJourney.BERLIN.withLine1("Torstr. 99"));
    }

    private void move(Address moved) {
        journey.shop.moveTo(FIRST, moved);
        journey.tellAll();
        journey.until(() -> !journey.documents("purchase_order.amendment").isEmpty());
        journey.until(() -> delivery("state").equals("asked"));
    }

    private String delivery(String field) {
        return journey.at(FIRST, "/deliveries/0/" + field);
    }

    private static String answer(JsonNode asked, boolean accepted) {
        return "{\"amendmentId\": \"" + asked.path("amendmentId").asString() + "\", \"accepted\": " + accepted + "}";
    }

    private ApiClient.Reply decide(JsonNode asked, String body) {
        return journey.admin.send(
                "POST", "/api/v1/amendments/" + asked.path("amendmentId").asString() + "/decide", body, Map.of());
    }
}
