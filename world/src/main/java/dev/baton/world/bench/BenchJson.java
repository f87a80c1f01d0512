package dev.baton.world.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A bench as one JSON object on one line. */
final class BenchJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int DECIMALS = 3;

    private BenchJson() {}

    static String of(BenchResult bench) {
        var json = JsonNodeFactory.instance.objectNode();
        put(json, "limitA", limit(bench, LimitResult::limitA));
        put(json, "limitB", limit(bench, LimitResult::limitB));
        if (bench.road().isPresent()) {
            json.set("road", road(bench.road().get()));
        } else {
            json.putNull("road");
        }
        if (bench.feed().isPresent()) {
            json.set("feed", feed(bench.feed().get()));
        } else {
            json.putNull("feed");
        }
        if (bench.pages().isPresent()) {
            json.set("pages", pages(bench.pages().get()));
        } else {
            json.putNull("pages");
        }
        put(json, "rssPeakMiB", bench.rssPeakMiB().stream().asDoubleStream().average());
        put(json, "firstStartSeconds", bench.firstStartSeconds());
        put(json, "startSeconds", bench.startSeconds());
        return MAPPER.writeValueAsString(json);
    }

    private static OptionalDouble limit(BenchResult bench, Function<LimitResult, LimitResult.Limit> which) {
        return bench.limits().stream()
                .map(which)
                .mapToDouble(LimitResult.Limit::ordersPerSecond)
                .findFirst();
    }

    private static ObjectNode road(RoadResult road) {
        var json = JsonNodeFactory.instance.objectNode();
        put(json, "ordersPerSecond", OptionalDouble.of(road.ordersPerSecond()));
        put(json, "acceptAtFullLoadP50Ms", millis(road.acceptAtFullLoad().p50()));
        put(json, "acceptAtFullLoadP99Ms", millis(road.acceptAtFullLoad().p99()));
        put(json, "acceptP50Ms", millis(road.accept().p50()));
        put(json, "acceptP99Ms", millis(road.accept().p99()));
        put(json, "orderToSupplierP50Ms", millis(road.orderToSupplier().p50()));
        put(json, "orderToSupplierP99Ms", millis(road.orderToSupplier().p99()));
        put(json, "commitsPerOrder", OptionalDouble.of(road.commitsPerOrder()));
        var cpu = json.putObject("cpuSecondsPer1000");
        put(cpu, "app", road.cpuSecondsPer1000().app());
        put(cpu, "postgres", road.cpuSecondsPer1000().postgres());
        put(cpu, "world", road.cpuSecondsPer1000().world());
        json.put("faults", road.faults().sum());
        return json;
    }

    private static ObjectNode feed(FeedResult feed) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("rows", feed.rows());
        put(json, "limitAllNewSeconds", OptionalDouble.of(feed.limit().allNew()));
        put(json, "limitChangedSeconds", OptionalDouble.of(feed.limit().changed()));
        put(json, "allNewSeconds", OptionalDouble.of(feed.allNew()));
        put(json, "changedSeconds", OptionalDouble.of(feed.changed()));
        put(json, "unchangedSeconds", OptionalDouble.of(feed.unchanged()));
        put(json, "claimP99Ratio", OptionalDouble.of(feed.claimP99Ratio()));
        return json;
    }

    private static ObjectNode pages(PagesResult pages) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("orders", pages.orders());
        put(json, "worstP99Ms", OptionalDouble.of(pages.slowest().p99Millis()));
        json.put("worstPage", pages.slowest().path());
        json.put("worstBytes", pages.worstBytes());
        put(json, "searchP99Ms", OptionalDouble.of(pages.searchP99Millis()));
        return json;
    }

    private static OptionalDouble millis(Duration time) {
        return OptionalDouble.of(time.toNanos() / 1e6);
    }

    private static void put(ObjectNode json, String key, OptionalDouble value) {
        if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
            json.put(key, BigDecimal.valueOf(value.getAsDouble()).setScale(DECIMALS, RoundingMode.HALF_UP));
        } else {
            json.putNull(key);
        }
    }
}
