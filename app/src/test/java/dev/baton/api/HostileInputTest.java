package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody sends on purpose, and what somebody does: each is refused in words that name the place. */
class HostileInputTest {

    private static final String ORDER = """
            {"store": "wholesale", "id": "%s", "name": "#1", "currency": "EUR", "paid": true,
             "shipTo": {"name": "Erika Muster", "line1": "Torstr. 1", "city": "Berlin", "postcode": "10115",
                        "countryCode": "DE"},
             "lines": [{"id": "1", "sku": "LAMP", "title": "Lamp", "quantity": 2, "unitPrice": "30.00"}]}""";

    private final ApiClient admin = ApiClient.admin();

    private ApiClient.Reply order(String body, String key) {
        return admin.send("POST", "/api/v1/orders", body, Map.of("Idempotency-Key", key));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/settings       | "Corner shop" | "a\\u0000b"  | name
            /api/v1/settings       | "KP"          | "\\ud800"    | blockedCountries[0]
            /api/v1/suppliers/acme | "Plain box"   | "a\\u0000"   | instructions.packaging
            """)
    void namesTheTextThatHoldsWhatCannotBeKept(String path, String good, String bad, String field) {
        String body = (path.endsWith("settings") ? SetUp.SETTINGS : SetUp.SUPPLIER).replace(good, bad);

        ApiClient.Reply reply = admin.put(path, body);

        assertThat(reply.status()).as(reply.text()).isEqualTo(422);
        assertThat(reply.at("/field")).isEqualTo(field);
        assertThat(reply.at("/detail")).contains("U+0000");
    }

    @Test
    void takesAnOrdersIdOnlyAsItIs() {
        SetUp.shop(admin);

        ApiClient.Reply reply = order(ORDER.formatted("a\\u0000b"), "k1");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.at("/field")).isEqualTo("id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "99999999999999999999999999", "-99999999999999999999999999"})
    void namesTheNumberThatIsTooLarge(String number) {
        ApiClient.Reply reply = admin.put(
                "/api/v1/settings", SetUp.SETTINGS.replace("\"maxReroutes\": 2", "\"maxReroutes\": " + number));

        assertThat(reply.status()).as(reply.text()).isEqualTo(422);
        assertThat(reply.at("/field")).isEqualTo("maxReroutes");
        assertThat(reply.at("/detail")).contains("a whole number");
    }

    @Test
    void namesTheRowOfASimpleListThatHasAnotherShape() {
        ApiClient.Reply reply = admin.put("/api/v1/settings", SetUp.SETTINGS.replace("\"KP\"", "[\"KP\"]"));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.at("/field")).isEqualTo("blockedCountries[0]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void refusesJsonThatIsTooDeepWithoutTheParsersOwnWords(String open) {
        ApiClient.Reply reply = order(open.repeat(50_000), "k2");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.at("/detail"))
                .contains("nesting depth")
                .contains("flatter")
                .doesNotContain("`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/orders?store=%00",
                "/api/v1/orders?storeOrderId=a%00b",
                "/api/v1/tasks?cursor=%00",
            })
    void namesTheParameterThatHoldsWhatCannotBeKept(String path) {
        ApiClient.Reply reply = admin.get(path);

        assertThat(reply.status()).as(reply.text()).isEqualTo(422);
        assertThat(path).contains("?" + reply.at("/field") + "=");
    }

    @Test
    void namesTheStatesAnOrderCanBeIn() {
        ApiClient.Reply reply = admin.get("/api/v1/orders?state=lost");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.at("/field")).isEqualTo("state");
        assertThat(reply.at("/detail")).contains("held, part_shipped");
        assertThat(admin.get("/api/v1/orders?state=HELD").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/orders?store=%ff", "/api/v1/stock/%00", "/api/v1/stores/%00", "/api/v1/orders/%2e%2f"})
    void answersAnUnreadableAddressAsAProblem(String path) {
        ApiClient.Reply reply = admin.get(path);

        assertThat(reply.status()).as(reply.text()).isBetween(400, 499);
        assertThat(reply.header("content-type")).startsWith("application/problem+json");
        assertThat(reply.at("/detail")).isNotEmpty();
    }

    @Test
    void answersAMethodNobodyHasAsAProblem() {
        assertThat(admin.send("TRACE", "/api/v1/orders", null, Map.of()).header("content-type"))
                .startsWith("application/problem+json");
        ApiClient.Reply options = admin.send("OPTIONS", "/api/v1/orders", null, Map.of());
        assertThat(options.status()).isEqualTo(200);
        assertThat(options.header("allow")).contains("POST").contains("GET");
    }

    @Test
    void givesConcurrentTwinsOneEffectAndOneAnswer() throws Exception {
        SetUp.shop(admin);
        List<Future<ApiClient.Reply>> sent = new ArrayList<>();
        CountDownLatch together = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                sent.add(threads.submit(() -> {
                    together.await();
                    return order(ORDER.formatted("T-1"), "twin");
                }));
            }
            together.countDown();
        }
        for (Future<ApiClient.Reply> each : sent) {
            assertThat(each.get().status()).as(each.get().text()).isIn(201, 202);
        }
        ApiClient.Reply again = order(ORDER.formatted("T-1"), "twin");

        assertThat(again.status()).isIn(201, 202);
        assertThat(admin.get("/api/v1/orders?store=wholesale&storeOrderId=T-1")
                        .json()
                        .at("/items"))
                .hasSize(1);
        ApiClient.Reply other = order(ORDER.formatted("T-2"), "twin");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.at("/code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(other.at("/field")).isEqualTo("Idempotency-Key");
    }
}
