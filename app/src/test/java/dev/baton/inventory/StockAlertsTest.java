package dev.baton.inventory;

import static dev.baton.inventory.FeedMode.DELTA;
import static dev.baton.inventory.FeedMode.FULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.catalog.Cost;
import dev.baton.catalog.CostProposal;
import dev.baton.catalog.CostProposals;
import dev.baton.catalog.DecideCosts;
import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferId;
import dev.baton.catalog.PriceRow;
import dev.baton.catalog.RecordPriceRows;
import dev.baton.inventory.StockAlert.Kind;
import dev.baton.inventory.StockThresholds.Scope;
import dev.baton.inventory.StockThresholds.Word;
import dev.baton.platform.Micros;
import dev.baton.platform.Problem;
import dev.baton.platform.Tasks;
import dev.baton.suppliers.Absence;
import dev.baton.suppliers.SampleSupplier;
import dev.baton.suppliers.SupplierId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Low, out, back, discontinued, stale: in days of cover, raised once, closed by themselves. */
class StockAlertsTest {

    private final StockWorld world = new StockWorld(SampleSupplier.coded("acme").reading(Absence.DISCONTINUED));
    private final StockAlertLookup alerts = world.baton.bean(StockAlertLookup.class);
    private final StockThresholds thresholds = world.baton.bean(StockThresholds.class);
    private OfferId cup;

    @BeforeEach
    void sellSevenUnitsInAWeek() {
        cup = world.offer("CUP");
        world.offer("POT");
        feed("CUP=100", "POT=1");
        for (int day = 0; day < 7; day++) {
            world.claim(cup, 1);
            later(Duration.ofDays(1));
            feed("CUP=100", "POT=1");
        }
        work();
    }

    @Test
    void saysNothingOfWhatLastsNorOfWhatNobodyBuys() {
        assertThat(open()).isEmpty();
        assertThat(tasks()).isEmpty();
    }

    @Test
    void isLowOnceAndUntilItLastsAQuarterLongerAgain() {
        feed("CUP=13");
        work();
        assertThat(open()).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(Kind.LOW);
            assertThat(alert.available()).isEqualTo(6);
            assertThat(alert.sold()).isEqualTo(7);
            assertThat(alert.threshold()).isEqualTo(7);
        });

        feed("CUP=14");
        work();
        assertThat(open()).as("a little more is no news").hasSize(1);
        assertThat(all()).hasSize(1);

        feed("CUP=40");
        work();
        assertThat(open()).isEmpty();
        assertThat(all())
                .singleElement()
                .satisfies(alert -> assertThat(alert.closedAt()).isNotNull());
    }

    @Test
    void isOneOfEverySupplierThatOffersTheGoods() {
        feed("CUP=7");
        work();

        assertThat(alerts.page(world.merchant, Kind.OUT, world.supplier, false, null, 10))
                .hasSize(1);
        assertThat(alerts.open(world.merchant, world.supplier)).containsEntry(Kind.OUT, 1L);
        SupplierId other = new SupplierId(UUID.randomUUID());
        assertThat(alerts.page(world.merchant, Kind.OUT, other, false, null, 10))
                .isEmpty();
        assertThat(alerts.open(world.merchant, other)).containsEntry(Kind.OUT, 0L);
    }

    @Test
    void whatIsOutForLongerThanSalesAreLookedBackOnIsBackAllTheSame() {
        feed("CUP=7");
        work();
        assertThat(open()).extracting(StockAlert::kind).containsExactly(Kind.OUT);

        for (int week = 0; week < 5; week++) {
            later(Duration.ofDays(7));
            feed("CUP=7");
            work();
        }
        assertThat(open()).as("it is out still").extracting(StockAlert::kind).containsExactly(Kind.OUT);

        feed("CUP=50");
        work();
        assertThat(open()).extracting(StockAlert::kind).containsExactly(Kind.BACK);
    }

    @Test
    void tellsOnceWhoseGoodsRunLow() {
        LowLog log = world.baton.bean(LowLog.class);

        feed("CUP=13");
        work();
        feed("CUP=13");
        work();

        assertThat(log.heard(world.merchant)).containsExactly(Set.of(world.supplier));
    }

    @Test
    void aSaleMakesItLowWithoutAnyFeed() {
        feed("CUP=17");
        work();
        assertThat(open()).isEmpty();

        world.claim(cup, 4);
        later(Duration.ofMinutes(16));

        assertThat(open()).extracting(StockAlert::kind).containsExactly(Kind.LOW);
    }

    @Test
    void isOutWithATaskThenBackForThreeDays() {
        feed("CUP=7");
        work();
        assertThat(open()).extracting(StockAlert::kind).containsExactly(Kind.OUT);
        assertThat(tasks()).contains(AlertTasks.OUT);

        feed("CUP=100");
        work();
        assertThat(open()).extracting(StockAlert::kind).containsExactly(Kind.BACK);
        assertThat(tasks()).doesNotContain(AlertTasks.OUT);

        later(Duration.ofDays(2));
        assertThat(open()).extracting(StockAlert::kind).contains(Kind.BACK);
        feed("CUP=100");
        later(Duration.ofDays(1).plusHours(1));
        assertThat(open()).extracting(StockAlert::kind).doesNotContain(Kind.BACK);
        assertThat(all()).extracting(StockAlert::kind).containsOnlyOnce(Kind.OUT, Kind.BACK);
    }

    @Test
    void saysThatASupplierDroppedWhatSells() {
        feed("CUP=100", "POT=1");
        world.apply(new NewFeedRun(
                world.supplier, FULL, world.baton.clock().instant(), null, List.of(new FeedRow("S-POT", null, 1))));
        work();

        assertThat(open()).extracting(StockAlert::kind).containsExactlyInAnyOrder(Kind.OUT, Kind.DISCONTINUED);
        assertThat(tasks()).contains(AlertTasks.DISCONTINUED);

        feed("CUP=100");
        work();
        assertThat(open()).extracting(StockAlert::kind).containsExactly(Kind.BACK);
        assertThat(tasks()).doesNotContain(AlertTasks.DISCONTINUED, AlertTasks.OUT);
    }

    @Test
    void saysThatAFigureIsTooOldOfWhatSellsOnly() {
        later(Duration.ofDays(4));

        assertThat(open()).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(Kind.STALE);
            assertThat(alert.offer()).isEqualTo(cup);
            assertThat(alert.threshold()).isEqualTo(StockThresholds.STALE_DAYS);
        });
        assertThat(tasks()).contains(AlertTasks.STALE);

        feed("CUP=100");
        work();
        assertThat(open()).isEmpty();
    }

    @Test
    void theNearestThresholdCounts() {
        feed("CUP=13");
        thresholds.set(world.merchant, new Word(Scope.MERCHANT, world.merchant.value(), 3, null));
        work();
        assertThat(open()).isEmpty();

        thresholds.set(world.merchant, new Word(Scope.SUPPLIER, world.supplier.value(), 10, null));
        feed("CUP=13");
        work();
        assertThat(open())
                .singleElement()
                .satisfies(alert -> assertThat(alert.threshold()).isEqualTo(10));

        thresholds.set(world.merchant, new Word(Scope.SKU, world.sku("CUP").value(), 0, 0));
        feed("CUP=13");
        work();
        assertThat(open()).as("0 = never").isEmpty();

        thresholds.set(world.merchant, new Word(Scope.SKU, world.sku("CUP").value(), null, null));
        assertThat(thresholds.words(world.merchant)).hasSize(2);
        assertThatThrownBy(() ->
                        thresholds.set(world.merchant, new Word(Scope.MERCHANT, world.merchant.value(), -1, null)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(InventoryProblem.THRESHOLD_INVALID));
    }

    @Test
    void aCostThatJumpedStaysUntilItIsDecidedOnWhateverStockDoes() {
        PriceRow dear =
                new PriceRow("S-POT", Offer.MAIN, null, null, new Cost(Micros.parse("999.00"), "EUR"), null, null);
        world.baton
                .bean(RecordPriceRows.class)
                .record(
                        world.merchant,
                        world.supplier,
                        List.of(dear),
                        world.baton.clock().instant());
        feed("CUP=100", "POT=2");
        later(Duration.ofDays(1));

        assertThat(open())
                .filteredOn(alert -> alert.kind() == Kind.COST_JUMP)
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.sku()).isEqualTo(world.sku("POT"));
                    assertThat(alert.available()).isEqualTo(1);
                    assertThat(alert.sold()).isZero();
                });
        assertThat(alerts.open(world.merchant)).containsEntry(Kind.COST_JUMP, 1L);
        assertThat(tasks()).contains("catalog.cost-jump");

        List<UUID> asked = world.baton.in(
                world.merchant,
                () -> world.baton.bean(CostProposals.class).open(world.merchant, world.supplier, null, 10).stream()
                        .map(CostProposal::id)
                        .toList());
        world.baton.bean(DecideCosts.class).refuse(world.merchant, asked, "a slip of the pen");
        assertThat(open()).extracting(StockAlert::kind).doesNotContain(Kind.COST_JUMP);
    }

    @Test
    void whatWasGivenBackWasNotSold() {
        UUID claim = world.claim(cup, 60);
        world.release(claim, 60, UUID.randomUUID());
        feed("CUP=20");
        work();

        assertThat(open()).isEmpty();
    }

    private void feed(String... rows) {
        List<FeedRow> figures = List.of(rows).stream()
                .map(row -> row.split("=", -1))
                .map(parts -> new FeedRow("S-" + parts[0], null, Integer.parseInt(parts[1])))
                .toList();
        world.baton.clock().advance(Duration.ofSeconds(1));
        Instant now = world.baton.clock().instant();
        world.apply(new NewFeedRun(world.supplier, DELTA, now, null, figures));
    }

    /** What is due within two minutes. */
    private void work() {
        later(Duration.ofMinutes(2));
    }

    private void later(Duration by) {
        world.baton.clock().advance(by);
        world.baton.runDue();
    }

    private List<StockAlert> open() {
        return alerts.page(world.merchant, null, null, false, null, 100);
    }

    private List<StockAlert> all() {
        return alerts.page(world.merchant, null, null, true, null, 100);
    }

    private List<String> tasks() {
        return world.tasks().stream().map(Tasks.Task::kind).toList();
    }
}
