package dev.baton.shipping;

import static dev.baton.trading.TestRoad.accept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.orders.Bucket;
import dev.baton.orders.CancelOrders;
import dev.baton.orders.CancelRequest;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.ProblemCode;
import dev.baton.purchasing.AnswerCancellation;
import dev.baton.purchasing.AnswerCancellation.CancellationReply;
import dev.baton.purchasing.LineUnits;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.PurchasingProblem;
import dev.baton.shipping.NewShipment.NewPackage;
import dev.baton.shipping.NewShipment.PackageLine;
import dev.baton.shipping.ShipmentView.ParcelLine;
import dev.baton.shipping.ShipmentView.ParcelView;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.trading.TestRoad;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tracking numbers are made up; their check digits are right unless said otherwise. */
class RecordShipmentsTest {

    private static final String NUMBER = "1Z999AA10123456784";

    private final TestRoad road = new TestRoad();
    private SupplierId acme;

    @BeforeEach
    void open() {
        acme = road.supplier("ACME", Netting.GROSS);
        road.goods("LAMP", acme);
        road.goods("VASE", acme);
    }

    @AfterEach
    void close() {
        road.close();
    }

    @Test
    void recordsAParcelAndCountsItsUnits() {
        SalesOrderId order = sent("LAMP×2");
        road.acknowledge(road.purchaseOrder(order), "A1", accept(1, 2));

        ShipmentOutcome outcome = ship(order, "S1", parcel(NUMBER, 1, 2));

        assertThat(outcome.replayed()).isFalse();
        assertThat(outcome.shipment().packages()).singleElement().satisfies(parcel -> {
            assertThat(parcel.carrierCode()).isEqualTo("ups");
            assertThat(parcel.trackingNumber()).isEqualTo(NUMBER);
            assertThat(parcel.trackingUrl()).contains(NUMBER);
            assertThat(parcel.remark()).isNull();
        });
        assertThat(road.purchaseOrder(order).status()).isEqualTo(PurchaseOrderStatus.SHIPPED);
        assertThat(road.units(order, Bucket.SHIPPED)).isEqualTo(2);
        assertThat(road.tasks()).isEmpty();
        assertThat(road.openWork()).isZero();
    }

    @Test
    void knowsWhoseParcelsAndShipmentsAre() {
        SalesOrderId order = sent("LAMP×2");
        ShipmentView shipment = ship(order, "S1", parcel(NUMBER, 1, 2)).shipment();
        UUID parcel = shipment.packages().getFirst().id().value();
        UUID whole = shipment.id().value();
        UUID neither = new UUID(1, 1);

        Map<UUID, SalesOrderId> orders = road.baton.in(
                road.merchant,
                () -> road.baton.bean(OrdersOfParcels.class).of(road.merchant, List.of(whole, parcel, neither)));

        assertThat(orders).isEqualTo(Map.of(whole, order, parcel, order));
    }

    @Test
    void shipsInPartsUntilNothingIsOwed() {
        SalesOrderId order = sent("LAMP×3");

        ship(order, "S1", parcel(NUMBER, 1, 1));
        assertThat(road.purchaseOrder(order).status()).isEqualTo(PurchaseOrderStatus.PARTLY_SHIPPED);
        assertThat(road.units(order, Bucket.SHIPPED)).isEqualTo(1);
        ship(order, "S2", parcel(NUMBER, 1, 2));

        assertThat(road.purchaseOrder(order).status()).isEqualTo(PurchaseOrderStatus.SHIPPED);
        assertThat(road.units(order, Bucket.SHIPPED)).isEqualTo(3);
        assertThat(shipments(order)).hasSize(2);
    }

    @Test
    void saysWhatIsInEachOfSeveralParcels() {
        SalesOrderId order = sent("LAMP×3", "VASE×1");

        ShipmentOutcome outcome = ship(
                order,
                "S1",
                new NewPackage("ups", NUMBER, 900, List.of(new PackageLine(1, 2), new PackageLine(2, 1))),
                new NewPackage("ups", "1ZBAT0N10300123458", null, List.of(new PackageLine(1, 1))));

        assertThat(outcome.shipment().packages())
                .extracting(parcel ->
                        parcel.lines().stream().mapToInt(ParcelLine::quantity).sum())
                .containsExactly(3, 1);
        assertThat(shipments(order)).containsExactly(outcome.shipment());
        assertThat(road.units(order, Bucket.SHIPPED)).isEqualTo(4);
    }

    @Test
    void acceptsByShippingWhatWasNeverAcknowledged() {
        SalesOrderId order = sent("LAMP×2");

        ship(order, "S1", parcel(NUMBER, 1, 2));

        assertThat(units(order).accepted()).isEqualTo(2);
        assertThat(road.openWork()).isZero();
        road.later(Duration.ofDays(7));
        assertThat(road.tasks()).isEmpty();
    }

    @Test
    void answersARepeatedReferenceAlikeAndPostsNothing() {
        SalesOrderId order = sent("LAMP×3");
        ShipmentOutcome first = ship(order, "S1", parcel(NUMBER, 1, 2));

        ShipmentOutcome again = ship(order, "S1", parcel(NUMBER, 1, 2));

        assertThat(again.replayed()).isTrue();
        assertThat(again.shipment()).isEqualTo(first.shipment());
        assertThat(units(order).shipped()).isEqualTo(2);
        assertThat(shipments(order)).hasSize(1);
    }

    @Test
    void refusesAReferenceThatMeantSomethingElseBefore() {
        SalesOrderId order = sent("LAMP×3");
        ship(order, "S1", parcel(NUMBER, 1, 2));

        refused(() -> ship(order, "S1", parcel(NUMBER, 1, 1)), PurchasingProblem.REFERENCE_REUSED, "reference");
    }

    @Test
    void storesAndShowsWhatIsTooMuchAndNeverRefusesIt() {
        SalesOrderId order = sent("LAMP×2");

        ShipmentOutcome outcome = ship(order, "S1", parcel(NUMBER, 1, 5));

        assertThat(outcome.shipment().packages().getFirst().lines())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.quantity()).isEqualTo(2);
                    assertThat(line.excess()).isEqualTo(3);
                });
        assertThat(units(order).excess()).isEqualTo(3);
        assertThat(road.units(order, Bucket.SHIPPED)).isEqualTo(2);
        assertThat(road.taskKinds()).containsExactly("shipping.excess");
    }

    @Test
    void recordsWhatIsShippedAfterAConfirmedCancelAndTellsAPerson() {
        SalesOrderId order = sent("LAMP×2");
        road.baton
                .bean(CancelOrders.class)
                .cancel(road.merchant, order, new CancelRequest("changed their mind", Map.of()));
        PurchaseOrderView view = road.purchaseOrder(order);
        road.baton
                .bean(AnswerCancellation.class)
                .answer(
                        road.merchant,
                        acme,
                        view.number(),
                        new CancellationReply(view.cancellations().getFirst().id(), true, null));

        ship(order, "S1", parcel(NUMBER, 1, 2));

        assertThat(units(order).excess()).isEqualTo(2);
        assertThat(road.units(order, Bucket.CANCELLED)).isEqualTo(2);
        assertThat(shipments(order)).hasSize(1);
        assertThat(road.taskKinds()).containsExactly("shipping.after-cancel");
    }

    @Test
    void recordsAWrongTrackingNumberWithATask() {
        SalesOrderId order = sent("LAMP×2");

        ShipmentOutcome outcome = ship(order, "S1", parcel("1Z999AA10123456785", 1, 2));

        ParcelView parcel = outcome.shipment().packages().getFirst();
        assertThat(parcel.trackingNumber()).isEqualTo("1Z999AA10123456785");
        assertThat(parcel.remark()).contains("check digit");
        assertThat(road.units(order, Bucket.SHIPPED)).isEqualTo(2);
        assertThat(road.taskKinds()).containsExactly("shipping.tracking-number");
    }

    @Test
    void allowsOneNumberOnTwoOrders() {
        SalesOrderId one = sent("LAMP×1");
        SalesOrderId other = road.place("2", "LAMP×2");
        road.work();

        ship(one, "S1", parcel(NUMBER, 1, 1));
        ship(other, "S2", parcel(NUMBER, 1, 2));

        assertThat(shipments(one).getFirst().packages().getFirst().trackingNumber())
                .isEqualTo(shipments(other).getFirst().packages().getFirst().trackingNumber());
        assertThat(road.tasks()).isEmpty();
    }

    @Test
    void takesUnitsOffAGrossSuppliersFigureWhenTheyShip() {
        SalesOrderId order = sent("LAMP×3");
        road.acknowledge(road.purchaseOrder(order), "A1", accept(1, 3));
        assertThat(road.available("LAMP")).isEqualTo(7);

        ship(order, "S1", parcel(NUMBER, 1, 3));
        road.baton.clock().advance(Duration.ofMinutes(1));
        road.shop.stock(acme, "S-LAMP", 7);

        assertThat(road.available("LAMP")).isEqualTo(7);
    }

    @Test
    void refusesALineThatIsNotOnTheDocument() {
        SalesOrderId order = sent("LAMP×2");

        refused(
                () -> ship(order, "S1", parcel(NUMBER, 4, 1)),
                PurchasingProblem.UNKNOWN_LINE,
                "packages[0].lines[0].line");
        assertThat(shipments(order)).isEmpty();
    }

    @Test
    void refusesAShipmentOfWhatWasNeverSentToTheSupplier() {
        SalesOrderId order = road.place("1", "LAMP×2");

        refused(() -> ship(order, "S1", parcel(NUMBER, 1, 1)), PurchasingProblem.UNKNOWN_PURCHASE_ORDER, null);
    }

    @Test
    void namesTheFieldThatCannotBeRead() {
        SalesOrderId order = sent("LAMP×2");

        refused(() -> ship(order, "", parcel(NUMBER, 1, 1)), CommonProblem.INVALID_FIELD, "reference");
        refused(() -> ship(order, "S1"), CommonProblem.INVALID_FIELD, "packages");
        Instant now = road.baton.clock().instant();
        refused(() -> ship(order, now.plus(Duration.ofDays(2))), CommonProblem.INVALID_FIELD, "shippedAt");
        refused(() -> ship(order, now.minus(Duration.ofDays(400))), CommonProblem.INVALID_FIELD, "shippedAt");
        refused(
                () -> ship(order, "S1", parcel(NUMBER, 1, 0)),
                CommonProblem.INVALID_FIELD,
                "packages[0].lines[0].quantity");
        refused(
                () -> ship(order, "S1", new NewPackage("ups", NUMBER, 0, List.of(new PackageLine(1, 1)))),
                CommonProblem.INVALID_FIELD,
                "packages[0].weightGrams");
        refused(
                () -> ship(
                        order,
                        "S1",
                        new NewPackage("ups", NUMBER, null, List.of(new PackageLine(1, 1), new PackageLine(1, 1)))),
                CommonProblem.INVALID_FIELD,
                "packages[0].lines[1].line");
    }

    private SalesOrderId sent(String... lines) {
        SalesOrderId order = road.place("1", lines);
        road.work();
        return order;
    }

    private void ship(SalesOrderId order, Instant at) {
        NewShipment notice =
                new NewShipment(road.purchaseOrder(order).number(), "S1", at, List.of(parcel(NUMBER, 1, 1)));
        road.baton.bean(RecordShipments.class).record(road.merchant, acme, List.of(notice));
    }

    private ShipmentOutcome ship(SalesOrderId order, String reference, NewPackage... parcels) {
        return road.baton
                .bean(RecordShipments.class)
                .record(
                        road.merchant,
                        acme,
                        List.of(new NewShipment(
                                road.purchaseOrder(order).number(),
                                reference,
                                road.baton.clock().instant(),
                                Arrays.asList(parcels))))
                .getFirst();
    }

    private static NewPackage parcel(String number, int line, int units) {
        return new NewPackage("ups", number, null, List.of(new PackageLine(line, units)));
    }

    private List<ShipmentView> shipments(SalesOrderId order) {
        return road.baton.in(
                road.merchant, () -> road.baton.bean(ShipmentLookup.class).ofSalesOrder(road.merchant, order));
    }

    private LineUnits units(SalesOrderId order) {
        return road.purchaseOrder(order).lines().getFirst().units();
    }

    private static void refused(ThrowingCallable call, ProblemCode code, @Nullable String field) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.field()).isEqualTo(field);
        });
    }
}
