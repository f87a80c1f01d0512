package dev.baton.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.inventory.ExpectedStock;
import dev.baton.inventory.RecordExpectedStock;
import dev.baton.orders.Backorder.Source;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestShop.Draft;
import dev.baton.trading.TestRoad;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits, until when, and its release: rehearsed, then done as rehearsed. */
class BackordersTest {

    private final TestRoad road = new TestRoad();
    private final ServeBackorders serve = road.baton.bean(ServeBackorders.class);
    private final BackorderLookup lookup = road.baton.bean(BackorderLookup.class);
    private SupplierId acme;
    private SkuId lamp;

    @BeforeEach
    void open() {
        acme = road.supplier("ACME", Netting.GROSS);
        road.shop.sku("LAMP");
        road.shop.offer("LAMP", acme, "A-LAMP", "10.00", 0);
        lamp = sku("LAMP");
    }

    @AfterEach
    void close() {
        road.close();
    }

    @Test
    void listsWhatWaitsTheOldestFirstWithTheDayEachIsPromisedAndWhoseWordThatIs() {
        place(road.shop.order("1", "LAMP×3"));
        place(road.shop.order("2", "LAMP×2"));
        place(road.shop.order("3", "LAMP×4"));
        expect(today().plusDays(5), 4);

        assertThat(lookup.page(road.merchant, null, 10)).singleElement().satisfies(each -> {
            assertThat(each.code()).isEqualTo("LAMP");
            assertThat(each.units()).isEqualTo(9);
            assertThat(each.lines()).isEqualTo(3);
            assertThat(each.expected())
                    .singleElement()
                    .satisfies(one -> assertThat(one.source()).isEqualTo(Source.MERCHANT));
        });
        List<Backorder.InLine> line = lookup.line(road.merchant, lamp, null, 10);
        assertThat(line).extracting(Backorder.InLine::position).containsExactly(3L, 5L, 9L);
        assertThat(line.getFirst().promised())
                .isEqualTo(new Backorder.Promised(today().plusDays(5), Source.MERCHANT, acme));
        assertThat(line.get(1).promised())
                .as("its second unit is one more than is expected")
                .isNull();
        assertThat(lookup.line(road.merchant, lamp, line.getFirst().line(), 10))
                .as("a page goes on with the same numbers")
                .extracting(Backorder.InLine::position)
                .containsExactly(5L, 9L);
    }

    @Test
    void forgetsADayThatIsOver() {
        place(road.shop.order("1", "LAMP×1"));
        expect(today().minusDays(1), null);

        assertThat(lookup.line(road.merchant, lamp, null, 10).getFirst().promised())
                .isNull();
    }

    @Test
    void aRehearsalSaysWhoIsServedByWhomAtWhatCostAndWritesNothing() {
        SalesOrderId first = place(road.shop.order("1", "LAMP×3"));
        SalesOrderId second = place(road.shop.order("2", "LAMP×2"));
        serve.keepForAPerson(road.merchant, lamp);
        stock(4);
        road.work();

        BackorderPlan plan = serve.rehearse(road.merchant, lamp);

        assertThat(plan.orders()).extracting(BackorderPlan.Order::order).containsExactly(first, second);
        assertThat(plan.orders()).extracting(BackorderPlan.Order::served).containsExactly(3, 0);
        assertThat(plan.orders()).extracting(BackorderPlan.Order::waiting).containsExactly(0, 2);
        BackorderPlan.Supply supply = plan.orders().getFirst().supplies().getFirst();
        assertThat(supply.supplier()).isEqualTo(acme);
        assertThat(supply.unitCostMicros()).isEqualTo(10_000_000);
        assertThat(road.order(first).status()).isEqualTo("waiting");
        assertThat(road.purchaseOrders(first)).isEmpty();
        assertThat(serve.rehearse(road.merchant, lamp).token()).isEqualTo(plan.token());
    }

    @Test
    void releasesExactlyWhatWasRehearsed() {
        SalesOrderId first = place(road.shop.order("1", "LAMP×3"));
        serve.keepForAPerson(road.merchant, lamp);
        stock(4);
        road.work();
        assertThat(road.taskKinds()).contains("orders.backorder-ready");
        BackorderPlan plan = serve.rehearse(road.merchant, lamp);

        BackorderPlan done = serve.release(road.merchant, lamp, plan.token());
        road.work();

        assertThat(done).isEqualTo(plan);
        assertThat(road.purchaseOrders(first)).hasSize(1);
        assertThat(road.taskKinds()).doesNotContain("orders.backorder-ready");
    }

    @Test
    void releasesNothingWhenAnythingHasChangedSince() {
        SalesOrderId first = place(road.shop.order("1", "LAMP×3"));
        serve.keepForAPerson(road.merchant, lamp);
        stock(4);
        BackorderPlan plan = serve.rehearse(road.merchant, lamp);
        stock(2);

        assertThatThrownBy(() -> serve.release(road.merchant, lamp, plan.token()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(CommonProblem.CONFLICT));
        assertThat(road.order(first).status()).isEqualTo("waiting");
        assertThat(road.purchaseOrders(first)).isEmpty();
    }

    /** An order that waits for two goods does not jump the line of the one a person serves. */
    @Test
    void stockOfAnotherSkuLeavesAloneWhatAPersonServes() {
        road.shop.sku("SHADE");
        road.shop.offer("SHADE", acme, "A-SHADE", "5.00", 0);
        place(road.shop.order("1", "LAMP×3"));
        SalesOrderId both = place(road.shop.order("2", "LAMP×1", "SHADE×1"));
        serve.keepForAPerson(road.merchant, lamp);
        stock(3);
        road.shop.stock(acme, "A-SHADE", 1);
        road.work();

        assertThat(lookup.line(road.merchant, lamp, null, 10))
                .extracting(Backorder.InLine::units)
                .containsExactly(3, 1);
        assertThat(lookup.line(road.merchant, sku("SHADE"), null, 10)).isEmpty();
        assertThat(road.purchaseOrders(both)).hasSize(1);
    }

    @Test
    void stockServesByItselfAgainWhenAPersonSaysSo() {
        SalesOrderId first = place(road.shop.order("1", "LAMP×3"));
        serve.keepForAPerson(road.merchant, lamp);
        stock(3);
        road.work();
        assertThat(road.purchaseOrders(first)).isEmpty();

        serve.serveByItself(road.merchant, lamp);
        road.work();

        assertThat(road.purchaseOrders(first)).hasSize(1);
        assertThat(road.taskKinds()).doesNotContain("orders.backorder-ready");
    }

    /** The date a supplier names for what it fills later is kept for those who wait. */
    @Test
    void aSuppliersBackorderDateIsPromisedToThoseBehind() {
        stock(1);
        SalesOrderId sent = place(road.shop.order("1", "LAMP×1"));
        road.work();
        place(road.shop.order("2", "LAMP×2"));
        LocalDate until = today().plusDays(9);
        OrderView.AllocationView allocation = road.order(sent).allocations().getFirst();
        road.baton
                .bean(AnswerAllocations.class)
                .answer(
                        road.merchant,
                        List.of(new AllocationAnswer(
                                allocation.id(), UUID.randomUUID(), new AllocationAnswer.Backordered(1, until))));

        assertThat(lookup.line(road.merchant, lamp, null, 10).getFirst().promised())
                .isEqualTo(new Backorder.Promised(until, Source.SUPPLIER, acme));
    }

    /** A cap read, then written: two people press the same button. */
    @Test
    void twinsOfOneReleaseServeOnce() throws Exception {
        SalesOrderId first = place(road.shop.order("1", "LAMP×3"));
        place(road.shop.order("2", "LAMP×3"));
        serve.keepForAPerson(road.merchant, lamp);
        stock(6);
        String token = serve.rehearse(road.merchant, lamp).token();

        CyclicBarrier together = new CyclicBarrier(2);
        AtomicInteger refused = new AtomicInteger();
        List<Future<String>> both = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 2; i++) {
                both.add(people.submit(() -> {
                    together.await();
                    try {
                        serve.release(road.merchant, lamp, token);
                    } catch (Problem changed) {
                        refused.incrementAndGet();
                    }
                    return token;
                }));
            }
        }
        for (Future<String> each : both) {
            each.get();
        }
        road.work();

        assertThat(refused).hasValue(1);
        assertThat(road.purchaseOrders(first)).hasSize(1);
        assertThat(lookup.page(road.merchant, null, 10)).isEmpty();
    }

    private void expect(LocalDate on, @Nullable Integer quantity) {
        road.baton.in(road.merchant, () -> {
            OfferId offer = road.baton
                    .bean(CatalogLookup.class)
                    .offersOf(road.merchant, List.of(lamp))
                    .getOrDefault(lamp, List.of())
                    .getFirst()
                    .id();
            road.baton
                    .bean(RecordExpectedStock.class)
                    .record(
                            road.merchant,
                            List.of(new ExpectedStock(
                                    offer, offer.value(), ExpectedStock.Source.MERCHANT, on, quantity)));
            return offer;
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(road.baton.clock().instant(), ZoneOffset.UTC);
    }

    private SkuId sku(String code) {
        return road.baton
                .in(road.merchant, () -> road.baton.bean(CatalogLookup.class).skuByCode(road.merchant, code))
                .orElseThrow()
                .id();
    }

    private void stock(int units) {
        road.baton.clock().advance(Duration.ofSeconds(1));
        road.shop.stock(acme, "A-LAMP", units);
    }

    private SalesOrderId place(Draft draft) {
        road.baton.clock().advance(Duration.ofSeconds(1));
        return road.baton
                .bean(PlaceOrders.class)
                .place(
                        road.merchant,
                        List.of(draft.updatedAt(road.baton.clock().instant()).build()))
                .getFirst()
                .order();
    }
}
