package dev.baton.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.orders.Bucket;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.ProblemCode;
import dev.baton.platform.Tasks.Task;
import dev.baton.shipping.CorrectNumber.NewNumber;
import dev.baton.shipping.NewShipment.NewPackage;
import dev.baton.shipping.NewShipment.PackageLine;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.tracking.NewScan;
import dev.baton.tracking.RecordScans;
import dev.baton.tracking.ScanCode;
import dev.baton.tracking.TrackingLookup;
import dev.baton.trading.TestRoad;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A number that was told wrong. The numbers are made up; the second one's check digit is right, the first one's not. */
class CorrectNumberTest {

    private static final String WRONG = "1Z999AA10123456785";
    private static final String RIGHT = "1Z999AA10123456784";

    private final TestRoad road = new TestRoad();
    private SupplierId acme;
    private SupplierId other;

    @BeforeEach
    void open() {
        acme = road.supplier("ACME", Netting.GROSS);
        other = road.supplier("OTHER", Netting.GROSS);
        road.goods("LAMP", acme);
    }

    @AfterEach
    void close() {
        road.close();
    }

    @Test
    void theParcelGoesUnderTheNewNumberAndTheOldOneIsKept() {
        PackageId parcel = shipped(sent());
        assertThat(road.tasks()).extracting(Task::kind).containsExactly("shipping.tracking-number");

        boolean corrected = correct(parcel, "", "1z 999 AA1 01 2345 6784");

        assertThat(corrected).isTrue();
        ParcelBoard.Row row = row(parcel);
        assertThat(row.trackingNumber()).isEqualTo(RIGHT);
        assertThat(row.carrierCode()).isEqualTo("ups");
        assertThat(row.trackingUrl()).contains(RIGHT);
        assertThat(row.remark()).isNull();
        assertThat(before(parcel)).singleElement().satisfies(before -> {
            assertThat(before.trackingNumber()).isEqualTo(WRONG);
            assertThat(before.carrier()).isEqualTo("UPS");
            assertThat(before.reason()).isEqualTo("a slip of the finger");
        });
        assertThat(road.tasks()).as("it looks right now").isEmpty();
    }

    @Test
    void theSameNumberAgainChangesNothing() {
        PackageId parcel = shipped(sent());

        assertThat(correct(parcel, "UPS", WRONG)).isFalse();
        assertThat(before(parcel)).isEmpty();
    }

    @Test
    void aNumberThatCannotBeRightIsTakenAndATaskSaysSo() {
        PackageId parcel = shipped(sent());

        correct(parcel, "UPS", "1Z999AA10123456786");

        assertThat(row(parcel).trackingNumber()).isEqualTo("1Z999AA10123456786");
        assertThat(road.tasks())
                .singleElement()
                .satisfies(task -> assertThat(task.detail()).contains("check digit"));
    }

    @Test
    void scansOfTheNewNumberDeliverItAndThoseOfTheOldOneDoNot() {
        SalesOrderId order = sent();
        PackageId parcel = shipped(order);
        scan(WRONG, ScanCode.EXCEPTION);
        assertThat(road.tasks()).extracting(Task::kind).contains("tracking.exception");
        scan(RIGHT, ScanCode.IN_TRANSIT);

        correct(parcel, "UPS", RIGHT);
        road.baton.runDue();

        assertThat(road.tasks()).as("the trouble was another parcel's").isEmpty();
        assertThat(story(parcel).status()).isEqualTo(ScanCode.IN_TRANSIT);
        scan(WRONG, ScanCode.DELIVERED);
        assertThat(road.units(order, Bucket.DELIVERED)).isZero();
        scan(RIGHT, ScanCode.DELIVERED);
        assertThat(road.units(order, Bucket.DELIVERED)).isEqualTo(2);
        assertThat(road.openWork()).isZero();
    }

    @Test
    void aParcelWithoutANumberGetsOneAndIsFollowed() {
        SalesOrderId order = sent();
        PackageId parcel = shipped(order, "");
        assertThat(row(parcel).trackingNumber()).isEmpty();

        correct(parcel, "UPS", RIGHT);
        scan(RIGHT, ScanCode.DELIVERED);

        assertThat(road.units(order, Bucket.DELIVERED)).isEqualTo(2);
    }

    @Test
    void whatWasDeliveredUnderItsNumberKeepsIt() {
        PackageId parcel = shipped(sent());
        scan(WRONG, ScanCode.DELIVERED);

        refused(ParcelProblem.DELIVERED_ALREADY, () -> correct(parcel, "UPS", RIGHT));

        assertThat(row(parcel).trackingNumber()).isEqualTo(WRONG);
        assertThat(before(parcel)).isEmpty();
    }

    @Test
    void aSupplierCorrectsItsOwnParcelsOnly() {
        SalesOrderId order = sent();
        PackageId parcel = shipped(order);
        String number = road.purchaseOrder(order).number();

        assertThat(own(acme, number, "S1", 1)).isTrue();
        assertThat(row(parcel).trackingNumber()).isEqualTo(RIGHT);
        refused(ParcelProblem.UNKNOWN_PARCEL, () -> own(acme, number, "S1", 2));
        refused(ParcelProblem.UNKNOWN_PARCEL, () -> own(acme, number, "S2", 1));
        refused(ParcelProblem.UNKNOWN_PARCEL, () -> own(acme, "9999-1", "S1", 1));
        refused(ParcelProblem.UNKNOWN_PARCEL, () -> own(other, number, "S1", 1));
    }

    @Test
    void nothingIsTakenForANumber() {
        PackageId parcel = shipped(sent());

        refused(CommonProblem.INVALID_FIELD, () -> correct(parcel, "UPS", " - "));
        refused(CommonProblem.INVALID_FIELD, () -> correct(parcel, "UPS", "1".repeat(201)));
        refused(CommonProblem.INVALID_FIELD, () -> correct(parcel, "U".repeat(201), RIGHT));
        refused(ParcelProblem.UNKNOWN_PARCEL, () -> correct(new PackageId(java.util.UUID.randomUUID()), "", RIGHT));
    }

    private SalesOrderId sent() {
        SalesOrderId order = road.place("1", "LAMP×2");
        road.baton.runDue();
        return order;
    }

    private PackageId shipped(SalesOrderId order) {
        return shipped(order, WRONG);
    }

    private PackageId shipped(SalesOrderId order, String number) {
        ShipmentOutcome outcome = road.baton
                .bean(RecordShipments.class)
                .record(
                        road.merchant,
                        acme,
                        List.of(new NewShipment(
                                road.purchaseOrder(order).number(),
                                "S1",
                                road.baton.clock().instant(),
                                List.of(new NewPackage("UPS", number, null, List.of(new PackageLine(1, 2)))))))
                .getFirst();
        road.baton.runDue();
        return outcome.shipment().packages().getFirst().id();
    }

    private boolean correct(PackageId parcel, String carrier, String number) {
        return road.baton
                .bean(CorrectNumber.class)
                .correct(road.merchant, parcel, new NewNumber(carrier, number, "a slip of the finger"));
    }

    private boolean own(SupplierId supplier, String purchaseOrder, String reference, int position) {
        return road.baton
                .bean(CorrectNumber.class)
                .correctOwn(
                        road.merchant, supplier, purchaseOrder, reference, position, new NewNumber("UPS", RIGHT, ""));
    }

    private void scan(String number, ScanCode code) {
        road.baton.clock().advance(Duration.ofMinutes(1));
        road.baton
                .bean(RecordScans.class)
                .record(
                        road.merchant,
                        List.of(new NewScan(
                                "UPS", number, code, road.baton.clock().instant(), null, null)));
        road.baton.runDue();
    }

    private ParcelBoard.Row row(PackageId parcel) {
        return road.baton
                .in(road.merchant, () -> road.baton.bean(ParcelBoard.class).find(road.merchant, parcel))
                .orElseThrow();
    }

    private List<ParcelCorrections.Before> before(PackageId parcel) {
        return road.baton.in(
                road.merchant, () -> road.baton.bean(ParcelCorrections.class).of(road.merchant, parcel));
    }

    private TrackingLookup.ParcelStory story(PackageId parcel) {
        return Objects.requireNonNull(road.baton
                .in(road.merchant, () -> road.baton.bean(TrackingLookup.class).stories(road.merchant, List.of(parcel)))
                .get(parcel));
    }

    private static void refused(ProblemCode code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
