package dev.baton.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.world.demo.Stage;
import dev.baton.world.http.BatonApi;
import dev.baton.world.http.Body;
import dev.baton.world.http.Caller;
import dev.baton.world.http.Json;
import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.shopify.ShopEvent;
import dev.baton.world.shopify.WebhookSender;
import dev.baton.world.story.Playbook;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * I24: the database killed under the running program while customers go on ordering. What every door answered
 * meanwhile, and which orders were placed in their stores.
 *
 * @param answers HTTP statuses, by door and try, such as {@code a webhook: 503}
 * @param orders the stores' ids of the orders
 */
record Outage(List<String> answers, Set<String> orders) {

    private static final int ORDERS = 2;
    private static final int TRIES = 4;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** A good order of nobody, were it taken. */
    private static final String ORDER = """
            {"store": "%s", "id": "K-1", "name": "K-1", "placedAt": "2026-03-02T08:00:00Z", "currency": "USD",
             "paid": true,
             "customer": {"name": "Ada Birkholm", "email": "ada@example.org", "phone": "+493023125001", "locale": "de"},
             "shipTo": {"name": "Ada Birkholm", "line1": "Lindenallee 5", "city": "Leipzig", "postcode": "04109",
                        "countryCode": "DE", "phone": "+493023125001"},
             "lines": [{"id": "1", "sku": "P-001", "title": "Lamp", "quantity": 1, "unitPrice": "20.00", "tax": "1.40"}],
             "shipping": "5.90", "taxIncluded": false, "total": "27.30", "shipMethod": "standard"}""".formatted(Playbook.DIRECT);

    /** Kills the database, knocks at the doors while orders are placed, and waits until it is back. */
    static Outage of(KilledBaton baton, String key, Stage stage) throws IOException, InterruptedException {
        DatabaseInside database = new DatabaseInside(baton.folder());
        int before = stage.ledger().size();
        List<String> answers = new ArrayList<>();
        try (Caller caller = new Caller()) {
            BatonApi api = new BatonApi(caller, baton.baseUrl(), key, Duration.ZERO);
            database.spoil();
            database.kill();
            for (int order = 0; order < ORDERS; order++) {
                stage.placeOneMore();
            }
            for (int attempt = 0; attempt < TRIES; attempt++) {
                answers.addAll(knock(api, stage));
                Thread.sleep(PAUSE);
            }
            Set<String> placed = placed(
                    stage.ledger().entries().subList(before, stage.ledger().size()));
            database.mend();
            awaitOpen(api);
            return new Outage(List.copyOf(answers), Set.copyOf(placed));
        }
    }

    private static List<String> knock(BatonApi api, Stage stage) {
        JsonNode order = Objects.requireNonNull(Json.readOrNull(Body.of(ORDER).bytes()));
        ShopEvent told =
                new ShopEvent("orders/create", 1, "outage", stage.clock().instant(), Body.of("{\"id\": 1}"));
        WebhookSender shop = Objects.requireNonNull(stage.sender(Playbook.MAIN));
        return List.of(
                "an order by the API: "
                        + api.postOnce("/api/v1/orders", order, "outage").status(),
                "a question: " + api.tryGet("/api/v1/settings").status(),
                "a webhook: " + shop.knock(told));
    }

    private static Set<String> placed(List<Ledger.Entry> entries) {
        Set<String> orders = new HashSet<>();
        entries.stream()
                .map(Ledger.Entry::fact)
                .filter(Fact.OrderPlaced.class::isInstance)
                .forEach(fact -> orders.add(fact.order()));
        return orders;
    }

    private static void awaitOpen(BatonApi api) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!api.tryGet("/api/v1/settings").isGood()) {
            assertThat(System.nanoTime()).as("the database comes back").isLessThan(end);
            Thread.sleep(PAUSE);
        }
    }
}
