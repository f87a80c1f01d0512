package dev.baton.world.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.world.http.Body;
import dev.baton.world.http.Json;
import dev.baton.world.http.Reply;
import dev.baton.world.http.Request;
import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.ledger.StoreTrouble;
import dev.baton.world.story.Address;
import dev.baton.world.story.Buyer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The strict shop: what Shopify would refuse it refuses too, and every refusal is a fact in the ledger. */
class AdminApiTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String ORDERS = "{ orders(first: 5) { nodes { id name } } }";
    private static final String CREATE = """
            mutation($fulfillment: FulfillmentInput!) {
              fulfillmentCreate(fulfillment: $fulfillment) {
                fulfillment { id status } userErrors { field message } } }""";

    private final Ledger ledger = new Ledger(Clock.fixed(NOW, ZoneOffset.UTC));
    private final List<ShopEvent> told = new ArrayList<>();

    private Instant now = NOW;

    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);

    private Shop shop(Set<String> scopes, boolean personalData) {
        Shop shop = new Shop(
                new ShopProfile(
                        "main",
                        "Shop",
                        "shop.myshopify.com",
                        "USD",
                        "client",
                        "secret",
                        null,
                        scopes,
                        personalData,
                        "hook-secret",
                        7),
                clock,
                told::add);
        shop.place(new NewShopOrder(
                5001,
                1001,
                new Buyer(1, "Ada", "Example", "ada@example.org", "+12125550100", "en-US"),
                new Address(
                        "Ada",
                        "Example",
                        null,
                        "1 Test St",
                        null,
                        "New York",
                        "New York",
                        "NY",
                        "10001",
                        "United States",
                        "US",
                        "+12125550100"),
                List.of(new NewShopOrder.Line(11, "MUG", "Mug", 3, 10_00, 0, 0, 400)),
                "USD",
                "standard",
                5_90,
                null,
                null,
                true));
        return shop;
    }

    private AdminApi api(Shop shop, ShopMood mood) {
        return new AdminApi(shop, ledger, clock, mood);
    }

    private AdminApi api(Shop shop) {
        return api(shop, ShopMood.calm());
    }

    private static String token(AdminApi api) {
        Reply reply = api.handle(request(
                "/admin/oauth/access_token",
                "",
                "grant_type=client_credentials&client_id=client&client_secret=secret"));
        return Json.text(json(reply), "access_token");
    }

    private static Request request(String path, String token, String body) {
        return new Request("POST", path, "", Map.of("x-shopify-access-token", List.of(token)), Body.of(body));
    }

    private static Reply ask(AdminApi api, String token, String query, ObjectNode variables) {
        ObjectNode body = Json.object().put("query", query);
        body.set("variables", variables);
        return api.handle(request("/admin/api/" + AdminApi.VERSION + "/graphql.json", token, body.toString()));
    }

    private static JsonNode json(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Answer.class);
        return Json.read(((Reply.Answer) reply).body().bytes());
    }

    private static int status(Reply reply) {
        return ((Reply.Answer) reply).status();
    }

    private String refusal() {
        return ledger.facts(Fact.StoreCallRefused.class).getLast().why();
    }

    @Test
    void answersWhatIsAskedWell() {
        AdminApi api = api(shop(ShopProfile.ALL_SCOPES, true));

        JsonNode answer = json(ask(api, token(api), ORDERS, Json.object()));

        assertThat(answer.at("/data/orders/nodes/0/name").asString()).isEqualTo("#1001");
        assertThat(ledger.facts(Fact.StoreCallRefused.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/api/2025-01/graphql.json", "/admin/api/unstable/graphql.json", "/graphql.json"})
    void knowsNoVersionButThePinnedOne(String path) {
        AdminApi api = api(shop(ShopProfile.ALL_SCOPES, true));

        assertThat(status(api.handle(request(path, token(api), "{}")))).isEqualTo(404);
        assertThat(refusal()).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ orders(first: 5) { nodes { colour } } }",
                "{ orders(first: 5, colour: 1) { nodes { id } } }",
                "{ orders(first: \"5\") { nodes { id } } }",
                "{ orders(first: 5) { nodes } }",
                "{ orders(first: 5) { nodes { id } }"
            })
    void refusesACallTheSchemaDoesNotHave(String query) {
        AdminApi api = api(shop(ShopProfile.ALL_SCOPES, true));

        JsonNode answer = json(ask(api, token(api), query, Json.object()));

        assertThat(answer.path("errors").isEmpty()).isFalse();
        assertThat(answer.path("data").isMissingNode()).isTrue();
        assertThat(refusal()).isNotBlank();
    }

    @Test
    void deniesWhatTheMerchantHasNotGranted() {
        AdminApi api = api(shop(Set.of("read_locations"), true));

        JsonNode answer = json(ask(api, token(api), ORDERS, Json.object()));

        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("ACCESS_DENIED");
        assertThat(answer.at("/errors/0/message").asString()).contains("read_orders");
    }

    @Test
    void letsATokenLiveADay() {
        AdminApi api = api(shop(ShopProfile.ALL_SCOPES, true));
        String token = token(api);

        now = NOW.plus(Duration.ofHours(23));
        assertThat(status(ask(api, token, ORDERS, Json.object()))).isEqualTo(200);
        now = NOW.plus(Duration.ofHours(24));
        assertThat(status(ask(api, token, ORDERS, Json.object()))).isEqualTo(401);
        assertThat(status(ask(api, "shpat_made-up", ORDERS, Json.object()))).isEqualTo(401);
    }

    @Test
    void revokesTokensAndThrottlesWhenItsMoodSaysSo() {
        AdminApi revoking = api(shop(ShopProfile.ALL_SCOPES, true), new ShopMood(0, 2, 0, 0));
        String token = token(revoking);
        assertThat(status(ask(revoking, token, ORDERS, Json.object()))).isEqualTo(200);
        assertThat(status(ask(revoking, token, ORDERS, Json.object()))).isEqualTo(401);

        AdminApi busy = api(shop(ShopProfile.ALL_SCOPES, true), new ShopMood(2, 0, 0, 0));
        String other = token(busy);
        assertThat(json(ask(busy, other, ORDERS, Json.object())).has("errors")).isFalse();
        assertThat(json(ask(busy, other, ORDERS, Json.object()))
                        .at("/errors/0/extensions/code")
                        .asString())
                .isEqualTo("THROTTLED");
        now = now.plusSeconds(60);
        assertThat(json(ask(busy, other, ORDERS, Json.object())).has("errors")).isFalse();
        assertThat(troubles()).containsExactly(StoreTrouble.TOKEN_REFUSED, StoreTrouble.THROTTLED);
    }

    @Test
    void saysInUserErrorsWhatItDoesNotEnter() {
        Shop shop = shop(ShopProfile.ALL_SCOPES, true);
        AdminApi api = api(shop);

        JsonNode tooMany = json(ask(api, token(api), CREATE, fulfilment(shop, 4)));
        JsonNode nobody = json(ask(api, token(api), CREATE, unknownFulfilmentOrder()));

        assertThat(tooMany.at("/data/fulfillmentCreate/userErrors/0/message").asString())
                .isEqualTo("Invalid fulfillment order line item quantity requested.");
        assertThat(tooMany.at("/data/fulfillmentCreate/fulfillment").isNull()).isTrue();
        assertThat(nobody.at("/data/fulfillmentCreate/userErrors/0/message").asString())
                .isEqualTo("Fulfillment order does not exist.");
        assertThat(ledger.facts(Fact.FulfilmentRefused.class)).hasSize(2);
        assertThat(ledger.facts(Fact.Fulfilled.class)).isEmpty();
        assertThat(shop.fulfilledUnits(5001)).containsEntry(11L, 0);
    }

    @Test
    void entersAFulfilmentAndTellsOfItEvenWhenItsAnswerIsLost() {
        Shop shop = shop(ShopProfile.ALL_SCOPES, true);
        AdminApi api = api(shop, new ShopMood(0, 0, 2, 0));
        String token = token(api);

        Reply first = ask(api, token, CREATE, fulfilment(shop, 1));
        Reply second = ask(api, token, CREATE, fulfilment(shop, 2));

        assertThat(json(first).at("/data/fulfillmentCreate/fulfillment/status").asString())
                .isEqualTo("SUCCESS");
        assertThat(second).isInstanceOf(Reply.Lost.class);
        assertThat(troubles()).containsExactly(StoreTrouble.ANSWER_LOST);
        assertThat(shop.fulfilledUnits(5001)).containsEntry(11L, 3);
        assertThat(ledger.facts(Fact.Fulfilled.class))
                .extracting(Fact.Fulfilled::units)
                .containsExactly(Map.of("11", 1), Map.of("11", 2));
        assertThat(told).extracting(ShopEvent::topic).contains("orders/partially_fulfilled", "orders/fulfilled");
    }

    @Test
    void refusesOneWhoseOrderIsOnHoldAndEachWhileItsScopeIsMissing() {
        Shop shop = shop(ShopProfile.ALL_SCOPES, true);
        AdminApi api = api(shop, new ShopMood(0, 0, 0, 1));
        String token = token(api);

        JsonNode onHold = json(ask(api, token, CREATE, fulfilment(shop, 1)));
        shop.withhold(ShopProfile.ENTERS_FULFILMENTS);
        JsonNode denied = json(ask(api, token, CREATE, fulfilment(shop, 1)));
        assertThat(shop.grant()).containsExactly(ShopProfile.ENTERS_FULFILMENTS);
        JsonNode entered = json(ask(api, token, CREATE, fulfilment(shop, 1)));

        assertThat(onHold.at("/data/fulfillmentCreate/userErrors/0/message").asString())
                .endsWith("has an unfulfillable status= on_hold.");
        assertThat(denied.at("/errors/0/extensions/code").asString()).isEqualTo("ACCESS_DENIED");
        assertThat(entered.at("/data/fulfillmentCreate/fulfillment/status").asString())
                .isEqualTo("SUCCESS");
        assertThat(troubles()).containsExactly(StoreTrouble.USER_ERRORS, StoreTrouble.MISSING_SCOPE);
    }

    private List<StoreTrouble> troubles() {
        return ledger.facts(Fact.StoreTroubled.class).stream()
                .map(Fact.StoreTroubled::trouble)
                .toList();
    }

    @Test
    void showsNothingOfCustomersWithoutPermission() {
        Shop shop = shop(ShopProfile.ALL_SCOPES, false);
        AdminApi api = api(shop);

        JsonNode answer = json(ask(
                api,
                token(api),
                "{ order(id: \"gid://shopify/Order/5001\") { id email shippingAddress { address1 } } }",
                Json.object()));

        assertThat(answer.toString()).doesNotContain("ada@example.org", "1 Test St");
        assertThat(shop.snapshot(5001).text()).doesNotContain("ada@example.org", "1 Test St");
    }

    private static ObjectNode fulfilment(Shop shop, int units) {
        ShopOrder order = Objects.requireNonNull(shop.locked(() -> shop.find(5001)));
        ShopOrder.Line line = Objects.requireNonNull(order.lines.get(11L));
        return fulfilment(order.fulfilmentOrderId(), line.fulfilmentLineId(), units);
    }

    private static ObjectNode unknownFulfilmentOrder() {
        return fulfilment(404, 404, 1);
    }

    private static ObjectNode fulfilment(long order, long line, int units) {
        ObjectNode variables = Json.object();
        ObjectNode group = variables
                .putObject("fulfillment")
                .putArray("lineItemsByFulfillmentOrder")
                .addObject()
                .put("fulfillmentOrderId", "gid://shopify/FulfillmentOrder/" + order);
        group.putArray("fulfillmentOrderLineItems")
                .addObject()
                .put("id", "gid://shopify/FulfillmentOrderLineItem/" + line)
                .put("quantity", units);
        return variables;
    }

    private static final String SET = """
            mutation($input: InventorySetQuantitiesInput!, $key: String!) {
              inventorySetQuantities(input: $input) @idempotent(key: $key) {
                inventoryAdjustmentGroup { id } userErrors { code field message } } }""";

    private static ObjectNode figures(String key, int quantity, int from) {
        ObjectNode variables = Json.object().put("key", key);
        ObjectNode input = variables.putObject("input").put("name", "available").put("reason", "correction");
        input.putArray("quantities")
                .addObject()
                .put("inventoryItemId", "gid://shopify/InventoryItem/91")
                .put("locationId", "gid://shopify/Location/7")
                .put("quantity", quantity)
                .put("changeFromQuantity", from);
        return variables;
    }

    private static String code(JsonNode answer) {
        return answer.at("/data/inventorySetQuantities/userErrors/0/code").asString("");
    }

    @Test
    void setsAFigureOnlyFromWhatItIsAndOncePerKey() {
        Shop shop = shop(ShopProfile.ALL_SCOPES, true);
        AdminApi api = api(shop);
        String token = token(api);
        shop.stock(91, "CUP", true, 10);

        assertThat(code(json(ask(api, token, SET, figures("a", 4, 10))))).isEmpty();
        shop.correct("CUP", -1);
        assertThat(code(json(ask(api, token, SET, figures("a", 4, 10))))).isEmpty();
        assertThat(shop.available("CUP")).isEqualTo(3);
        assertThat(code(json(ask(api, token, SET, figures("a", 5, 10)))))
                .isEqualTo("IDEMPOTENCY_KEY_PARAMETER_MISMATCH");
        assertThat(code(json(ask(api, token, SET, figures("b", 9, 4))))).isEqualTo("CHANGE_FROM_QUANTITY_STALE");
        assertThat(code(json(ask(api, token, SET, figures("b", 9, 4)))))
                .isEqualTo("IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED");
        assertThat(code(json(ask(api, token, SET, figures("c", -1, 3))))).isEqualTo("INVALID_QUANTITY_NEGATIVE");
        assertThat(ledger.facts(Fact.StockSet.class)).hasSize(1);
    }

    @Test
    void refusesFiguresWithoutAKeyOrWithoutTheFigureBefore() {
        AdminApi api = api(shop(ShopProfile.ALL_SCOPES, true));
        String token = token(api);
        ObjectNode keyless = figures("a", 4, 10);
        keyless.remove("key");
        ObjectNode unchecked = figures("a", 4, 10);
        ((ObjectNode) unchecked.at("/input/quantities/0")).remove("changeFromQuantity");

        JsonNode noKey = json(
                ask(api, token, SET.replace(", $key: String!", "").replace("@idempotent(key: $key)", ""), keyless));
        JsonNode noFigure = json(ask(api, token, SET, unchecked));
        JsonNode unknown = json(ask(api, token, SET.replace("@idempotent", "@once"), figures("a", 4, 10)));

        assertThat(noKey.at("/errors/0/message").asString()).contains("@idempotent");
        assertThat(noFigure.at("/errors/0/message").asString()).contains("changeFromQuantity");
        assertThat(unknown.at("/errors/0/message").asString()).contains("Directive @once is not defined");
    }

    @Test
    void lowersItsFiguresAsItSellsAndRaisesThemAsItTakesBack() {
        Shop shop = shop(ShopProfile.ALL_SCOPES, true);
        shop.stock(91, "MUG", true, 10);
        NewShopOrder again = new NewShopOrder(
                5002,
                1002,
                new Buyer(1, "Ada", "Example", "ada@example.org", "+12125550100", "en-US"),
                new Address("Ada", "E", null, "1 Test St", null, "New York", "New York", "NY", "10001", "US", "US", ""),
                List.of(new NewShopOrder.Line(12, "MUG", "Mug", 3, 10_00, 0, 0, 400)),
                "USD",
                "standard",
                5_90,
                null,
                null,
                true);

        shop.place(again);
        assertThat(shop.available("MUG")).isEqualTo(7);
        shop.refundUnits(5002, Map.of(12L, 1), 10_00);
        assertThat(shop.available("MUG")).isEqualTo(8);
        shop.cancel(5002, "customer");
        assertThat(shop.available("MUG")).isEqualTo(10);
    }
}
