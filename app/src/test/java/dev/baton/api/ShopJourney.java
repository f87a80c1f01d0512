package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.world.http.Body;
import dev.baton.world.http.Json;
import dev.baton.world.http.MiniServer;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.shopify.AdminApi;
import dev.baton.world.shopify.NewShopOrder;
import dev.baton.world.shopify.Shop;
import dev.baton.world.shopify.ShopEvent;
import dev.baton.world.shopify.ShopMood;
import dev.baton.world.shopify.ShopProfile;
import dev.baton.world.shopify.WebhookSender;
import dev.baton.world.story.Address;
import dev.baton.world.story.Buyer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.awaitility.core.ConditionTimeoutException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A merchant with a Shopify store of the world and one supplier, by HTTP alone: the store's webhooks are told one by
 * one, the supplier answers when the test says so.
 */
final class ShopJourney implements AutoCloseable {

    static final int GRACE_SECONDS = 600;

    static final Address BERLIN = new Address(
            "Erika",
            "Muster",
            null,
            "Torstr. 1",
            null,
            "Berlin",
            "Berlin",
            "BE",
            "10115",
            "Germany",
            "DE",
            "+49301234567");

    final ApiClient admin = ApiClient.admin();
    final SupplierEndpoint endpoint = new SupplierEndpoint();
    final Deque<ShopEvent> untold = new ArrayDeque<>();
    final ShopProfile profile = new ShopProfile(
            "main",
            "Lamps",
            "lamps.myshopify.com",
            "EUR",
            "client",
            "secret",
            "shpat_test",
            ShopProfile.ALL_SCOPES,
            true,
            "hook-secret",
            7);
    final Shop shop = new Shop(profile, admin.baton().clock(), untold::add);

    private final MiniServer store = MiniServer.start(
            0,
            new AdminApi(shop, new Ledger(admin.baton().clock()), admin.baton().clock(), ShopMood.calm())::handle);
    private final String hooks;
    private final ApiClient acme;

    /** @param pollSeconds 0 = the store tells everything by webhook and cannot be asked */
    ShopJourney(int pollSeconds) {
        SetUp.shop(admin);
        SetUp.good(admin.put("/api/v1/suppliers/acme", endpoint.definition()));
        SetUp.good(admin.put(
                "/api/v1/settings",
                SetUp.SETTINGS.replace("\"graceSeconds\": 0", "\"graceSeconds\": " + GRACE_SECONDS)));
        ObjectNode body = Json.object();
        body.put("kind", "shopify").put("name", "Lamps").put("currency", "EUR").put("zone", "Europe/Berlin");
        ObjectNode shopify = body.putObject("shopify").put("shopDomain", profile.domain());
        shopify.putArray("webhookSecrets").add(profile.webhookSecret());
        if (pollSeconds > 0) {
            shopify.put("apiBaseUrl", store.url().toString())
                    .put("accessToken", profile.accessToken())
                    .put("pollSeconds", pollSeconds);
        }
        ApiClient.Reply defined = admin.put("/api/v1/stores/main", body.toString());
        SetUp.good(defined);
        hooks = defined.at("/webhookUrl");
        acme = admin.withKey(admin.post("/api/v1/suppliers/acme/keys", "{\"name\": \"Acme\"}")
                .at("/key"));
    }

    /** Somebody buys {@code sku×quantity}; the line's id is the order's and its place. */
    void buys(long order, String... lines) {
        List<NewShopOrder.Line> wanted = Arrays.stream(lines)
                .map(line -> line.split("×"))
                .map(line -> new NewShopOrder.Line(
                        order * 10 + (line[0].equals("LAMP") ? 1 : 2),
                        line[0],
                        "Title of " + line[0],
                        Integer.parseInt(line[1]),
                        30_00,
                        0,
                        0,
                        900))
                .toList();
        shop.place(new NewShopOrder(
                order,
                (int) (order - 4000),
                new Buyer(1, "Erika", "Muster", "erika@example.org", "+49301234567", "de"),
                BERLIN,
                wanted,
                "EUR",
                "standard",
                4_90,
                null,
                null,
                true));
    }

    /** Delivers every event the store has not told yet. */
    void tellAll() {
        while (!untold.isEmpty()) {
            tell(untold.remove());
        }
    }

    /** Tells of the order as the store has it now, changed by hand, a second later. */
    void tellChanged(long order, Consumer<ObjectNode> change) {
        pass(Duration.ofSeconds(2));
        ObjectNode json = (ObjectNode) Json.read(shop.snapshot(order).bytes());
        json.put("updated_at", admin.baton().clock().instant().toString());
        change.accept(json);
        tell(new ShopEvent(
                "orders/updated",
                order,
                order + "/" + admin.baton().clock().instant(),
                admin.baton().clock().instant(),
                Body.of(json)));
    }

    private void tell(ShopEvent event) {
        ApiClient.Reply reply = admin.withKey("")
                .send(
                        "POST",
                        hooks,
                        event.body().text(),
                        WebhookSender.headers(profile, event, event.eventId() + event.topic()));
        assertThat(reply.status()).as(event.topic()).isEqualTo(200);
    }

    /** Business time goes by. */
    void pass(Duration time) {
        admin.baton().clock().advance(time);
    }

    /** Time enough for everything unsent to be sent. */
    void passGrace() {
        pass(Duration.ofSeconds(GRACE_SECONDS + 1));
    }

    /** What the API says of a store order; empty while it knows none. */
    JsonNode order(long order) {
        String id = admin.get("/api/v1/orders?store=main&storeOrderId=" + order).at("/items/0/id");
        return id.isEmpty() ? Json.object() : admin.get("/api/v1/orders/" + id).json();
    }

    String at(long order, String pointer) {
        return order(order).at(pointer).asString("");
    }

    /** Waits until it is so; Baton works on its own threads. */
    void until(Callable<Boolean> so) {
        try {
            await().atMost(Duration.ofSeconds(20)).until(so);
        } catch (ConditionTimeoutException never) {
            throw new AssertionError("it did not come so; open tasks: " + tasks(), never);
        }
    }

    /** Waits until the order is planned and its purchase orders rest. */
    void planned(long order) {
        purchaseOrder(order, "issued");
    }

    /** Waits until a purchase order of the order is in that state and answers its number. */
    String purchaseOrder(long order, String state) {
        until(() -> !numberOf(order, state).isEmpty());
        return numberOf(order, state);
    }

    private String numberOf(long order, String state) {
        return order(order)
                .path("purchaseOrders")
                .valueStream()
                .filter(one -> one.path("state").asString("").equals(state))
                .map(one -> one.path("number").asString(""))
                .findFirst()
                .orElse("");
    }

    /** Waits until a purchase order of the order is sent and answers its number. */
    String sent(long order) {
        return purchaseOrder(order, "sent");
    }

    /** Documents of a type the supplier got. */
    List<JsonNode> documents(String type) {
        return endpoint.documents().stream()
                .filter(document -> document.path("type").asString("").equals(type))
                .toList();
    }

    /** The supplier's own view of the API. */
    ApiClient supplier() {
        return acme;
    }

    ApiClient.Reply answer(String number, String what, String body) {
        ApiClient.Reply reply = acme.post("/api/v1/supplier/purchase-orders/" + number + "/" + what, body);
        SetUp.good(reply);
        return reply;
    }

    /** The page the order's customer sees, found by number and mail address, in that language. */
    Document customersPage(int number, String language) {
        ApiClient customer = admin.withKey("");
        ApiClient.Reply found = customer.send(
                "POST",
                "/o/" + admin.merchant().value() + "/main",
                "order=" + number + "&email=erika%40example.org",
                Map.of("content-type", "application/x-www-form-urlencoded"));
        assertThat(found.status()).as(found.text()).isEqualTo(303);
        return Jsoup.parse(
                customer.get(found.header("location") + "?lang=" + language).text());
    }

    /** Titles and details of the open tasks. */
    String tasks() {
        return admin.get("/api/v1/tasks").text();
    }

    /** Holds open now. */
    String holds() {
        return admin.get("/api/v1/holds?state=open").text();
    }

    @Override
    public void close() {
        store.close();
        endpoint.close();
    }
}
