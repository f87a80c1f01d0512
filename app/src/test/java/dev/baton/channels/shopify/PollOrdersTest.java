package dev.baton.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.channels.SeenVersions;
import dev.baton.channels.StoreConnections;
import dev.baton.channels.StoreReads;
import dev.baton.channels.StoreTasks;
import dev.baton.channels.Stores;
import dev.baton.channels.shopify.ScriptedShop.Reply;
import dev.baton.channels.shopify.ScriptedShop.Request;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.Tenancy;
import dev.baton.testing.TestBaton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A store that is only asked. */
class PollOrdersTest {

    private final TestBaton baton = TestBaton.shared();
    private final MerchantId merchant = baton.newMerchant();
    private final ScriptedShop shop = new ScriptedShop();
    private final Map<String, Instant> updated = new ConcurrentHashMap<>();
    private final Instant start = baton.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    private final Road road = new Road(merchant, Stores.plain(baton, merchant, "shop", "shopify"));
    private volatile int page = 100;

    PollOrdersTest() {
        shop.answers(this::answer);
        Stores.connect(baton, merchant, road.store, shop.url(), List.of(), 60);
    }

    @AfterEach
    void close() {
        Stores.connect(baton, merchant, road.store, shop.url(), List.of("s"), 0);
        shop.close();
    }

    private Reply answer(Request request) {
        if (!request.asks("OrdersUpdated")) {
            String id = updated.keySet().stream()
                    .filter(known -> request.body().contains("gid://shopify/Order/" + known + "\""))
                    .findFirst()
                    .orElse("");
            return Reply.data("{\"order\": "
                    + (id.isEmpty()
                            ? "null"
                            : GraphOrderTest.PAID
                                    .replace("5001", id)
                                    .replace("2026-03-01T10:00:00Z", String.valueOf(updated.get(id))))
                    + "}");
        }
        List<Map.Entry<String, Instant>> all = updated.entrySet().stream()
                .filter(order -> !order.getValue().isBefore(from(request.body())))
                .sorted(Map.Entry.<String, Instant>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .toList();
        int after = request.body().contains("\"after\":\"")
                ? Integer.parseInt(request.body().replaceFirst("(?s).*\"after\":\"(\\d+)\".*", "$1"))
                : 0;
        List<String> nodes = all.stream()
                .skip(after)
                .limit(page)
                .map(order -> "{\"id\": \"gid://shopify/Order/" + order.getKey() + "\", \"updatedAt\": \""
                        + order.getValue() + "\"}")
                .toList();
        return Reply.data("{\"orders\": {\"pageInfo\": {\"hasNextPage\": " + (all.size() > after + page)
                + ", \"endCursor\": \"" + (after + page) + "\"}, \"nodes\": [" + String.join(",", nodes) + "]}}");
    }

    private static Instant from(String body) {
        return Instant.parse(body.replaceFirst("(?s).*updated_at:>='([^']+)'.*", "$1"));
    }

    @Test
    void bringsWhatNoWebhookBrought() {
        updated.put("601", start.minusSeconds(30));
        updated.put("602", start.minusSeconds(20));

        baton.runDue();

        assertThat(road.count("sales_order")).isEqualTo(2);
        assertThat(road.state("601")).startsWith("PAID");
    }

    @Test
    void readsNothingTwiceAndWhatChangedAgain() {
        updated.put("601", start.minusSeconds(30));
        baton.runDue();
        int asked = reads();
        minuteLater();
        assertThat(reads()).isEqualTo(asked);

        updated.put(
                "601", baton.clock().instant().truncatedTo(ChronoUnit.SECONDS).minusSeconds(10));
        minuteLater();

        assertThat(reads()).isEqualTo(asked + 1);
        assertThat(road.count("sales_order")).isEqualTo(1);
    }

    /** D11: a change that was committed late stands behind the mark. */
    @Test
    void aChangeThatAppearsBehindTheMarkIsFound() {
        updated.put("602", start.minusSeconds(10));
        baton.runDue();
        updated.put("601", start.minusSeconds(200));
        minuteLater();

        assertThat(road.count("sales_order")).isEqualTo(2);
    }

    @Test
    void aChangeOfThisVerySecondIsLeftForTheNextRound() {
        updated.put("601", start);
        baton.runDue();
        assertThat(road.count("sales_order")).isZero();

        minuteLater();
        assertThat(road.count("sales_order")).isEqualTo(1);
    }

    @Test
    void followsThePagesToTheEnd() {
        page = 10;
        for (int i = 0; i < 45; i++) {
            updated.put("70" + i, start.minusSeconds(400 - i));
        }

        baton.runDue();

        assertThat(road.count("sales_order")).isEqualTo(45);
        assertThat(baton.bean(StoreConnections.class)
                        .current(merchant, road.store)
                        .orElseThrow()
                        .polledUntil())
                .isAfterOrEqualTo(
                        updated.values().stream().max(Comparator.naturalOrder()).orElseThrow());
    }

    @Test
    void goesOnAfterTroubleAndTellsAPersonWhenItIsNotLetIn() {
        updated.put("601", start.minusSeconds(30));
        shop.answers(request -> new Reply(403, "{}"));
        baton.runDue();
        assertThat(road.tasks()).containsExactly("channels.store-access");

        shop.answers(this::answer);
        baton.clock().advance(Duration.ofMinutes(20));
        baton.runDue();

        assertThat(road.count("sales_order")).isEqualTo(1);
        assertThat(road.tasks()).isEmpty();
    }

    /** Whoever may list orders may not yet enter fulfilments: the task about that outlives the poll. */
    @Test
    void leavesTheTaskOpenUntilTheScopeItNamesIsGranted() {
        String scope = "write_merchant_managed_fulfillment_orders";
        AtomicReference<String> granted = new AtomicReference<>("read_orders");
        shop.answers(request -> request.body().contains("currentAppInstallation")
                ? Reply.data(
                        "{\"currentAppInstallation\": {\"accessScopes\": [{\"handle\": \"" + granted.get() + "\"}]}}")
                : answer(request));
        NewTask denied = StoreTasks.access(road.store.value(), "The app lacks a scope: one of `" + scope + "`.");
        baton.bean(Tenancy.class).run(merchant, () -> baton.bean(Tasks.class).open(merchant, denied));

        minuteLater();
        assertThat(road.tasks()).containsExactly("channels.store-access");

        granted.set(scope);
        minuteLater();
        assertThat(road.tasks()).isEmpty();
        int asked = shop.requests().size();
        minuteLater();
        assertThat(shop.requests()).hasSize(asked + 1);
    }

    /** I25: one order nobody can read delays no other, and is no matter of access. */
    @Test
    void oneOrderTheStoreCannotTellHoldsUpNoOther() {
        updated.put("601", start.minusSeconds(30));
        updated.put("602", start.minusSeconds(20));
        shop.answers(request -> request.body().contains("gid://shopify/Order/601\"")
                ? new Reply(200, "{\"errors\": [{\"message\": \"Query is too complex\"}]}")
                : answer(request));

        baton.runDue();
        for (int round = 0; round < 5; round++) {
            assertThat(road.tasks()).doesNotContain("channels.store-access");
            minuteLater();
        }

        assertThat(road.count("sales_order")).isEqualTo(1);
        assertThat(road.state("602")).startsWith("PAID");
        assertThat(road.tasks()).containsExactly("channels.order-unread");
        int asked = reads();
        minuteLater();
        assertThat(reads()).isEqualTo(asked);
    }

    /** A fulfilment or refund of many lines does not come in one answer. */
    @Test
    void readsTheLinesOfALongFulfilmentAndRefundToTheirEnd() {
        updated.put("601", start.minusSeconds(30));
        shop.answers(request -> {
            if (request.asks("FulfillmentLines")) {
                return Reply.data("{\"fulfillment\": {\"fulfillmentLineItems\": " + lastPage("412") + "}}");
            }
            if (request.asks("RefundLines")) {
                return Reply.data("{\"refund\": {\"refundLineItems\": " + lastPage("413") + "}}");
            }
            Reply whole = answer(request);
            return !request.asks("Order")
                    ? whole
                    : new Reply(
                            200,
                            whole.body()
                                    .replaceFirst("\"fulfillments\": \\[]", "\"fulfillments\": [" + cut("9", "f") + "]")
                                    .replaceFirst("\"refunds\": \\[]", "\"refunds\": [" + cut("8", "r") + "]"));
        });

        ShopifyOrderReads reads = baton.bean(ShopifyOrderReads.class);
        StoreReads.Answer answer = reads.read(merchant, road.store, "601");

        assertThat(answer)
                .isInstanceOfSatisfying(
                        StoreReads.Answer.Found.class,
                        found -> assertThat(new String(found.json(), StandardCharsets.UTF_8))
                                .contains("gid://shopify/LineItem/412\"")
                                .contains("gid://shopify/LineItem/413\""));
    }

    private static String lastPage(String line) {
        return "{\"pageInfo\": {\"hasNextPage\": false}, \"nodes\": [{\"quantity\": 1, \"lineItem\":"
                + " {\"id\": \"gid://shopify/LineItem/" + line + "\"}}]}";
    }

    private static String cut(String id, String kind) {
        String list = kind.equals("f") ? "fulfillmentLineItems" : "refundLineItems";
        return "{\"id\": \"gid://shopify/X/" + id + "\", \"" + list
                + "\": {\"pageInfo\": {\"hasNextPage\": true, \"endCursor\": \"c\"}, \"nodes\": []}}";
    }

    /** Two changes of one second: what stands may not be all, so that the store has to be asked. */
    @Test
    void aTieIsNotTakenForSeen() {
        shop.answers(request -> new Reply(503, ""));
        road.keep("orders/create", Orders.PAID, "2026-03-01T10:00:00.5Z");
        baton.runDue();
        Instant second = Instant.parse("2026-03-01T10:00:00Z");
        assertThat(baton.bean(SeenVersions.class).knows(road.store, "5001", second))
                .isTrue();

        road.keep(
                "orders/updated",
                Orders.PAID.replaceFirst("\"quantity\": 3", "\"quantity\": 4"),
                "2026-03-01T10:00:00.5Z");
        baton.runDue();

        assertThat(baton.bean(SeenVersions.class).knows(road.store, "5001", second))
                .isFalse();
    }

    private void minuteLater() {
        baton.clock().advance(Duration.ofSeconds(61));
        baton.runDue();
    }

    private int reads() {
        return (int) shop.requests().stream()
                .filter(request -> request.asks("Order") && !request.asks("OrdersUpdated"))
                .count();
    }
}
