package dev.baton.world.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.world.bench.OrderMix.ShipTo;
import dev.baton.world.bench.SupplierSink.Outcome;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RoadLoadTest {

    private static final Duration SHORT = Duration.ofMillis(400);

    private final OrderMix mix =
            new OrderMix(List.of("A-1", "B-2", "C-3", "D-4"), List.of(), 0, false, List.of(ShipTo.BERLIN), 1);
    private final RoadLedger ledger = new RoadLedger(5_900_000_000_000L, 100_000);
    private final SupplierSink suppliers = SupplierSink.start(
            0,
            StubRoad.SUPPLIERS.stream().collect(Collectors.toMap(path -> path, path -> StubRoad.SUPPLIER_SECRET)),
            PurchaseOrderFields.STANDARD,
            ledger);

    @AfterEach
    void stop() {
        suppliers.close();
    }

    @Test
    void everyOrderReachesBothItsSuppliers() throws Exception {
        try (var road = road(order -> StubRoad.ACCEPTED)) {
            var result = load(road).closedLoop(4, 8, SHORT);

            assertThat(result.accepted()).isPositive();
            assertThat(result.refused()).isEmpty();
            assertThat(result.unanswered()).isZero();
            assertThat(result.accept().count()).isEqualTo(result.accepted());
            var measure = ledger.measure(result.startNanos(), result.endNanos());
            assertThat(measure.arrived()).isPositive();
            assertThat(measure.excessUnits()).isZero();
            assertThat(measure.unknownOrders()).isZero();
        }
    }

    @Test
    void anOpenLoopPostsAtTheRateItWasGiven() throws Exception {
        try (var road = road(order -> StubRoad.ACCEPTED)) {
            var result = load(road).openLoop(4, 100, Duration.ofMillis(500));

            assertThat(result.accepted()).isEqualTo(50);
        }
    }

    @Test
    void ordersKeptWaitingByAStallCountFromTheTimeTheyWereDue() throws Exception {
        var stalled = new AtomicBoolean();
        try (var road = road(order -> stalled.compareAndSet(false, true) ? late() : StubRoad.ACCEPTED)) {
            var result = load(road).openLoop(1, 100, Duration.ofMillis(500));

            // Only one request was slow. A load that waits for answers before it counts would see a single one.
            assertThat(result.accepted()).isEqualTo(50);
            assertThat(result.accept().percentile(80)).isGreaterThan(Duration.ofMillis(100));
        }
    }

    @Test
    void countsRefusalsByStatusAndWaitsForNoneOfThem() throws Exception {
        try (var road = road(order -> "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n")) {
            var result = load(road).closedLoop(2, 1, SHORT);

            assertThat(result.accepted()).isZero();
            assertThat(result.refused()).containsOnlyKeys(503);
            assertThat(result.refused().get(503)).isGreaterThan(2);
            assertThat(ledger.inFlight()).isZero();
        }
    }

    @Test
    void connectsAgainWhenTheServerHangsUp() throws Exception {
        var polite = "HTTP/1.1 202 Accepted\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
        try (var road = road(order -> polite)) {
            var result = load(road).closedLoop(1, 100_000, SHORT);

            assertThat(result.accepted()).isGreaterThan(2);
            assertThat(result.unanswered()).isZero();
        }
    }

    @Test
    void readsAReplyInChunks() throws Exception {
        var chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n";
        try (var road = road(order -> chunked)) {
            var result = load(road).closedLoop(1, 100_000, SHORT);

            assertThat(result.accepted()).isGreaterThan(2);
            assertThat(result.unanswered()).isZero();
        }
    }

    @Test
    void countsWhatGetsNoAnswer() throws Exception {
        var road = road(order -> StubRoad.ACCEPTED);
        road.close();

        var result = load(road).openLoop(1, 20, Duration.ofMillis(200));

        assertThat(result.unanswered()).isEqualTo(4);
        assertThat(result.accepted()).isZero();
    }

    @Test
    void aReplyThatIsNoneCountsAsUnanswered() throws Exception {
        try (var road = road(order -> "hello\r\n\r\n")) {
            var result = load(road).openLoop(1, 20, Duration.ofMillis(200));

            assertThat(result.unanswered()).isEqualTo(4);
        }
    }

    @Test
    void measuresTheWholeRoad() throws Exception {
        try (var road = road(order -> StubRoad.ACCEPTED)) {
            var reading = new CostMeter.Reading(OptionalDouble.of(1), OptionalDouble.empty(), OptionalDouble.of(2), 10);
            var bench = new RoadBench(load(road), ledger, suppliers, () -> reading, System.out);

            var result = bench.measure(new RoadBench.Effort(4, 16, SHORT, SHORT, SHORT));

            assertThat(result.ordersPerSecond()).isPositive();
            assertThat(result.accept().p99()).isPositive();
            assertThat(result.orderToSupplier().p99())
                    .isGreaterThanOrEqualTo(result.accept().p50());
            assertThat(result.commitsPerOrder()).isZero();
            assertThat(result.cpuSecondsPer1000().app()).hasValue(0);
            assertThat(result.cpuSecondsPer1000().postgres()).isEmpty();
            assertThat(result.faults().sum()).isZero();
            assertThat(suppliers.count(Outcome.TAKEN)).isPositive();
        }
    }

    private StubRoad road(Function<JsonNode, String> replyTo) throws IOException {
        return new StubRoad(suppliers.url(), replyTo);
    }

    private RoadLoad load(StubRoad road) {
        return new RoadLoad(road.target(), mix, ledger, Clock.systemUTC());
    }

    private static String late() {
        try {
            new CountDownLatch(1).await(300, TimeUnit.MILLISECONDS);
            return StubRoad.ACCEPTED;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
