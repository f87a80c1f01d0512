package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.invariants.DatabaseInside;
import dev.baton.invariants.KilledBaton;
import dev.baton.world.http.BatonApi;
import dev.baton.world.http.Body;
import dev.baton.world.http.Caller;
import dev.baton.world.http.Json;
import dev.baton.world.shopify.NewShopOrder;
import dev.baton.world.shopify.Shop;
import dev.baton.world.shopify.ShopEvent;
import dev.baton.world.shopify.ShopProfile;
import dev.baton.world.shopify.WebhookSender;
import dev.baton.world.story.Address;
import dev.baton.world.story.Buyer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** I24: the database killed under the running program answers 503, never 2xx; nothing is lost once it is back. */
@Timeout(180)
class DatabaseKilledTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private static final ShopProfile SHOP = new ShopProfile(
            "shop",
            "Corner shop",
            "corner-shop.myshopify.com",
            "EUR",
            "client",
            "client-secret",
            "shpat_test",
            ShopProfile.ALL_SCOPES,
            true,
            "hooks-secret",
            11);

    private static final String SHOPIFY_STORE = """
            {"kind": "shopify", "name": "Corner shop", "currency": "EUR", "zone": "Europe/Berlin", "live": true,
             "shopify": {"shopDomain": "%s", "apiBaseUrl": "http://127.0.0.1:1", "accessToken": "%s",
                         "webhookSecrets": ["%s"], "locationId": "11", "pollSeconds": 0}}""";

    private static final String ORDER = """
            {"store": "wholesale", "id": "W-1", "name": "W-1", "placedAt": "2026-03-02T08:00:00Z", "currency": "EUR",
             "paid": true,
             "customer": {"name": "Ada Birkholm", "email": "ada@example.org", "phone": "+493023125001", "locale": "de"},
             "shipTo": {"name": "Ada Birkholm", "line1": "Lindenallee 5", "city": "Leipzig", "postcode": "04109",
                        "countryCode": "DE", "phone": "+493023125001"},
             "lines": [{"id": "1", "sku": "LAMP", "title": "Lamp", "quantity": 1, "unitPrice": "20.00", "tax": "1.40"}],
             "shipping": "5.90", "taxIncluded": false, "total": "27.30", "shipMethod": "standard"}""";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    Path folder;

    @Test
    void answers503WhileTheDatabaseIsKilledAndHasEachOrderOnceAfterwards() throws Exception {
        assumeTrue(
                System.getenv("BATON_TEST_DATABASE_URL") == null,
                "kills the PostgreSQL in the box; another server is not ours to kill");
        DatabaseInside database = new DatabaseInside(folder);
        try (KilledBaton baton = new KilledBaton(folder, Clock.systemUTC().instant(), 1, null);
                Caller caller = new Caller()) {
            baton.start(Set.of());
            String key = baton.awaitKey();
            BatonApi api = new BatonApi(caller, baton.baseUrl(), key, PATIENCE);
            HttpRequest posted = order(baton.baseUrl(), api, key);
            HttpRequest told = webhook(baton.baseUrl(), api);

            database.spoil();
            database.kill();
            HttpResponse<String> postedWhileGone = HTTP.send(posted, HttpResponse.BodyHandlers.ofString());
            HttpResponse<String> toldWhileGone = HTTP.send(told, HttpResponse.BodyHandlers.ofString());
            database.mend();

            assertThat(postedWhileGone.statusCode()).as(postedWhileGone.body()).isEqualTo(503);
            assertThat(postedWhileGone.headers().firstValue("content-type").orElse(""))
                    .startsWith("application/problem+json");
            assertThat(postedWhileGone.headers().firstValue("retry-after")).isPresent();
            assertThat(toldWhileGone.statusCode()).as(toldWhileGone.body()).isEqualTo(503);
            sentUntilTaken(posted);
            sentUntilTaken(told);
            assertThat(timesThere(database, "W-1")).isEqualTo(1);
            assertThat(timesThere(database, "4711")).isEqualTo(1);
        }
    }

    private static HttpRequest order(URI baseUrl, BatonApi api, String key) {
        assertThat(api.put("/api/v1/stores/wholesale", json(SetUp.API_STORE)).isGood())
                .isTrue();
        return HttpRequest.newBuilder(baseUrl.resolve("/api/v1/orders"))
                .timeout(ANSWER)
                .header("content-type", "application/json")
                .header("authorization", "Bearer " + key)
                .header("idempotency-key", "killed-1")
                .POST(HttpRequest.BodyPublishers.ofString(ORDER))
                .build();
    }

    private static HttpRequest webhook(URI baseUrl, BatonApi api) {
        JsonNode store = json(SHOPIFY_STORE.formatted(SHOP.domain(), SHOP.accessToken(), SHOP.webhookSecret()));
        BatonApi.Answer connected = api.put("/api/v1/stores/shop", store);
        assertThat(connected.isGood()).as(connected.text()).isTrue();
        ShopEvent event = checkout();
        HttpRequest.Builder request = HttpRequest.newBuilder(baseUrl.resolve(
                        URI.create(Json.text(connected.orEmpty(), "webhookUrl")).getPath()))
                .timeout(ANSWER)
                .POST(HttpRequest.BodyPublishers.ofByteArray(event.body().bytes()));
        WebhookSender.headers(SHOP, event, "5d1f7d0e-0000-4000-8000-000000000001")
                .forEach(request::header);
        return request.build();
    }

    private static ShopEvent checkout() {
        List<ShopEvent> events = new ArrayList<>();
        Address home = new Address(
                "Ada",
                "Birkholm",
                null,
                "Lindenallee 5",
                null,
                "Leipzig",
                null,
                null,
                "04109",
                "Germany",
                "DE",
                "+493023125001");
        new Shop(SHOP, Clock.systemUTC(), events::add)
                .place(new NewShopOrder(
                        4711,
                        1001,
                        new Buyer(1, "Ada", "Birkholm", "ada@example.org", "+493023125001", "de"),
                        home,
                        List.of(new NewShopOrder.Line(1, "LAMP", "Lamp", 1, 2000, 0, 140, 900)),
                        "EUR",
                        "standard",
                        590,
                        null,
                        null,
                        true));
        return events.getFirst();
    }

    /** As a sender would who tries again until it is taken; what was taken then is there at once or soon. */
    private static void sentUntilTaken(HttpRequest request) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() < 300) {
                return;
            }
            assertThat(System.nanoTime()).as(answer.body()).isLessThan(end);
        }
    }

    /** Messages are read right after they were taken: waits for that, then counts. */
    private static int timesThere(DatabaseInside database, String storeOrderId) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (Connection connection = database.connect();
                PreparedStatement open =
                        connection.prepareStatement("select count(*) from inbox where state = 'RECEIVED'");
                PreparedStatement orders =
                        connection.prepareStatement("select count(*) from sales_order where store_order_id = ?")) {
            while (count(open) > 0 && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            orders.setString(1, storeOrderId);
            return count(orders);
        }
    }

    private static int count(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private static JsonNode json(String text) {
        return Objects.requireNonNull(Json.readOrNull(Body.of(text).bytes()));
    }
}
