package dev.baton.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.channels.StoreConnection;
import dev.baton.channels.StoreConnection.Access;
import dev.baton.channels.shopify.ScriptedShop.Reply;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.testing.TestBaton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminApiTest {

    private final AdminApi api = TestBaton.shared().bean(AdminApi.class);
    private final ScriptedShop shop = new ScriptedShop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void asksThePinnedVersionWithTheToken() {
        shop.answers(request -> Reply.data("{\"order\": {\"id\": \"gid://shopify/Order/1\"}}"));

        ApiAnswer answer = ask(new Access.StaticToken("shpat_1"));

        assertThat(answer).isInstanceOf(ApiAnswer.Told.class);
        assertThat(shop.requests()).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/admin/api/2026-07/graphql.json");
            assertThat(request.token()).isEqualTo("shpat_1");
            assertThat(request.body()).contains("\"variables\":{\"id\":\"gid://shopify/Order/1\"}");
        });
    }

    @Test
    void anExpiredTokenIsRenewedOnceAndKept() {
        AtomicInteger made = new AtomicInteger();
        shop.answers(request -> {
            if (request.path().equals("/admin/oauth/access_token")) {
                return new Reply(
                        200,
                        "{\"access_token\": \"shpat_" + made.incrementAndGet()
                                + "\", \"scope\": \"read_orders\", \"expires_in\": 86399}");
            }
            return request.token().equals("shpat_1")
                    ? new Reply(401, "{\"errors\": \"[API] Invalid API key or access token\"}")
                    : Reply.data("{\"order\": {\"id\": \"x\"}}");
        });
        StoreConnection connection = connection(new Access.ClientCredentials("id", "se&cret"));

        ApiAnswer first = api.ask(connection, Query.ORDER, Map.of("id", "x"));
        ApiAnswer second = api.ask(connection, Query.ORDER, Map.of("id", "x"));

        assertThat(first).isInstanceOf(ApiAnswer.Told.class);
        assertThat(second).isInstanceOf(ApiAnswer.Told.class);
        assertThat(made).hasValue(2);
        assertThat(shop.requests().getFirst().body())
                .isEqualTo("grant_type=client_credentials&client_id=id&client_secret=se%26cret");
    }

    @Test
    void aStaticTokenThatIsRefusedNeedsAPerson() {
        shop.answers(request -> new Reply(401, ""));

        assertThat(ask(new Access.StaticToken("shpat_1"))).isInstanceOf(ApiAnswer.Denied.class);
        assertThat(shop.requests()).hasSize(1);
    }

    @Test
    void credentialsThatAreRefusedNeedAPerson() {
        shop.answers(request -> new Reply(400, "{\"error\": \"invalid_client\"}"));

        assertThat(ask(new Access.ClientCredentials("id", "secret"))).isInstanceOf(ApiAnswer.Denied.class);
    }

    @ParameterizedTest
    @CsvSource({
        // requested, available, restored per second → wait in milliseconds
        "500, 100, 100, 4000",
        "500, 450, 100, 500",
        "900, 0,   10,  60000",
        "0,   0,   0,   2000",
    })
    void waitsUntilTheBucketHoldsTheQuery(int requested, int available, int rate, long millis) {
        shop.answers(request -> new Reply(200, """
                {"errors": [{"message": "Throttled", "extensions": {"code": "THROTTLED"}}],
                 "extensions": {"cost": {"requestedQueryCost": %d, "actualQueryCost": null,
                   "throttleStatus": {"maximumAvailable": 2000, "currentlyAvailable": %d, "restoreRate": %d}}}}""".formatted(requested, available, rate)));

        assertThat(ask(new Access.StaticToken("t"))).isEqualTo(new ApiAnswer.Throttled(Duration.ofMillis(millis)));
    }

    @Test
    void fieldsThatMayNotBeSeenDoNotHideTheRest() {
        String denied = """
                "errors": [{"message": "This app is not approved to use the name field.",
                  "extensions": {"code": "ACCESS_DENIED"}}]""";
        shop.answers(request -> new Reply(200, "{\"data\": {\"order\": {\"id\": \"x\"}}, " + denied + "}"));
        ApiAnswer some = ask(new Access.StaticToken("t"));
        shop.answers(request -> new Reply(200, "{\"data\": {\"order\": null}, " + denied + "}"));
        ApiAnswer none = ask(new Access.StaticToken("t"));

        assertThat(some).isInstanceOf(ApiAnswer.Told.class);
        assertThat(none).isInstanceOf(ApiAnswer.Denied.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | {}                                                        | Denied",
                "402 | {}                                                        | Denied",
                "423 | {}                                                        | Denied",
                "404 | {}                                                        | Denied",
                "429 | {}                                                        | Throttled",
                "500 | {}                                                        | Unknown",
                "502 | <html>                                                    | Unknown",
                "503 | {}                                                        | NotDone",
                "400 | {}                                                        | Refused",
                "200 | <html>                                                    | Unknown",
                "200 | {}                                                        | Unknown",
                "200 | {\"data\": {\"order\"                                     | Unknown",
                "200 | {\"errors\": [{\"message\": \"Field 'x' doesn't exist\"}]} | Refused",
                "200 | {\"errors\": [{\"message\": \"Internal error\"}]}         | Unknown",
            })
    void everyAnswerHasAName(int status, String body, String name) {
        shop.answers(request -> new Reply(status, body));

        assertThat(ask(new Access.StaticToken("t")).getClass().getSimpleName()).isEqualTo(name);
    }

    @Test
    void aShopThatCannotBeReachedWasNotTold() {
        shop.close();

        assertThat(ask(new Access.StaticToken("t"))).isInstanceOf(ApiAnswer.NotDone.class);
    }

    private ApiAnswer ask(Access access) {
        return api.ask(connection(access), Query.ORDER, Map.of("id", "gid://shopify/Order/1"));
    }

    private StoreConnection connection(Access access) {
        return connection(shop, access);
    }

    /** A live store whose Admin API is played by the scripted shop. */
    static StoreConnection connection(ScriptedShop shop, Access access) {
        return new StoreConnection(
                new MerchantId(UUID.randomUUID()),
                new StoreId(UUID.randomUUID()),
                "acme.myshopify.com",
                URI.create(shop.url()),
                access,
                List.of("s"),
                null,
                0,
                1,
                true,
                Instant.EPOCH);
    }
}
