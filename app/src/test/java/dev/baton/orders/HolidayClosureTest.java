package dev.baton.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.catalog.DefineOffers;
import dev.baton.catalog.OfferDefinition;
import dev.baton.platform.Micros;
import dev.baton.platform.Problem;
import dev.baton.suppliers.AwayPolicy;
import dev.baton.suppliers.Closure;
import dev.baton.suppliers.DeclareClosure;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SetAwayPolicy;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierProblem;
import dev.baton.trading.TestRoad;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Situation 9, holiday closure: where new demand goes while its cheapest supplier is away. */
class HolidayClosureTest {

    private final TestRoad road = new TestRoad();
    private SupplierId cheap;
    private SupplierId dear;

    @BeforeEach
    void open() {
        // weekends count: every case begins on a Monday morning, whatever the clock was left at
        road.baton
                .clock()
                .set(road.baton
                        .clock()
                        .instant()
                        .atZone(ZoneOffset.UTC)
                        .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                        .truncatedTo(ChronoUnit.DAYS)
                        .plusHours(9)
                        .toInstant());
        cheap = road.supplier("CHEAP", Netting.GROSS);
        dear = road.supplier("DEAR", Netting.GROSS);
        road.shop.sku("LAMP");
        road.shop.offer("LAMP", cheap, "C-LAMP", "10.00", 10);
        road.shop.offer("LAMP", dear, "D-LAMP", "14.00", 10);
    }

    @AfterEach
    void close() {
        road.close();
    }

    @Test
    void goesThereAllTheSameAndShipsLaterUnlessSomethingElseIsSaid() {
        away(0, 9);

        assertThat(supplierOf("1")).isEqualTo(cheap);
    }

    @Test
    void goesToAnotherThatHandsOverEnoughDaysSooner() {
        away(0, 9);
        policy(AwayPolicy.Kind.REROUTE, 5);

        assertThat(supplierOf("1")).isEqualTo(dear);
    }

    @Test
    void staysWhereAnotherIsNotFasterEnough() {
        away(0, 2);
        policy(AwayPolicy.Kind.REROUTE, 5);

        assertThat(supplierOf("1")).isEqualTo(cheap);
    }

    @Test
    void staysWhereNobodyElseHasIt() {
        away(0, 9);
        policy(AwayPolicy.Kind.REROUTE, 5);
        road.baton.clock().advance(Duration.ofSeconds(1));
        road.shop.stock(dear, "D-LAMP", 0);

        assertThat(supplierOf("1")).isEqualTo(cheap);
    }

    @Test
    void staysWhereAnotherTakesAsLongByItself() {
        road.baton
                .bean(DefineOffers.class)
                .define(
                        road.merchant,
                        List.of(new OfferDefinition(
                                "LAMP", dear, "D-LAMP", "MAIN", Micros.parse("14.00"), "EUR", 1, Set.of(), 9)));
        away(0, 9);
        policy(AwayPolicy.Kind.REROUTE, 3);

        assertThat(supplierOf("1")).isEqualTo(cheap);
    }

    @Test
    void getsNothingWhileItIsAwayWhereThatIsSaidAndAgainWhenItIsBack() {
        away(0, 9);
        policy(AwayPolicy.Kind.STOP, 0);
        assertThat(supplierOf("1")).isEqualTo(dear);

        road.baton.clock().advance(Duration.ofDays(11));
        assertThat(supplierOf("2")).isEqualTo(cheap);
    }

    @Test
    void aLineNobodyElseCanShipGoesOnByItselfWhenItsSupplierIsBack() {
        road.goods("DESK", cheap);
        away(0, 9);
        policy(AwayPolicy.Kind.STOP, 0);
        SalesOrderId order = place("1", "DESK×2");

        assertThat(held(order)).singleElement().satisfies(hold -> {
            assertThat(hold.kind()).isEqualTo(HoldKind.SUPPLIER_AWAY);
            assertThat(hold.detail()).contains("CHEAP GmbH is away until " + today().plusDays(9));
        });
        road.later(Duration.ofDays(8));
        assertThat(held(order)).hasSize(1);

        road.later(Duration.ofDays(2));
        assertThat(held(order)).isEmpty();
        assertThat(road.order(order).allocations())
                .singleElement()
                .satisfies(units -> assertThat(units.supplier()).isEqualTo(cheap));
    }

    @Test
    void aLineThatWaitsForASupplierThatIsAwayGoesToAnotherAsSoonAsThatHasStock() {
        road.goods("DESK", cheap);
        away(0, 9);
        policy(AwayPolicy.Kind.STOP, 0);
        SalesOrderId order = place("1", "DESK×2");
        road.baton.clock().advance(Duration.ofSeconds(1));
        road.shop.stock(cheap, "S-DESK", 12);
        road.work();
        assertThat(held(order)).hasSize(1);

        road.shop.offer("DESK", dear, "D-DESK", "14.00", 10);
        road.later(Duration.ofMinutes(31));

        assertThat(held(order)).isEmpty();
        assertThat(road.order(order).allocations())
                .singleElement()
                .satisfies(units -> assertThat(units.supplier()).isEqualTo(dear));
    }

    @Test
    void theLineGoesOnAtOnceWhenTheDaysAwayAreTakenBackOrThePolicyIsAnother() {
        road.goods("DESK", cheap);
        Closure days = away(0, 9);
        policy(AwayPolicy.Kind.STOP, 0);
        SalesOrderId first = place("1", "DESK×2");
        road.baton.bean(DeclareClosure.class).withdraw(road.merchant, cheap, days.id());
        road.work();
        assertThat(held(first)).isEmpty();

        away(0, 5);
        SalesOrderId second = place("2", "DESK×3");
        assertThat(held(second)).hasSize(1);
        policy(AwayPolicy.Kind.LATER, 0);
        road.work();
        assertThat(held(second)).isEmpty();
    }

    @Test
    void whatWaitsForStockIsServedByTheSupplierThatIsBack() {
        away(0, 9);
        policy(AwayPolicy.Kind.STOP, 0);
        road.baton.clock().advance(Duration.ofSeconds(1));
        road.shop.stock(dear, "D-LAMP", 0);
        SalesOrderId order = place("1", "LAMP×2");
        assertThat(road.order(order).lines().getFirst().units()).containsEntry(Bucket.WAITING, 2);

        road.later(Duration.ofDays(9).plusHours(16));
        assertThat(road.order(order).allocations())
                .singleElement()
                .satisfies(units -> assertThat(units.supplier()).isEqualTo(cheap));
    }

    @Test
    void aClosureThatHasNotBegunStopsNothing() {
        away(5, 9);
        policy(AwayPolicy.Kind.STOP, 0);

        assertThat(supplierOf("1")).isEqualTo(cheap);
    }

    @Test
    void refusesAPolicyWithoutItsDays() {
        assertThatThrownBy(() -> policy(AwayPolicy.Kind.REROUTE, 0)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(SupplierProblem.SUPPLIER_TERM_INVALID);
            assertThat(problem.field()).isEqualTo("fasterDays");
        });
        assertThatThrownBy(() -> policy(AwayPolicy.Kind.LATER, 3)).isInstanceOf(Problem.class);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(road.baton.clock().instant(), ZoneId.of("Europe/Berlin"));
    }

    private Closure away(int fromDays, int untilDays) {
        return road.baton
                .bean(DeclareClosure.class)
                .declare(
                        road.merchant,
                        cheap,
                        new DeclareClosure.Absence(today().plusDays(fromDays), today().plusDays(untilDays), null));
    }

    private List<OrderView.HoldView> held(SalesOrderId order) {
        return road.order(order).holds().stream()
                .filter(OrderView.HoldView::open)
                .toList();
    }

    private void policy(AwayPolicy.Kind kind, int fasterDays) {
        road.baton.bean(SetAwayPolicy.class).set(road.merchant, cheap, new AwayPolicy(kind, fasterDays));
    }

    private SupplierId supplierOf(String storeOrderId) {
        return road.order(place(storeOrderId, "LAMP×1"))
                .allocations()
                .getFirst()
                .supplier();
    }

    private SalesOrderId place(String storeOrderId, String line) {
        return road.baton
                .bean(PlaceOrders.class)
                .place(
                        road.merchant,
                        List.of(road.shop
                                .order(storeOrderId, line)
                                .updatedAt(road.baton.clock().instant())
                                .build()))
                .getFirst()
                .order();
    }
}
