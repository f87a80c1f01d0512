package dev.baton.world.demo;

import dev.baton.world.http.BatonApi;
import dev.baton.world.http.Json;
import dev.baton.world.oracle.BatonPicture;
import dev.baton.world.story.Market;
import dev.baton.world.story.OrderScript;
import dev.baton.world.story.Playbook;
import dev.baton.world.story.SupplierSheet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what Baton says of orders, holds, tasks and parked documents. */
final class BatonReader {

    /** Orders read at once. */
    private static final int AT_ONCE = 8;

    /** Pages of one list at most. */
    private static final int PAGES = 200;

    private final BatonApi baton;
    private final Map<String, String> storeOrderOf = new ConcurrentHashMap<>();

    BatonReader(BatonApi baton) {
        this.baton = baton;
    }

    /** Everything the oracle compares. */
    BatonPicture picture(Playbook playbook, Map<String, Map<String, Integer>> shown) {
        Map<String, BatonPicture.Order> orders = new ConcurrentHashMap<>();
        Semaphore places = new Semaphore(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (OrderScript script : playbook.scripts().values()) {
                threads.execute(() -> {
                    places.acquireUninterruptibly();
                    try {
                        BatonPicture.Order order = order(script);
                        if (order != null) {
                            orders.put(script.id(), order);
                        }
                    } finally {
                        places.release();
                    }
                });
            }
        }
        return new BatonPicture(
                orders, parked(), openHolds(), openTasks(), openWork(), stockFiles(playbook.market()), shown);
    }

    private List<BatonPicture.StockFile> stockFiles(Market market) {
        List<BatonPicture.StockFile> files = new ArrayList<>();
        market.suppliers().values().stream()
                .filter(SupplierSheet::isByFile)
                .map(SupplierSheet::code)
                .forEach(code -> pages("/api/v1/feeds/" + FeedSetup.feedOf(code) + "/files?limit=200").stream()
                        .map(BatonReader::stockFile)
                        .map(file -> new BatonPicture.StockFile(code, file.name(), file.bytes(), file.state()))
                        .forEach(files::add));
        return files;
    }

    /** What Baton counts itself; an empty object where it did not answer. */
    JsonNode status() {
        return baton.tryGet("/api/v1/status").orEmpty();
    }

    /** Work not done and not parked, -1 where Baton did not say. */
    int openWork() {
        return Json.number(status(), "openWork", -1);
    }

    /** Baton's id of a store order, or null where it knows none. */
    @Nullable
    String orderId(OrderScript script) {
        String path = "/api/v1/orders?store=" + BatonApi.escape(script.store()) + "&storeOrderId="
                + BatonApi.escape(script.id());
        for (JsonNode found : rows(baton.get(path).orEmpty())) {
            if (!Json.text(found, "id").isEmpty()) {
                return Json.text(found, "id");
            }
        }
        return null;
    }

    BatonPicture.@Nullable Order order(OrderScript script) {
        String id = orderId(script);
        if (id == null) {
            return null;
        }
        storeOrderOf.put(id, script.id());
        JsonNode json = baton.get("/api/v1/orders/" + id).orEmpty();
        Map<String, BatonPicture.Line> lines = new HashMap<>();
        for (JsonNode line : json.path("lines")) {
            Map<String, Integer> buckets = new HashMap<>();
            line.path("quantities").properties().forEach(bucket -> {
                if (bucket.getValue().intValue() != 0) {
                    buckets.put(bucket.getKey(), bucket.getValue().intValue());
                }
            });
            lines.put(Json.text(line, "storeLineId"), new BatonPicture.Line(Json.number(line, "ordered", 0), buckets));
        }
        String refunded = Json.text(json.path("amounts"), "refunded");
        long cents = refunded.isEmpty()
                ? 0
                : new BigDecimal(refunded).movePointRight(2).longValueExact();
        return new BatonPicture.Order(id, Json.text(json, "number"), lines, cents);
    }

    /** Holds open now, with the store's order id. */
    List<BatonPicture.Hold> openHolds() {
        List<BatonPicture.Hold> holds = new ArrayList<>();
        for (JsonNode hold : pages("/api/v1/holds?state=open")) {
            holds.add(new BatonPicture.Hold(Json.text(hold, "id"), Json.text(hold, "kind"), storeOrder(hold)));
        }
        return holds;
    }

    private String storeOrder(JsonNode hold) {
        String given = Json.text(hold, "storeOrderId");
        if (!given.isEmpty()) {
            return given;
        }
        String order = Json.text(hold, "orderId");
        return storeOrderOf.computeIfAbsent(
                order, id -> Json.text(baton.get("/api/v1/orders/" + id).orEmpty(), "storeOrderId"));
    }

    /** What a person is to do now. */
    List<BatonPicture.Task> openTasks() {
        List<BatonPicture.Task> tasks = new ArrayList<>();
        for (JsonNode task : pages("/api/v1/tasks?state=open")) {
            tasks.add(new BatonPicture.Task(
                    Json.text(task, "kind"), Json.text(task, "title"), Json.text(task, "subject")));
        }
        return tasks;
    }

    /**
     * Another cost a supplier named for a line.
     *
     * @param isTolerated whether it counts without anybody being asked
     */
    record OtherCostSaid(
            String id, String purchaseOrder, int line, String unitCost, boolean isOpen, boolean isTolerated) {}

    /** Every cost suppliers have named, whatever became of it. */
    List<OtherCostSaid> otherCosts() {
        return pages("/api/v1/counter-offers?state=all").stream()
                .map(row -> {
                    JsonNode one = row.path("counterOffer");
                    return new OtherCostSaid(
                            Json.text(one, "counterOfferId"),
                            Json.text(row, "purchaseOrder"),
                            Json.number(one, "line", 0),
                            Json.text(one, "unitCost"),
                            Json.text(one, "state").equals("open"),
                            Json.text(one, "decidedBy").equals("tolerance"));
                })
                .toList();
    }

    /** Documents waiting for a person. */
    List<BatonPicture.Parked> parked() {
        return pages("/api/v1/transmissions?state=parked").stream()
                .map(BatonReader::transmission)
                .toList();
    }

    /** Documents that are planned only, because somebody is watched. */
    List<BatonPicture.Parked> watched() {
        return pages("/api/v1/transmissions?state=planned").stream()
                .filter(one -> Json.text(one, "reason").contains("watch mode"))
                .map(BatonReader::transmission)
                .toList();
    }

    private static BatonPicture.Parked transmission(JsonNode one) {
        return new BatonPicture.Parked(
                Json.text(one, "id"), Json.text(one, "purchaseOrder"), Json.text(one, "supplier"));
    }

    /** A mail to a customer of which Baton does not know whether it left. */
    record UncertainMail(String id, String storeOrder) {}

    List<UncertainMail> uncertainMails() {
        List<UncertainMail> mails = new ArrayList<>();
        for (JsonNode one : pages("/api/v1/messages?state=unknown")) {
            String order = Json.text(one, "order");
            mails.add(new UncertainMail(
                    Json.text(one, "id"),
                    storeOrderOf.computeIfAbsent(
                            order,
                            id -> Json.text(baton.get("/api/v1/orders/" + id).orEmpty(), "storeOrderId"))));
        }
        return mails;
    }

    /** A stock file as Baton has it; {@code state} is a word such as {@code merged}. */
    record StockFile(String id, String name, String state, int bytes) {}

    /** The latest stock files of a feed. */
    List<StockFile> stockFiles(String feed) {
        return rows(baton.get("/api/v1/feeds/" + feed + "/files?limit=3").orEmpty()).stream()
                .map(BatonReader::stockFile)
                .toList();
    }

    /** The stock files of a feed that were set aside until somebody answers. */
    List<StockFile> doubted(String feed) {
        return stockFiles(feed).stream()
                .filter(file -> file.state().equals("quarantined"))
                .toList();
    }

    private static StockFile stockFile(JsonNode one) {
        return new StockFile(
                Json.text(one, "id"), Json.text(one, "name"), Json.text(one, "state"), Json.number(one, "bytes", 0));
    }

    private List<JsonNode> pages(String path) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < PAGES; page++) {
            String more = cursor.isEmpty() ? "" : "&cursor=" + BatonApi.escape(cursor);
            JsonNode answer = baton.get(path + more).orEmpty();
            all.addAll(rows(answer));
            cursor = Json.text(answer, "next");
            if (cursor.isEmpty()) {
                break;
            }
        }
        return all;
    }

    /** The rows of a list answer: the answer itself, or the one list in it. */
    private static List<JsonNode> rows(JsonNode answer) {
        JsonNode list = answer;
        if (answer.isObject()) {
            for (JsonNode value : answer.values()) {
                if (value.isArray()) {
                    list = value;
                }
            }
        }
        return list.isArray() ? new ArrayList<>(list.values()) : List.of();
    }
}
