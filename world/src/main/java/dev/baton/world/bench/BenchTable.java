package dev.baton.world.bench;

import dev.baton.world.bench.LimitResult.Limit;
import dev.baton.world.bench.RoadResult.Percentiles;
import java.util.Locale;
import java.util.OptionalDouble;

/** The measured figures as lines for a person to read. */
final class BenchTable {

    private static final String LINE = "%-40s %12s   %s\n";

    private BenchTable() {}

    static String of(BenchResult bench) {
        var table = new StringBuilder();
        bench.limits().ifPresent(limits -> table.append(ofLimits(limits)));
        bench.road().ifPresent(road -> {
            table.append(line("road, orders per second", number("%,.0f", road.ordersPerSecond()), ratios(bench, road)));
            table.append(ofRoad(road));
        });
        bench.feed().ifPresent(feed -> table.append(ofFeed(feed)));
        bench.pages().ifPresent(pages -> table.append(ofPages(pages)));
        bench.rssPeakMiB()
                .ifPresent(peak -> table.append(line("app, peak resident memory", number("%,d MiB", peak), "")));
        bench.firstStartSeconds()
                .ifPresent(start -> table.append(
                        line("app, first start until it answers", number("%.1f s", start), "creates its database")));
        bench.startSeconds()
                .ifPresent(start -> table.append(line("app, start until it answers", number("%.1f s", start), "")));
        return table.toString();
    }

    static String ofLimits(LimitResult limits) {
        return "PostgreSQL " + limits.serverVersion() + "\n"
                + limit("limit A, one order a transaction", limits.limitA())
                + limit("limit B, 200 orders a transaction", limits.limitB());
    }

    private static String limit(String name, Limit limit) {
        var pgbench = limit.differenceFromPgbench()
                .map(difference -> number("%+.0f %% to pgbench", difference * 100)
                        + (limit.suspect() ? ": SUSPECT, more than 20 % apart" : ""))
                .orElse("pgbench is not installed");
        return line(name, number("%,.0f/s", limit.ordersPerSecond()), pgbench);
    }

    private static String ratios(BenchResult bench, RoadResult road) {
        return bench.limits()
                .map(limits -> number(
                                "%.2f of limit A",
                                road.ordersPerSecond() / limits.limitA().ordersPerSecond())
                        + number(
                                ", %.3f of limit B",
                                road.ordersPerSecond() / limits.limitB().ordersPerSecond()))
                .orElse("");
    }

    private static String ofRoad(RoadResult road) {
        var cpu = road.cpuSecondsPer1000();
        return percentiles("accept at full load", road.acceptAtFullLoad())
                + percentiles("accept at half load", road.accept())
                + percentiles("order to supplier at half load", road.orderToSupplier())
                + line("commits per order", number("%.3f", road.commitsPerOrder()), "")
                + line("CPU s per 1,000 orders, app", cpu(cpu.app()), "")
                + line("CPU s per 1,000 orders, PostgreSQL", cpu(cpu.postgres()), "")
                + line("CPU s per 1,000 orders, world", cpu(cpu.world()), "")
                + line(
                        "faults",
                        String.valueOf(road.faults().sum()),
                        road.faults().sum() == 0 ? "" : "THE FIGURES DO NOT COUNT: " + road.faults());
    }

    private static String ofFeed(FeedResult feed) {
        var limit = feed.limit();
        return line("stock file, limit, all new", number("%.2f s", limit.allNew()), number("%,d rows", feed.rows()))
                + line("stock file, limit, one in 20 changed", number("%.2f s", limit.changed()), "")
                + line("stock file, all new", number("%.2f s", feed.allNew()), times(feed.allNew(), limit.allNew()))
                + line(
                        "stock file, one in 20",
                        number("%.2f s", feed.changed()),
                        times(feed.changed(), limit.changed()))
                + line(
                        "stock file, unchanged",
                        number("%.2f s", feed.unchanged()),
                        times(feed.unchanged(), limit.changed()))
                + line("orders beside it, p99", number("%.2f", feed.claimP99Ratio()), "times that without");
    }

    private static String ofPages(PagesResult pages) {
        return line(
                        "pages, the slowest, p99",
                        number("%.1f ms", pages.slowest().p99Millis()),
                        pages.slowest().path() + number("; %,d orders", pages.orders()))
                + line("pages, the largest", number("%,d bytes", pages.worstBytes()), "")
                + line("search, the slowest, p99", number("%.1f ms", pages.searchP99Millis()), "");
    }

    private static String times(double seconds, double limit) {
        return number("%.1f times its limit", seconds / limit);
    }

    private static String percentiles(String name, Percentiles percentiles) {
        return line(
                name,
                number("%.1f ms", percentiles.p99().toNanos() / 1e6),
                number("p99; p50 %.1f ms", percentiles.p50().toNanos() / 1e6));
    }

    private static String cpu(OptionalDouble seconds) {
        return seconds.isPresent() ? number("%.2f", seconds.getAsDouble()) : "not known";
    }

    private static String number(String format, Object number) {
        return String.format(Locale.ROOT, format, number);
    }

    private static String line(String name, String figure, String remark) {
        return String.format(Locale.ROOT, LINE, name, figure, remark).replaceAll(" +\n", "\n");
    }
}
