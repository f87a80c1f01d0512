package dev.baton.world.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.world.bench.LimitResult.Limit;
import dev.baton.world.bench.LimitResult.Run;
import dev.baton.world.bench.RoadResult.CpuSecondsPer1000;
import dev.baton.world.bench.RoadResult.Faults;
import dev.baton.world.bench.RoadResult.Percentiles;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BenchResultTest {

    private static final LimitResult LIMITS = new LimitResult(
            new Limit(List.of(new Run(16, 3_000)), List.of()),
            new Limit(List.of(new Run(4, 15_000)), List.of()),
            "18.6");
    private static final RoadResult ROAD = new RoadResult(
            1_200.25,
            new Percentiles(Duration.ofMillis(30), Duration.ofMillis(180)),
            new Percentiles(Duration.ofMillis(4), Duration.ofNanos(21_500_000)),
            new Percentiles(Duration.ofMillis(90), Duration.ofMillis(410)),
            0.0625,
            new CpuSecondsPer1000(OptionalDouble.of(0.9), OptionalDouble.of(0.5), OptionalDouble.empty()),
            new Faults(0, 0, 0, 0, 0));

    private static final FeedResult FEED = new FeedResult(1_000_000, new FeedResult.Limit(3.8, 2.2), 9.5, 5.5, 4, 1.5);

    private static final PagesResult PAGES = new PagesResult(
            1_000_000,
            List.of(
                    new PagesResult.Page("/console/orders", 12, 40.5, 90_000),
                    new PagesResult.Page("/console/orders/{id}", 12, 61.25, 45_000)),
            List.of(new PagesResult.Page("search: order", 4, 12, 20_000)));

    @Test
    void writesTheKeysOtherProgramsRead() {
        var bench = new BenchResult(
                Optional.of(LIMITS),
                Optional.of(ROAD),
                Optional.of(FEED),
                Optional.of(PAGES),
                OptionalLong.of(431),
                OptionalDouble.of(3.2),
                OptionalDouble.of(2.4));

        assertThat(bench.toJson())
                .isEqualTo("{\"limitA\":3000.000,\"limitB\":15000.000,\"road\":{\"ordersPerSecond\":1200.250,"
                        + "\"acceptAtFullLoadP50Ms\":30.000,\"acceptAtFullLoadP99Ms\":180.000,"
                        + "\"acceptP50Ms\":4.000,\"acceptP99Ms\":21.500,"
                        + "\"orderToSupplierP50Ms\":90.000,\"orderToSupplierP99Ms\":410.000,"
                        + "\"commitsPerOrder\":0.063,"
                        + "\"cpuSecondsPer1000\":{\"app\":0.900,\"postgres\":0.500,\"world\":null},\"faults\":0},"
                        + "\"feed\":{\"rows\":1000000,\"limitAllNewSeconds\":3.800,\"limitChangedSeconds\":2.200,"
                        + "\"allNewSeconds\":9.500,\"changedSeconds\":5.500,\"unchangedSeconds\":4.000,"
                        + "\"claimP99Ratio\":1.500},"
                        + "\"pages\":{\"orders\":1000000,\"worstP99Ms\":61.250,\"worstPage\":\"/console/orders/{id}\","
                        + "\"worstBytes\":90000,\"searchP99Ms\":12.000},"
                        + "\"rssPeakMiB\":431.000,\"firstStartSeconds\":3.200,\"startSeconds\":2.400}");
    }

    @Test
    void whatWasNotMeasuredIsNull() {
        var bench = new BenchResult(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                OptionalDouble.of(Double.NaN));

        assertThat(bench.toJson())
                .isEqualTo(
                        "{\"limitA\":null,\"limitB\":null,\"road\":null,\"feed\":null,\"pages\":null,\"rssPeakMiB\":null,\"firstStartSeconds\":null,\"startSeconds\":null}");
        assertThat(bench.toTable()).doesNotContain("limit", "road");
    }

    @Test
    void printsTheRoadAsAShareOfTheLimits() {
        var table = new BenchResult(
                        Optional.of(LIMITS),
                        Optional.of(ROAD),
                        Optional.of(FEED),
                        Optional.of(PAGES),
                        OptionalLong.of(431),
                        OptionalDouble.of(3.2),
                        OptionalDouble.of(2.4))
                .toTable();

        assertThat(table)
                .contains("0.40 of limit A, 0.080 of limit B")
                .contains("180.0 ms   p99; p50 30.0 ms")
                .contains("21.5 ms   p99; p50 4.0 ms")
                .contains("not known")
                .contains("431 MiB")
                .contains("2.5 times its limit")
                .doesNotContain("DO NOT COUNT");
    }

    @Test
    void saysWhenFaultsMakeTheFiguresWorthless() {
        var faulty = new RoadResult(
                ROAD.ordersPerSecond(),
                ROAD.acceptAtFullLoad(),
                ROAD.accept(),
                ROAD.orderToSupplier(),
                ROAD.commitsPerOrder(),
                ROAD.cpuSecondsPer1000(),
                new Faults(0, 0, 2, 0, 0));

        var result = of(faulty);
        assertThat(result.toTable()).contains("DO NOT COUNT", "missing=2");
        assertThat(result.counts()).isFalse();
        assertThat(of(ROAD).counts()).isTrue();
    }

    private static BenchResult of(RoadResult road) {
        return new BenchResult(
                Optional.empty(),
                Optional.of(road),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }
}
