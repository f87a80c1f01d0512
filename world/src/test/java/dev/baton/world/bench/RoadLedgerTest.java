package dev.baton.world.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RoadLedgerTest {

    private final RoadLedger ledger = new RoadLedger(1_000, 3);
    private final long start = System.nanoTime();

    @Test
    void anOrderHasArrivedWithItsLastUnit() {
        post(4);

        ledger.arrived(1_000, 3, start + 10);
        assertThat(ledger.inFlight()).isEqualTo(1);
        ledger.arrived(1_000, 1, start + 20);

        assertThat(ledger.inFlight()).isZero();
        var measure = ledger.measure(start, start + 100);
        assertThat(measure.arrived()).isEqualTo(1);
        assertThat(measure.missing()).isZero();
        assertThat(measure.orderToSupplier().max()).isEqualTo(Duration.ofNanos(20));
    }

    @Test
    void countsAnOrderInTheStretchInWhichItArrived() {
        post(4);

        ledger.arrived(1_000, 4, start + 500);

        assertThat(ledger.measure(start, start + 100).arrived()).isZero();
        assertThat(ledger.measure(start + 100, start + 1_000).arrived()).isEqualTo(1);
    }

    @Test
    void whatNeverArrivesIsMissingAndAtLastNoLongerUnderWay() {
        post(4);
        ledger.arrived(1_000, 1, start + 10);

        ledger.writeOffPostedBefore(start);
        assertThat(ledger.inFlight()).isEqualTo(1);
        ledger.writeOffPostedBefore(start + 1);

        assertThat(ledger.inFlight()).isZero();
        assertThat(ledger.measure(start, start + 100).missing()).isEqualTo(1);
    }

    @Test
    void whatArrivesAfterItWasWrittenOffStillArrived() {
        post(4);
        ledger.writeOff(0);

        ledger.arrived(1_000, 4, start + 10);

        assertThat(ledger.inFlight()).isZero();
        assertThat(ledger.measure(start, start + 100).arrived()).isEqualTo(1);
        assertThat(ledger.measure(start, start + 100).missing()).isZero();
    }

    @Test
    void anOrderNobodyWaitsForIsNeitherUnderWayNorMissingNorExcess() {
        post(0);

        assertThat(ledger.inFlight()).isZero();
        ledger.arrived(1_000, 2, start + 10);

        var measure = ledger.measure(start, start + 100);
        assertThat(measure.missing()).isZero();
        assertThat(measure.excessUnits()).isZero();
    }

    @Test
    void unitsBeyondTheOrderAreExcess() {
        post(4);
        ledger.arrived(1_000, 4, start + 10);

        ledger.arrived(1_000, 2, start + 20);

        assertThat(ledger.measure(start, start + 100).excessUnits()).isEqualTo(2);
        assertThat(ledger.inFlight()).isZero();
    }

    @Test
    void aPurchaseOrderForAnOrderNeverPostedIsCounted() {
        post(4);

        ledger.arrived(999, 1, start);
        ledger.arrived(1_001, 1, start);

        assertThat(ledger.measure(start, start + 100).unknownOrders()).isEqualTo(2);
    }

    @Test
    void saysWhenItIsFull() {
        assertThat(new int[] {ledger.nextOrder(), ledger.nextOrder(), ledger.nextOrder(), ledger.nextOrder()})
                .containsExactly(0, 1, 2, -1);
    }

    private void post(int units) {
        ledger.posted(ledger.nextOrder(), start, units);
    }
}
