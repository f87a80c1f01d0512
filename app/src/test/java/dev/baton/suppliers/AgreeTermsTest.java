package dev.baton.suppliers;

import static dev.baton.trading.TestRoad.accept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.carriers.Carriers;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Money;
import dev.baton.platform.Problem;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.Task;
import dev.baton.platform.Tenancy;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.ShipByTimes;
import dev.baton.purchasing.UnderMinimum;
import dev.baton.shipping.NewShipment;
import dev.baton.shipping.NewShipment.NewPackage;
import dev.baton.shipping.NewShipment.PackageLine;
import dev.baton.shipping.RecordShipments;
import dev.baton.suppliers.ReturnTerms.Payer;
import dev.baton.trading.TestRoad;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Berlin, Monday to Friday 9 to 17, four hours; Easter Monday, 6 April 2026, is off. */
class AgreeTermsTest {

    private final TestRoad road = new TestRoad();
    private SupplierId acme = new SupplierId(new UUID(0, 0));
    private Instant before = Instant.EPOCH;

    @BeforeEach
    void open() {
        before = road.baton.clock().instant();
        acme = road.supplier("ACME", Netting.GROSS);
        road.goods("LAMP", acme);
        road.baton.clock().set(berlin("2026-04-07T10:00"));
        road.shop.stock(acme, "S-LAMP", 10);
    }

    @AfterEach
    void close() {
        road.baton.clock().set(before);
        road.close();
    }

    @Test
    void anOrderAfterTheCutOffLeavesAWorkingDayLater() {
        assertThat(shipByOfAnOrderAt("2026-04-07T15:00", 1)).contains(berlin("2026-04-09T15:00"));

        agree(new OrderTerms(LocalTime.of(14, 0), List.of(), null));

        assertThat(shipByOfAnOrderAt("2026-04-07T15:30", 2)).contains(berlin("2026-04-09T17:00"));
    }

    @Test
    void anOrderBeforeTheCutOffCountsFromItsAnswerAsWithoutOne() {
        agree(new OrderTerms(LocalTime.of(14, 0), List.of(), null));

        assertThat(shipByOfAnOrderAt("2026-04-07T13:59", 1)).contains(berlin("2026-04-09T13:59"));
    }

    @Test
    void fridayAfterTheCutOffCountsAsOfTuesdayWhereMondayIsAHoliday() {
        agree(new OrderTerms(LocalTime.of(14, 0), List.of(), null));
        SupplierTerms terms = terms();

        assertThat(terms.countsFrom(berlin("2026-04-03T13:59"))).isEqualTo(berlin("2026-04-03T13:59"));
        assertThat(terms.countsFrom(berlin("2026-04-03T14:00"))).isEqualTo(berlin("2026-04-07T09:00"));
        assertThat(terms.isAfterCutOff(berlin("2026-04-04T15:00"))).isFalse();
        assertThat(terms.orderDay(berlin("2026-04-03T14:00"))).hasToString("2026-04-04");
    }

    @Test
    void ordersUnderTheMinimumGoThereAndAPersonIsToldOnce() {
        agree(new OrderTerms(null, List.of(), new Money(1_000_000, "EUR")));

        PurchaseOrderView first = road.purchaseOrder(sent("M1", 2));
        sent("M2", 1);

        assertThat(first.sentAt()).isNotNull();
        assertThat(UnderMinimum.words(first, terms())).isEqualTo("under the agreed minimum of 10000.00 EUR");
        assertThat(underMinimum()).singleElement().satisfies(task -> {
            assertThat(task.subject()).isEqualTo(acme.value());
            assertThat(task.title())
                    .isEqualTo("Purchase orders to ACME GmbH are under the agreed minimum of 10000.00 EUR");
        });
    }

    @Test
    void anotherMinimumIsSaidAnewAndWhatIsDoneOpensAgain() {
        agree(new OrderTerms(null, List.of(), new Money(1_000_000, "EUR")));
        sent("M1", 1);
        agree(new OrderTerms(null, List.of(), new Money(2_000_000, "EUR")));
        sent("M2", 2);
        assertThat(underMinimum())
                .singleElement()
                .satisfies(task -> assertThat(task.title()).endsWith("20000.00 EUR"));

        in(merchant -> road.baton
                .bean(Tasks.class)
                .close(merchant, underMinimum().getFirst().id(), "done"));
        assertThat(underMinimum()).isEmpty();
        sent("M3", 3);

        assertThat(underMinimum()).hasSize(1);
    }

    @Test
    void anOrderOfTheMinimumIsNoMatterForAnybody() {
        agree(new OrderTerms(null, List.of(), new Money(1, "EUR")));

        sent("M2", 1);

        assertThat(road.taskKinds()).doesNotContain("purchasing.under-minimum");
    }

    @Test
    void aParcelByAnotherCarrierIsTakenAndAPersonIsTold() {
        agree(new OrderTerms(null, List.of("UPS"), null));
        PurchaseOrderView order = road.purchaseOrder(sent("C1", 2));
        road.acknowledge(order, "A1", accept(1, 2));

        ship(order, "S1", "UPS", "1Z999AA10123456784");
        assertThat(road.taskKinds()).doesNotContain("shipping.carrier");
        ship(order, "S2", "Kurier Nord", "");

        assertThat(road.purchaseOrder(order.number()).lines().getFirst().units().shipped())
                .isEqualTo(2);
        assertThat(road.tasks())
                .filteredOn(task -> task.kind().equals("shipping.carrier"))
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.title()).contains("by Kurier Nord, which is not agreed");
                    assertThat(task.detail()).startsWith("Agreed: UPS.");
                });
    }

    @Test
    void keepsCarriersByTheirCodesAndEverythingUntilItIsAgreedAnew() {
        agree(new OrderTerms(LocalTime.of(12, 0), List.of("DHL Paket", "Kurier Nord"), new Money(500, "EUR")));

        assertThat(terms().orderTerms())
                .isEqualTo(new OrderTerms(
                        LocalTime.of(12, 0),
                        List.of(Carriers.find("DHL Paket").orElseThrow().code(), "Kurier Nord"),
                        new Money(500, "EUR")));
        agree(OrderTerms.NONE);
        assertThat(terms().orderTerms()).isEqualTo(OrderTerms.NONE);
    }

    @Test
    void refusesTermsOfOrdersThatCannotBe() {
        refused(new OrderTerms(LocalTime.of(9, 0), List.of(), null), "cutOff");
        refused(new OrderTerms(LocalTime.of(17, 1), List.of(), null), "cutOff");
        refused(new OrderTerms(null, List.of("UPS", "United Parcel Service"), null), "carriers");
        refused(new OrderTerms(null, List.of(" "), null), "carriers");
        refused(new OrderTerms(null, List.of("x".repeat(101)), null), "carriers");
        refused(new OrderTerms(null, List.of(), new Money(0, "EUR")), "minimumOrder");
        refused(new OrderTerms(null, List.of(), new Money(1, "USD")), "minimumOrder");
        assertThatThrownBy(() -> orderTerms().agree(road.merchant, new SupplierId(new UUID(1, 1)), OrderTerms.NONE))
                .isInstanceOfSatisfying(
                        Problem.class, no -> assertThat(no.code()).isEqualTo(SupplierProblem.SUPPLIER_UNKNOWN));
    }

    @Test
    void keepsTermsOfReturnsAndRefusesThoseThatCannotBe() {
        AgreeReturnTerms returns = road.baton.bean(AgreeReturnTerms.class);
        ReturnTerms agreed = new ReturnTerms(30, Payer.SUPPLIER, 1_500, "Acme\nHafenstr. 1\n20457 Hamburg", null);
        returns.agree(road.merchant, acme, new ReturnTerms(0, Payer.CUSTOMER, 0, null, "no returns"));

        returns.agree(road.merchant, acme, agreed);

        assertThat(kept(returns)).contains(agreed);
        for (ReturnTerms wrong : List.of(
                new ReturnTerms(-1, Payer.CUSTOMER, 0, null, null),
                new ReturnTerms(3_651, Payer.CUSTOMER, 0, null, null),
                new ReturnTerms(1, Payer.CUSTOMER, 10_001, null, null),
                new ReturnTerms(1, Payer.CUSTOMER, 0, "x".repeat(501), null),
                new ReturnTerms(1, Payer.CUSTOMER, 0, null, " "))) {
            assertThatThrownBy(() -> returns.agree(road.merchant, acme, wrong))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            no -> assertThat(no.code()).isEqualTo(SupplierProblem.SUPPLIER_TERM_INVALID));
        }
        assertThat(kept(returns)).contains(agreed);
    }

    @Test
    void aParcelOfWhichNobodySaidWhoCarriesItIsNoMatterForAnybody() {
        agree(new OrderTerms(null, List.of("UPS"), null));
        PurchaseOrderView order = road.purchaseOrder(sent("C2", 1));

        ship(order, "S1", "", "");

        assertThat(road.taskKinds()).doesNotContain("shipping.carrier");
    }

    private List<Task> underMinimum() {
        return road.tasks().stream()
                .filter(task -> task.kind().equals("purchasing.under-minimum"))
                .toList();
    }

    private SalesOrderId sent(String storeOrderId, int quantity) {
        SalesOrderId order = road.place(storeOrderId, "LAMP×" + quantity);
        road.work();
        return order;
    }

    private void ship(PurchaseOrderView of, String reference, String carrier, String number) {
        road.baton
                .bean(RecordShipments.class)
                .record(
                        road.merchant,
                        acme,
                        List.of(new NewShipment(
                                of.number(),
                                reference,
                                road.baton.clock().instant(),
                                List.of(new NewPackage(carrier, number, null, List.of(new PackageLine(1, 1)))))));
    }

    private Optional<ReturnTerms> kept(AgreeReturnTerms returns) {
        return in(merchant -> returns.of(merchant, acme));
    }

    private void refused(OrderTerms terms, String field) {
        assertThatThrownBy(() -> agree(terms)).isInstanceOfSatisfying(Problem.class, no -> {
            assertThat(no.code()).isEqualTo(SupplierProblem.SUPPLIER_TERM_INVALID);
            assertThat(no.field()).isEqualTo(field);
        });
    }

    private Optional<Instant> shipByOfAnOrderAt(String local, int quantity) {
        road.baton.clock().set(berlin(local));
        PurchaseOrderView order = road.purchaseOrder(sent("O" + local, quantity));
        road.acknowledge(order, "A" + local, accept(1, quantity));
        return in(merchant -> road.baton.bean(ShipByTimes.class).of(merchant, road.purchaseOrder(order.number())));
    }

    private <T> T in(Function<MerchantId, T> read) {
        return road.baton.bean(Tenancy.class).inTransaction(road.merchant, () -> read.apply(road.merchant));
    }

    private SupplierTerms terms() {
        return in(merchant ->
                road.baton.bean(SupplierLookup.class).byCode(merchant, "ACME").orElseThrow());
    }

    private AgreeOrderTerms orderTerms() {
        return road.baton.bean(AgreeOrderTerms.class);
    }

    private void agree(OrderTerms terms) {
        orderTerms().agree(road.merchant, acme, terms);
    }

    private static Instant berlin(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Europe/Berlin")).toInstant();
    }
}
