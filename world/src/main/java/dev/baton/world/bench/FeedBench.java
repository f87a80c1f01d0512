package dev.baton.world.bench;

import dev.baton.world.http.BatonApi;
import dev.baton.world.http.Body;
import dev.baton.world.http.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Measures stock files of a supplier that offers as many items: one that is all new, one in which one row in twenty
 * differs, one in which nothing does; and what orders for the same items notice of it.
 */
public final class FeedBench {

    /** One row in so many differs in the second file. */
    static final int ONE_IN = 20;

    private static final String STORE = "bench-direct";
    private static final int SLICE = 5_000;
    private static final int LANES = 4;
    private static final double ORDERS_PER_SECOND = 30;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final long NAP_NANOS = Duration.ofMillis(50).toNanos();

    private final BatonApi baton;
    private final JdbcSettings database;
    private final PrintStream progress;
    private final FeedFile file;
    private final Duration watched;
    private final AtomicInteger orders = new AtomicInteger();

    /**
     * For a merchant that has a supplier {@code s0}.
     *
     * @param watched how long orders are watched without files and with them
     * @param progress gets a line per file
     */
    public FeedBench(BatonApi baton, JdbcSettings database, FeedFile file, Duration watched, PrintStream progress) {
        this.baton = baton;
        this.database = database;
        this.file = file;
        this.watched = watched;
        this.progress = progress;
    }

    /** Defines the items, then measures; orders warm up first, uncounted. */
    public FeedResult measure() throws SQLException, IOException, InterruptedException {
        defineItems();
        FeedResult.Limit limit = new FeedLimit().measure(database, file);
        progress.printf("feed limit: all new %.2f s, changed %.2f s%n", limit.allNew(), limit.changed());
        double allNew = seconds("all new", file.csv(0, 0));
        double changed = seconds("changed", file.csv(ONE_IN, 1));
        double unchanged = seconds("unchanged", file.csv(ONE_IN, 1));
        p99(() -> LockSupport.parkNanos(watched.dividedBy(2).toNanos()));
        double idle = p99(() -> LockSupport.parkNanos(watched.toNanos()));
        double merging = p99(() -> {
            long end = System.nanoTime() + watched.toNanos();
            for (int by = 2; System.nanoTime() < end; by++) {
                seconds("changed, beside orders", file.csv(ONE_IN, by));
            }
        });
        progress.printf("orders: p99 %.1f ms without files, %.1f ms with%n", idle * 1e3, merging * 1e3);
        return new FeedResult(file.rows(), limit, allNew, changed, unchanged, merging / idle);
    }

    private double seconds(String name, byte[] csv) {
        long start = System.nanoTime();
        String id = Json.text(
                good(baton.postBytes("/api/v1/feeds/bench/files", Body.of(csv), "text/csv"), name)
                        .orEmpty(),
                "id");
        String state = "";
        while (!state.equals("merged")) {
            LockSupport.parkNanos(NAP_NANOS);
            state = Json.text(baton.get("/api/v1/feed-files/" + id).orEmpty(), "state");
            if (System.nanoTime() - start > LONGEST.toNanos()
                    || state.equals("refused")
                    || state.equals("quarantined")) {
                throw new IllegalStateException("the stock file (" + name + ") is " + state);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        progress.printf("feed of %,d rows, %s: %.2f s%n", file.rows(), name, seconds);
        return seconds;
    }

    /** The p99 of orders that are accepted while something else goes on, in seconds. */
    private double p99(Runnable meanwhile) throws InterruptedException {
        LatencyHistogram times = new LatencyHistogram();
        try (ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> sent = new ArrayList<>();
            Future<?> work = lanes.submit(meanwhile);
            long next = System.nanoTime();
            while (!work.isDone()) {
                long due = next;
                sent.add(lanes.submit(() -> order(due)));
                next += (long) (1e9 / ORDERS_PER_SECOND);
                LockSupport.parkNanos(Math.max(0, next - System.nanoTime()));
            }
            work.get();
            for (Future<Long> one : sent) {
                times.record(one.get());
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException(String.valueOf(failed.getMessage()), failed);
        }
        return times.percentile(99).toNanos() / 1e9;
    }

    /** One order of two items somewhere among the many; answers how long after it was due it was placed. */
    private long order(long due) {
        int number = orders.incrementAndGet();
        ObjectNode body = Json.object();
        body.put("store", STORE);
        body.put("id", "feed-" + number);
        body.put("name", "#F" + number);
        body.put("currency", "EUR");
        body.put("paid", true);
        body.putObject("customer").put("name", "Ada Muster").put("email", "feed" + number + "@example.com");
        body.putObject("shipTo")
                .put("name", "Ada Muster")
                .put("line1", "Probestraße " + number)
                .put("city", "Berlin")
                .put("postcode", "10115")
                .put("countryCode", "DE");
        ArrayNode lines = body.putArray("lines");
        for (int line = 1; line <= 2; line++) {
            int row = Math.floorMod(number * 104_729L + line * 15_485_863L, file.rows());
            lines.addObject()
                    .put("id", String.valueOf(line))
                    .put("sku", FeedFile.code(row))
                    .put("title", "Item " + row)
                    .put("quantity", 1)
                    .put("unitPrice", "12.00");
        }
        body.put("total", "24.00");
        good(baton.postOnce("/api/v1/orders", body, "feed-" + number), "order");
        return System.nanoTime() - due;
    }

    private void defineItems() throws InterruptedException {
        long start = System.nanoTime();
        try (ExecutorService lanes = Executors.newFixedThreadPool(LANES)) {
            List<Future<?>> slices = new ArrayList<>();
            for (int from = 0; from < file.rows(); from += SLICE) {
                int first = from;
                slices.add(lanes.submit(() -> define(first, Math.min(file.rows(), first + SLICE))));
            }
            for (Future<?> slice : slices) {
                slice.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException(String.valueOf(failed.getMessage()), failed);
        }
        ObjectNode store = Json.object();
        store.put("kind", "api")
                .put("name", "Bench, direct")
                .put("currency", "EUR")
                .put("zone", "Europe/Berlin");
        good(baton.put("/api/v1/stores/" + STORE, store), "store");
        ObjectNode feed = Json.object();
        feed.put("supplier", "s0").put("mode", "FULL").put("maxAgeMinutes", 1);
        ObjectNode mapping = feed.putObject("mapping");
        mapping.put("sku", "item").putArray("quantities").addObject().put("column", "stock");
        good(baton.put("/api/v1/feeds/bench", feed), "feed");
        progress.printf("%,d items defined in %.0f s%n", file.rows(), (System.nanoTime() - start) / 1e9);
    }

    private void define(int from, int to) {
        ObjectNode goods = Json.object();
        ObjectNode offers = Json.object();
        ArrayNode skus = goods.putArray("skus");
        ArrayNode rows = offers.putArray("offers");
        for (int row = from; row < to; row++) {
            String code = FeedFile.code(row);
            skus.addObject().put("sku", code).put("title", "Item " + row).put("weightGrams", 400);
            rows.addObject()
                    .put("sku", code)
                    .put("supplier", "s0")
                    .put("supplierSku", code)
                    .put("unitCost", "5.00")
                    .put("currency", "EUR");
        }
        good(baton.post("/api/v1/catalog/skus", goods), "skus");
        good(baton.post("/api/v1/catalog/offers", offers), "offers");
    }

    private static BatonApi.Answer good(BatonApi.Answer answer, String what) {
        if (!answer.isGood()) {
            throw new IllegalStateException(what + " was refused: " + answer.status() + " " + answer.text());
        }
        return answer;
    }
}
