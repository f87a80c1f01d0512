package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.RunningBaton;
import dev.baton.platform.MerchantId;
import dev.baton.world.http.Hmac;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every call of the API goes through. */
class DoorTest {

    private final ApiClient admin = ApiClient.admin();

    @Test
    void refusesACallWithoutAKey() {
        ApiClient.Reply reply = admin.withKey("").get("/api/v1/settings");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("content-type")).startsWith("application/problem+json");
        assertThat(reply.header("www-authenticate")).isEqualTo("Bearer");
        assertThat(reply.at("/code")).isEqualTo("UNAUTHENTICATED");
        assertThat(reply.at("/detail")).contains("Authorization: Bearer");
        assertThat(reply.at("/correlationId")).isEqualTo(reply.header("x-correlation-id"));
    }

    @ParameterizedTest
    @CsvSource({"bk_", "nonsense", "bk_00000000000000000000000000000000_secret", "bk_zz000000000000000000000000000000_x"
    })
    void refusesAKeyItDoesNotKnow(String key) {
        assertThat(admin.withKey(key).get("/api/v1/settings").status()).isEqualTo(401);
    }

    @Test
    void refusesAKeyUnderAnotherMerchantsName() {
        MerchantId other = RunningBaton.shared().newMerchant();
        String forged = admin.key().replace(admin.merchant().hex(), other.hex());

        assertThat(admin.withKey(forged).get("/api/v1/settings").status()).isEqualTo(401);
    }

    @Test
    void refusesAKeyWhoseScopesDoNotCoverTheCall() {
        ApiClient.Reply reply = admin.withScopes("read").put("/api/v1/settings", SetUp.SETTINGS);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.at("/code")).isEqualTo("FORBIDDEN");
        assertThat(reply.at("/detail")).contains("admin");
    }

    @Test
    void showsAMerchantOnlyItsOwn() {
        SetUp.good(admin.put("/api/v1/suppliers/acme", SetUp.SUPPLIER));

        assertThat(ApiClient.admin().get("/api/v1/suppliers").json().at("/items"))
                .isEmpty();
    }

    @Test
    void keepsTheCallersCorrelationId() {
        ApiClient.Reply reply = admin.send("GET", "/api/v1/tasks", null, Map.of("X-Correlation-Id", "shop-4711"));

        assertThat(reply.header("x-correlation-id")).isEqualTo("shop-4711");
    }

    @Test
    void givesACorrelationIdOfItsOwnWhereTheCallersIsNotUsable() {
        ApiClient.Reply reply = admin.send("GET", "/api/v1/tasks", null, Map.of("X-Correlation-Id", "<script>"));

        assertThat(reply.header("x-correlation-id")).hasSize(36);
    }

    @Test
    void refusesABodyThatIsNoJson() {
        ApiClient.Reply reply = admin.put("/api/v1/settings", "{\"name\": ");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/code")).isEqualTo("MALFORMED");
        assertThat(reply.at("/detail")).contains("line 1");
    }

    @Test
    void refusesAMissingBody() {
        assertThat(admin.send("PUT", "/api/v1/settings", null, Map.of("content-type", "application/json"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void namesAFieldItDoesNotKnow() {
        ApiClient.Reply reply = admin.put("/api/v1/suppliers/acme", SetUp.SUPPLIER.replace("\"from\"", "\"form\""));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.at("/field")).isEqualTo("workingHours.form");
        assertThat(reply.at("/detail")).contains("Known here: days, from, holidays, to");
    }

    @Test
    void namesAFieldThatIsMissing() {
        ApiClient.Reply reply =
                admin.put("/api/v1/suppliers/acme", SetUp.SUPPLIER.replace("\"price\": \"4.90\"", "\"price\": null"));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.at("/field")).isEqualTo("shippingRates[0].price");
        assertThat(reply.at("/detail")).contains("missing");
    }

    @ParameterizedTest
    @CsvSource({
        "valueLimit, \"500.00\", 500.00, a text in quotes",
        "valueLimit, \"500.00\", '\"12,50\"', a decimal such as",
        "valueLimit, \"500.00\", \"1.005\", at most 2 digits",
        "maxReroutes, 2, \"2\", a whole number",
        "zone, \"Europe/Berlin\", \"Mars/Olympus\", time zone",
        "holdUnpaid, true, \"yes\", true or false",
    })
    void saysWhatBelongsIntoAField(String field, String good, String bad, String wanted) {
        String body = SetUp.SETTINGS.replace("\"" + field + "\": " + good, "\"" + field + "\": " + bad);

        ApiClient.Reply reply = admin.put("/api/v1/settings", body);

        assertThat(reply.status()).as(reply.text()).isEqualTo(422);
        assertThat(reply.at("/field")).isEqualTo(field);
        assertThat(reply.at("/detail")).contains(wanted);
    }

    @Test
    void namesTheChoicesOfAClosedSet() {
        ApiClient.Reply reply = admin.put("/api/v1/suppliers/acme", SetUp.SUPPLIER.replace("GROSS", "BRUTTO"));

        assertThat(reply.at("/field")).isEqualTo("netting");
        assertThat(reply.at("/detail")).contains("NET, GROSS, UNKNOWN");
    }

    @Test
    void saysWhereThereIsNothing() {
        assertThat(admin.get("/api/v1/nothing").at("/code")).isEqualTo("NOT_FOUND");
        assertThat(admin.post("/api/v1/settings", "{}").status()).isEqualTo(405);
        assertThat(admin.send("PUT", "/api/v1/settings", "a=b", Map.of("content-type", "text/plain"))
                        .status())
                .isEqualTo(415);
    }

    @Test
    void refusesABodyBeyondTheLimit() {
        String body = "{\"rates\": \"" + "x".repeat(LimitedBody.MOST_BYTES) + "\"}";

        assertThat(admin.post("/api/v1/fx-rates", body).status()).isEqualTo(413);
    }

    @Test
    @DisplayName("200 answered on a failed write loses the order")
    void answers503WhileTheDatabaseIsGone() {
        try (RunningBaton alone = RunningBaton.fresh()) {
            MerchantId merchant = alone.newMerchant();
            ApiClient client = new ApiClient(alone, merchant, alone.key(merchant, "admin"));
            assertThat(client.get("/api/v1/settings").status()).isEqualTo(200);
            String hooks = client.put("/api/v1/stores/main", SHOPIFY).at("/webhookUrl");
            assertThat(hook(client, hooks).status()).isEqualTo(200);

            alone.database().close();

            ApiClient.Reply reply = client.put("/api/v1/settings", SetUp.SETTINGS);
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.at("/code")).isEqualTo("UNAVAILABLE");
            assertThat(reply.header("retry-after")).isNotEmpty();
            assertThat(hook(client, hooks).status()).isEqualTo(503);
        }
    }

    private static final String SHOPIFY = """
            {"kind": "shopify", "name": "Lamps", "currency": "EUR", "zone": "Europe/Berlin",
             "shopify": {"shopDomain": "lamps.myshopify.com", "webhookSecrets": ["hook-secret"]}}""";

    /** A signed order of the store, which is kept before it is answered or asked for again. */
    private static ApiClient.Reply hook(ApiClient client, String path) {
        String body = "{\"id\": 5001}";
        String signature =
                Hmac.base64("hook-secret".getBytes(StandardCharsets.UTF_8), body.getBytes(StandardCharsets.UTF_8));
        return client.withKey("")
                .send(
                        "POST",
                        path,
                        body,
                        Map.of(
                                "X-Shopify-Topic", "orders/create",
                                "X-Shopify-Hmac-Sha256", signature,
                                "X-Shopify-Shop-Domain", "lamps.myshopify.com",
                                "X-Shopify-API-Version", "2026-07",
                                "X-Shopify-Webhook-Id", UUID.randomUUID().toString(),
                                "X-Shopify-Event-Id", UUID.randomUUID().toString(),
                                "X-Shopify-Triggered-At", "2026-03-02T09:00:00Z"));
    }
}
