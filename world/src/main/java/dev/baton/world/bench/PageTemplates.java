package dev.baton.world.bench;

import dev.baton.world.http.BatonApi;
import dev.baton.world.http.Json;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A few thousand orders that go the whole road: of two thousand customers, some held, some waiting, some cancelled, most
 * accepted, shipped and delivered. Each is the pattern of many more.
 */
final class PageTemplates {

    private static final List<String> STORES = List.of("bench-shop", "bench-counter");
    private static final List<String> FIRST =
            List.of("Ada", "Ben", "Carla", "Deniz", "Emil", "Fatma", "Greta", "Hannes", "Ines", "Jakob", "Kim", "Lena");
    private static final int LANES = 4;
    private static final int PAGE = 100;
    private static final int QUIET_ROUNDS = 6;
    private static final long NAP_NANOS = Duration.ofMillis(250).toNanos();

    private final BatonApi baton;
    private final List<String> skus;
    private final List<String> shortSkus;
    private final int suppliers;
    private final PrintStream progress;
    private final Clock clock;
    private final AtomicInteger answered = new AtomicInteger();

    PageTemplates(
            BatonApi baton,
            List<String> skus,
            List<String> shortSkus,
            int suppliers,
            PrintStream progress,
            Clock clock) {
        this.baton = baton;
        this.skus = List.copyOf(skus);
        this.shortSkus = List.copyOf(shortSkus);
        this.suppliers = suppliers;
        this.progress = progress;
        this.clock = clock;
    }

    /** The number an order's name ends in is its place. */
    static String name(long order) {
        return "#" + order;
    }

    static String mail(int order) {
        return "customer" + order + "@example.com";
    }

    static String phone(int order) {
        return "+49 30 55" + (10_000 + order);
    }

    static String person(int order) {
        return FIRST.get(order % FIRST.size()) + " Muster" + order / FIRST.size();
    }

    /** Sends them, plays their suppliers and carriers, and waits until nothing more moves. */
    void play(int orders) throws InterruptedException {
        long began = System.nanoTime();
        for (String store : STORES) {
            ObjectNode body = Json.object();
            body.put("kind", "api").put("name", store).put("currency", "EUR").put("zone", "Europe/Berlin");
            good(baton.put("/api/v1/stores/" + store, body), "store");
        }
        inLanes(IntStream.range(0, orders)
                .<Callable<Boolean>>mapToObj(order -> () -> post(order))
                .toList());
        List<BatonApi> sides = new ArrayList<>();
        for (int supplier = 0; supplier < suppliers; supplier++) {
            ObjectNode key = Json.object();
            key.put("name", "bench");
            sides.add(baton.withKey(Json.text(
                    good(baton.post("/api/v1/suppliers/s" + supplier + "/keys", key), "key")
                            .orEmpty(),
                    "key")));
        }
        int quiet = 0;
        while (quiet < QUIET_ROUNDS) {
            int before = answered.get();
            inLanes(sides.stream()
                    .<Callable<Boolean>>map(side -> () -> answer(side))
                    .toList());
            quiet = answered.get() == before ? quiet + 1 : 0;
            LockSupport.parkNanos(NAP_NANOS);
        }
        progress.printf(
                "%,d orders went the road, %,d purchase orders answered, in %.0f s%n",
                orders, answered.get(), (System.nanoTime() - began) / 1e9);
    }

    private boolean post(int number) {
        ObjectNode order = Json.object();
        order.put("store", STORES.get(number % STORES.size()))
                .put("id", "P-" + number)
                .put("name", name(number));
        order.put("currency", "EUR").put("paid", number % 50 != 7).put("total", "24.00");
        order.putObject("customer")
                .put("name", person(number))
                .put("email", mail(number))
                .put("phone", phone(number));
        if (number % 40 != 3) {
            order.putObject("shipTo")
                    .put("name", person(number))
                    .put("line1", "Probestraße " + number)
                    .put("city", "Berlin")
                    .put("postcode", "10115")
                    .put("countryCode", "DE");
        }
        ArrayNode lines = order.putArray("lines");
        for (int line = 1; line <= 2; line++) {
            String sku = skus.get(Math.floorMod(number * 31 + line * 17, skus.size()));
            if (line == 1 && number % 40 == 5) {
                sku = "NOBODY-KNOWS-" + number % 7;
            } else if (line == 1 && number % 40 == 9) {
                sku = shortSkus.get(number % shortSkus.size());
            }
            lines.addObject()
                    .put("id", String.valueOf(line))
                    .put("sku", sku)
                    .put("title", "Thing " + sku)
                    .put("quantity", 1)
                    .put("unitPrice", "12.00");
        }
        good(baton.postOnce("/api/v1/orders", order, "pages-" + number), "order");
        return true;
    }

    /** Answers what is open with one supplier; one in twenty keeps silent, one in ten accepts and does not ship yet. */
    private boolean answer(BatonApi side) {
        JsonNode open = baton(side.get("/api/v1/supplier/purchase-orders?state=open&limit=" + PAGE));
        for (JsonNode order : open.path("items")) {
            String number = Json.text(order, "number");
            int kind = Math.floorMod(number.hashCode(), 20);
            if (kind == 0 || (kind < 3 && !order.path("answeredAt").isNull())) {
                continue;
            }
            if (order.path("answeredAt").isNull()) {
                good(
                        side.post("/api/v1/supplier/purchase-orders/" + number + "/acknowledgement", accepted(order)),
                        "ack");
                answered.incrementAndGet();
            }
            if (kind >= 3) {
                good(
                        side.post("/api/v1/supplier/purchase-orders/" + number + "/shipments", shipped(order)),
                        "shipment");
                good(baton.post("/api/v1/scans", scans(number, kind)), "scans");
            }
        }
        return true;
    }

    private static JsonNode baton(BatonApi.Answer answer) {
        return good(answer, "purchase orders").orEmpty();
    }

    private static ObjectNode accepted(JsonNode order) {
        ObjectNode body = Json.object();
        body.put("reference", "A" + Json.text(order, "number"));
        ArrayNode lines = body.putArray("lines");
        order.path("lines")
                .forEach(line -> lines.addObject()
                        .put("line", line.path("line").asInt())
                        .put("action", "ACCEPT")
                        .put("quantity", line.path("quantity").asInt()));
        return body;
    }

    private ObjectNode shipped(JsonNode order) {
        String number = Json.text(order, "number");
        ObjectNode body = Json.object();
        body.put("reference", "L" + number).put("shippedAt", now().toString());
        ObjectNode parcel = body.putArray("packages").addObject();
        parcel.put("carrier", "other carrier").put("trackingNumber", tracking(number));
        ArrayNode lines = parcel.putArray("lines");
        order.path("lines")
                .forEach(line -> lines.addObject()
                        .put("line", line.path("line").asInt())
                        .put("quantity", line.path("quantity").asInt()));
        return body;
    }

    /** Most have arrived, a few are on their way, one in twenty is in trouble. */
    private ObjectNode scans(String number, int kind) {
        ObjectNode body = Json.object();
        ArrayNode scans = body.putArray("scans");
        List<String> codes = kind == 3
                ? List.of("IN_TRANSIT", "EXCEPTION")
                : kind == 4 ? List.of("IN_TRANSIT") : List.of("IN_TRANSIT", "OUT_FOR_DELIVERY", "DELIVERED");
        for (String code : codes) {
            scans.addObject()
                    .put("carrier", "other carrier")
                    .put("trackingNumber", tracking(number))
                    .put("code", code)
                    .put("occurredAt", now().toString())
                    .put("place", "Berlin");
        }
        return body;
    }

    static String tracking(String purchaseOrder) {
        return "BN" + purchaseOrder.replace("-", "X") + "DE";
    }

    private Instant now() {
        return clock.instant();
    }

    private static void inLanes(List<Callable<Boolean>> all) throws InterruptedException {
        try (ExecutorService lanes = Executors.newFixedThreadPool(LANES)) {
            for (Future<Boolean> one : lanes.invokeAll(all)) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException(String.valueOf(failed.getMessage()), failed);
        }
    }

    private static BatonApi.Answer good(BatonApi.Answer answer, String what) {
        if (!answer.isGood()) {
            throw new IllegalStateException(what + " was refused: " + answer.status() + " " + answer.text());
        }
        return answer;
    }
}
