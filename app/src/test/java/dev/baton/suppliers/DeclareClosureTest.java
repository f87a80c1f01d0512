package dev.baton.suppliers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.orders.SalesOrderId;
import dev.baton.platform.Problem;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.DeclareClosure.Absence;
import dev.baton.trading.TestRoad;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Situation 9: a supplier that works Monday to Friday 9 to 17 in Berlin and answers within four hours is away. */
class DeclareClosureTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant WEDNESDAY_TEN = berlin("2026-06-10T10:00");

    private final TestRoad road = new TestRoad();
    private final DeclareClosure closures = road.baton.bean(DeclareClosure.class);
    private SupplierId acme;
    private Instant before;

    @BeforeEach
    void open() {
        before = road.baton.clock().instant();
        road.baton.clock().set(WEDNESDAY_TEN);
        acme = road.supplier("ACME", Netting.GROSS);
        road.goods("LAMP", acme);
    }

    @AfterEach
    void close() {
        road.baton.clock().set(before);
        road.close();
    }

    @Test
    void situation9ADeadlineSetAfterwardsSkipsTheDaysAway() {
        closures.declare(road.merchant, acme, days("2026-06-10", "2026-06-12"));

        assertThat(sent().respondBy()).isEqualTo(berlin("2026-06-15T13:00"));
        assertThat(road.taskKinds()).containsExactly("suppliers.closed");
    }

    @Test
    void situation9NoReminderGoesOutInTheDaysAwayAndTheTimeRunsAnewAfterThem() {
        PurchaseOrderView order = sent();
        assertThat(order.respondBy()).isEqualTo(berlin("2026-06-10T14:00"));
        closures.declare(road.merchant, acme, days("2026-06-10", "2026-06-12"));

        at("2026-06-10T14:00");
        PurchaseOrderView away = road.purchaseOrder(order.number());
        assertThat(away.remindedAt()).isNull();
        assertThat(away.respondBy()).isEqualTo(berlin("2026-06-15T13:00"));

        at("2026-06-15T13:00");
        assertThat(road.purchaseOrder(order.number()).remindedAt()).isEqualTo(berlin("2026-06-15T13:00"));
    }

    @Test
    void situation9PromisedGoodsAreNotLateWhileTheSupplierIsAway() {
        PurchaseOrderView order = sent();
        road.acknowledge(order, "A1", TestRoad.accept(1, 2));
        closures.declare(road.merchant, acme, days("2026-06-11", "2026-06-19"));

        at("2026-06-12T18:00");
        assertThat(road.taskKinds()).doesNotContain("purchasing.late");
        at("2026-06-22T17:00");
        assertThat(road.taskKinds()).contains("purchasing.late");
    }

    @Test
    void theSameDaysAgainOnlyBringTheNewerNoteAndACloseTakenBackCountsNoMore() {
        Closure first = closures.declare(road.merchant, acme, days("2026-06-11", "2026-06-12"));
        Closure second = closures.declare(
                road.merchant,
                acme,
                new Absence(LocalDate.parse("2026-06-11"), LocalDate.parse("2026-06-12"), "Inventory"));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(declared()).extracting(Closure::note).containsExactly("Inventory");

        closures.withdraw(road.merchant, acme, first.id());
        assertThat(declared()).isEmpty();
    }

    @Test
    void refusesDaysThatCannotBe() {
        refused(days("2026-06-12", "2026-06-11"), "until");
        refused(days("2026-06-01", "2026-06-09"), "until");
        refused(days("2026-06-10", "2027-06-12"), "until");
        refused(days("2029-06-10", "2029-06-12"), "from");
        refused(new Absence(LocalDate.parse("2026-06-11"), LocalDate.parse("2026-06-12"), "x".repeat(501)), "note");
    }

    @Test
    void refusesToTakeBackWhatIsNotTheSuppliers() {
        SupplierId bolt = road.supplier("BOLT", Netting.GROSS);
        UUID ofAcme = closures.declare(road.merchant, acme, days("2026-06-11", "2026-06-12"))
                .id();

        assertThatThrownBy(() -> closures.withdraw(road.merchant, bolt, ofAcme))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(SupplierProblem.CLOSURE_UNKNOWN));
        assertThatThrownBy(() -> closures.declare(
                        road.merchant, new SupplierId(UUID.randomUUID()), days("2026-06-11", "2026-06-12")))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(SupplierProblem.SUPPLIER_UNKNOWN));
    }

    private void refused(Absence away, String field) {
        assertThatThrownBy(() -> closures.declare(road.merchant, acme, away))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.field()).isEqualTo(field));
    }

    private List<Closure> declared() {
        return road.baton.in(
                road.merchant,
                () -> road.baton
                        .bean(SupplierLookup.class)
                        .terms(road.merchant, List.of(acme))
                        .values()
                        .iterator()
                        .next()
                        .hours()
                        .closures());
    }

    private PurchaseOrderView sent() {
        SalesOrderId order = road.place("7001", "LAMP×2");
        road.work();
        return road.purchaseOrder(order);
    }

    private void at(String local) {
        road.baton.clock().set(berlin(local));
        road.work();
    }

    private static Absence days(String from, String until) {
        return new Absence(LocalDate.parse(from), LocalDate.parse(until), null);
    }

    private static Instant berlin(String local) {
        return java.time.LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }
}
