package dev.baton.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.orders.Bucket;
import dev.baton.orders.SalesOrderId;
import dev.baton.shipping.NewShipment;
import dev.baton.shipping.NewShipment.NewPackage;
import dev.baton.shipping.NewShipment.PackageLine;
import dev.baton.shipping.PackageId;
import dev.baton.shipping.RecordShipments;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.trading.TestRoad;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tracking numbers are made up. */
class LostByTheCarrierTest {

    private static final String ONE = "1Z999AA10123456784";
    private static final String TWO = "1ZBAT0N10300123458";

    private final TestRoad road = new TestRoad();
    private SupplierId acme;
    private SalesOrderId order;

    @BeforeEach
    void open() {
        acme = road.supplier("ACME", Netting.GROSS);
        road.goods("LAMP", acme);
        order = road.place("1", "LAMP×3");
        road.work();
    }

    @AfterEach
    void close() {
        road.close();
    }

    @Test
    void countsWhatTheCarrierLostAsLostAndNothingElse() {
        ship("first", ONE, 2);
        ship("second", TWO, 1);

        scan(ONE, ScanCode.LOST, Duration.ZERO);
        road.work();

        assertThat(road.units(order, Bucket.LOST)).isEqualTo(2);
        assertThat(road.units(order, Bucket.SHIPPED)).isEqualTo(1);
        assertThat(road.taskKinds()).containsExactly("tracking.lost");
        assertThat(road.openWork()).isZero();
    }

    @Test
    void putsTheTaskOfATroubledParcelIntoThatOfALostOne() {
        ship("first", ONE, 3);
        scan(ONE, ScanCode.EXCEPTION, Duration.ofHours(-2));
        road.work();
        assertThat(road.taskKinds()).containsExactly("tracking.exception");

        scan(ONE, ScanCode.LOST, Duration.ZERO);
        road.work();

        assertThat(road.taskKinds()).containsExactly("tracking.lost");
    }

    @Test
    void takesItBackWhenTheCarrierHasItAgain() {
        ship("first", ONE, 3);
        scan(ONE, ScanCode.LOST, Duration.ofHours(-2));
        road.work();

        scan(ONE, ScanCode.IN_TRANSIT, Duration.ofHours(-1));
        road.work();

        assertThat(road.units(order, Bucket.LOST)).isZero();
        assertThat(road.units(order, Bucket.SHIPPED)).isEqualTo(3);
        assertThat(road.tasks()).isEmpty();
    }

    @Test
    void deliversWhatWasLostAndNeverLosesWhatWasDelivered() {
        ship("first", ONE, 3);
        scan(ONE, ScanCode.LOST, Duration.ofHours(-2));
        road.work();

        scan(ONE, ScanCode.DELIVERED, Duration.ofHours(-1));
        road.work();
        assertThat(road.units(order, Bucket.DELIVERED)).isEqualTo(3);
        assertThat(road.tasks()).isEmpty();

        scan(ONE, ScanCode.LOST, Duration.ZERO);
        road.work();
        assertThat(road.units(order, Bucket.DELIVERED)).isEqualTo(3);
        assertThat(road.taskKinds()).containsExactly("tracking.after-delivery");
    }

    @Test
    void isNotFoundByTroubleAndNotByAScanOfTheDayBefore() {
        ship("first", ONE, 3);
        scan(ONE, ScanCode.LOST, Duration.ofHours(-2));
        road.work();

        scan(ONE, ScanCode.IN_TRANSIT, Duration.ofHours(-26));
        scan(ONE, ScanCode.EXCEPTION, Duration.ofHours(-1));
        road.work();

        assertThat(road.units(order, Bucket.LOST)).isEqualTo(3);
    }

    @Test
    void leavesWhatAPersonTookBackUntilTheCarrierSaysItAnew() {
        PackageId parcel = ship("first", ONE, 3);
        scan(ONE, ScanCode.LOST, Duration.ofHours(-2));
        road.work();
        road.baton.bean(JudgeLost.class).find(road.merchant, parcel);

        scan(ONE, ScanCode.IN_TRANSIT, Duration.ofHours(-30));
        road.work();
        assertThat(road.units(order, Bucket.LOST)).isZero();

        road.later(Duration.ofHours(3));
        scan(ONE, ScanCode.LOST, Duration.ZERO);
        road.work();
        assertThat(road.units(order, Bucket.LOST)).isEqualTo(3);
    }

    @Test
    void leavesWhatTheCustomerMissesToAPersonWhateverIsScanned() {
        PackageId parcel = ship("first", ONE, 3);
        road.baton.bean(JudgeLost.class).lose(road.merchant, parcel, LostParcels.Because.CUSTOMER, null);

        scan(ONE, ScanCode.IN_TRANSIT, Duration.ZERO);
        road.work();

        assertThat(road.units(order, Bucket.LOST)).isEqualTo(3);
    }

    @Test
    void losesAParcelThatWasLostBeforeItsSupplierToldOfIt() {
        scan(ONE, ScanCode.LOST, Duration.ofHours(-1));

        ship("first", ONE, 3);
        road.work();

        assertThat(road.units(order, Bucket.LOST)).isEqualTo(3);
    }

    private PackageId ship(String reference, String number, int units) {
        return road.baton
                .bean(RecordShipments.class)
                .record(
                        road.merchant,
                        acme,
                        List.of(new NewShipment(
                                road.purchaseOrder(order).number(),
                                reference,
                                road.baton.clock().instant(),
                                List.of(new NewPackage("ups", number, null, List.of(new PackageLine(1, units)))))))
                .getFirst()
                .shipment()
                .packages()
                .getFirst()
                .id();
    }

    private void scan(String number, ScanCode code, Duration fromNow) {
        Instant at = road.baton.clock().instant().plus(fromNow);
        road.baton
                .bean(RecordScans.class)
                .record(road.merchant, List.of(new NewScan("UPS", number, code, at, "words", "Berlin")));
    }
}
