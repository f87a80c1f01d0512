package dev.baton.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.orders.Bucket;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.shipping.NewShipment;
import dev.baton.shipping.NewShipment.NewPackage;
import dev.baton.shipping.NewShipment.PackageLine;
import dev.baton.shipping.PackageId;
import dev.baton.shipping.RecordShipments;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.tracking.TrackingLookup.ParcelStory;
import dev.baton.tracking.TrackingLookup.UnmatchedNumber;
import dev.baton.trading.TestRoad;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The tracking numbers are made up. */
class RecordScansTest {

    private static final String ONE = "1Z999AA10123456784";
    private static final String TWO = "1ZBAT0N10300123458";

    private final TestRoad road = new TestRoad();
    private SupplierId acme;
    private int reference;

    @BeforeEach
    void open() {
        acme = road.supplier("ACME", Netting.GROSS);
        road.goods("LAMP", acme);
    }

    @AfterEach
    void close() {
        road.close();
    }

    @Test
    void countsTheUnitsOfADeliveredParcelOnly() {
        SalesOrderId order = sent("1", 3);
        PackageId first = ship(order, "ups", ONE, 2);
        PackageId second = ship(order, "ups", TWO, 1);

        scan(ONE, ScanCode.DELIVERED, 60);
        road.work();

        assertThat(road.units(order, Bucket.DELIVERED)).isEqualTo(2);
        assertThat(road.units(order, Bucket.SHIPPED)).isEqualTo(1);
        assertThat(story(first).deliveredAt()).isEqualTo(at(60));
        assertThat(story(second).deliveredAt()).isNull();
        assertThat(road.openWork()).isZero();
    }

    @Test
    void storesAScanOnceHoweverOftenItIsTold() {
        ship(sent("1", 1), "ups", ONE, 1);

        ScanReceipt first = scan(ONE, ScanCode.IN_TRANSIT, 10);
        ScanReceipt again = scan("1z 999 aa1 0123 456 784", ScanCode.IN_TRANSIT, 10);

        assertThat(first).isEqualTo(new ScanReceipt(1, 0, 0));
        assertThat(again).isEqualTo(new ScanReceipt(0, 1, 0));
    }

    @Test
    void showsTheSameWhateverOrderScansComeIn() {
        SalesOrderId order = sent("1", 1);
        PackageId parcel = ship(order, "ups", ONE, 1);
        List<NewScan> scans = new ArrayList<>(List.of(
                scanned(ONE, ScanCode.PRE_TRANSIT, 1),
                scanned(ONE, ScanCode.IN_TRANSIT, 2),
                scanned(ONE, ScanCode.OUT_FOR_DELIVERY, 3),
                scanned(ONE, ScanCode.DELIVERED, 4)));
        Collections.shuffle(scans, new Random(3));

        scans.forEach(scan -> {
            record(scan);
            road.work();
        });

        assertThat(story(parcel).status()).isEqualTo(ScanCode.DELIVERED);
        assertThat(story(parcel).scans()).hasSize(4);
        assertThat(road.units(order, Bucket.DELIVERED)).isEqualTo(1);
        assertThat(road.tasks()).isEmpty();
    }

    @Test
    @DisplayName("A label printed is not a parcel shipped")
    void shipsNothingForAScanThatOnlyKnowsOfALabel() {
        SalesOrderId order = sent("1", 1);

        scan(ONE, ScanCode.PRE_TRANSIT, 1);
        road.work();

        assertThat(road.units(order, Bucket.SENT)).isEqualTo(1);
        assertThat(road.units(order, Bucket.SHIPPED)).isZero();

        PackageId parcel = ship(order, "ups", ONE, 1);
        road.work();
        assertThat(story(parcel).status()).isEqualTo(ScanCode.PRE_TRANSIT);
        assertThat(road.units(order, Bucket.DELIVERED)).isZero();
    }

    @Test
    @DisplayName("\"Sent\" after \"delivered\" erases history (nearmerch #214)")
    void keepsDeliveredWhenSentIsToldAfterwards() {
        SalesOrderId order = sent("1", 1);
        PackageId parcel = ship(order, "ups", ONE, 1);
        scan(ONE, ScanCode.DELIVERED, 5);
        road.work();

        scan(ONE, ScanCode.IN_TRANSIT, 2);
        road.work();

        assertThat(story(parcel).status()).isEqualTo(ScanCode.DELIVERED);
        assertThat(story(parcel).scans()).hasSize(2);
        assertThat(road.units(order, Bucket.DELIVERED)).isEqualTo(1);
        assertThat(road.tasks()).isEmpty();
    }

    @Test
    void asksAPersonWhenAParcelMovesAfterDelivery() {
        SalesOrderId order = sent("1", 1);
        PackageId parcel = ship(order, "ups", ONE, 1);
        scan(ONE, ScanCode.DELIVERED, 5);
        road.work();

        scan(ONE, ScanCode.IN_TRANSIT, 9);
        road.work();

        assertThat(road.taskKinds()).containsExactly("tracking.after-delivery");
        assertThat(story(parcel).status()).isEqualTo(ScanCode.IN_TRANSIT);
        assertThat(road.units(order, Bucket.DELIVERED)).isEqualTo(1);
    }

    @Test
    void opensATaskOnTroubleAndClosesItWhenTheParcelMovesOn() {
        ship(sent("1", 1), "ups", ONE, 1);
        scan(ONE, ScanCode.EXCEPTION, 5);
        road.work();
        assertThat(road.taskKinds()).containsExactly("tracking.exception");

        scan(ONE, ScanCode.OUT_FOR_DELIVERY, 9);
        road.work();

        assertThat(road.tasks()).isEmpty();
    }

    @Test
    void keepsScansOfANumberNobodyNamedYetAndFindsTheirParcelLater() {
        ScanReceipt receipt = scan(ONE, ScanCode.DELIVERED, 5);

        assertThat(receipt).isEqualTo(new ScanReceipt(1, 0, 1));
        assertThat(unmatched()).extracting(UnmatchedNumber::trackingNumber).containsExactly(ONE);

        SalesOrderId order = sent("1", 1);
        PackageId parcel = ship(order, "ups", ONE, 1);
        road.work();

        assertThat(unmatched()).isEmpty();
        assertThat(story(parcel).status()).isEqualTo(ScanCode.DELIVERED);
        assertThat(road.units(order, Bucket.DELIVERED)).isEqualTo(1);
    }

    @Test
    void deliversBothOrdersThatTravelUnderOneNumber() {
        SalesOrderId one = sent("1", 1);
        SalesOrderId other = sent("2", 2);
        ship(one, "ups", ONE, 1);
        ship(other, "ups", ONE, 2);

        scan(ONE, ScanCode.DELIVERED, 5);
        road.work();

        assertThat(road.units(one, Bucket.DELIVERED)).isEqualTo(1);
        assertThat(road.units(other, Bucket.DELIVERED)).isEqualTo(2);
    }

    @Test
    @DisplayName("A wrong carrier guess stays pending for ever")
    void letsTheCarriersOwnScanCorrectAGuessedCarrier() {
        SalesOrderId order = sent("1", 1);
        PackageId parcel = ship(order, "", ONE, 1);

        ScanReceipt receipt = record(new NewScan("fedex", ONE, ScanCode.DELIVERED, at(5), null, null));
        road.work();

        assertThat(receipt.unknown()).isZero();
        assertThat(story(parcel).status()).isEqualTo(ScanCode.DELIVERED);
    }

    @Test
    void leavesAnotherCarriersParcelOfTheSameNumberAlone() {
        SalesOrderId order = sent("1", 1);
        PackageId parcel = ship(order, "ups", ONE, 1);

        ScanReceipt receipt = record(new NewScan("fedex", ONE, ScanCode.DELIVERED, at(5), null, null));
        road.work();

        assertThat(receipt.unknown()).isEqualTo(1);
        assertThat(story(parcel).status()).isNull();
        assertThat(road.units(order, Bucket.DELIVERED)).isZero();
    }

    @Test
    void namesTheScanThatCannotBeReadAndRecordsNone() {
        assertThatThrownBy(() -> road.baton
                        .bean(RecordScans.class)
                        .record(
                                road.merchant,
                                List.of(scanned(ONE, ScanCode.IN_TRANSIT, 1), scanned(" - ", ScanCode.IN_TRANSIT, 1))))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(CommonProblem.INVALID_FIELD);
                    assertThat(problem.field()).isEqualTo("scans[1].trackingNumber");
                });
        assertThat(unmatched()).isEmpty();
    }

    private SalesOrderId sent(String id, int units) {
        SalesOrderId order = road.place(id, "LAMP×" + units);
        road.work();
        return order;
    }

    private PackageId ship(SalesOrderId order, String carrier, String number, int units) {
        return road.baton
                .bean(RecordShipments.class)
                .record(
                        road.merchant,
                        acme,
                        List.of(new NewShipment(
                                road.purchaseOrder(order).number(),
                                "S" + ++reference,
                                road.baton.clock().instant(),
                                List.of(new NewPackage(carrier, number, null, List.of(new PackageLine(1, units)))))))
                .getFirst()
                .shipment()
                .packages()
                .getFirst()
                .id();
    }

    private ScanReceipt scan(String number, ScanCode code, int minutes) {
        return record(scanned(number, code, minutes));
    }

    private ScanReceipt record(NewScan scan) {
        return road.baton.bean(RecordScans.class).record(road.merchant, List.of(scan));
    }

    private NewScan scanned(String number, ScanCode code, int minutes) {
        return new NewScan("UPS", number, code, at(minutes), "words", "Berlin");
    }

    private static Instant at(int minutes) {
        return Instant.parse("2026-03-05T08:00:00Z").plusSeconds(60L * minutes);
    }

    private ParcelStory story(PackageId parcel) {
        return Objects.requireNonNull(road.baton.in(
                road.merchant,
                () -> road.baton
                        .bean(TrackingLookup.class)
                        .stories(road.merchant, List.of(parcel))
                        .get(parcel)));
    }

    private List<UnmatchedNumber> unmatched() {
        return road.baton.in(
                road.merchant, () -> road.baton.bean(TrackingLookup.class).unmatched(road.merchant, 10));
    }
}
