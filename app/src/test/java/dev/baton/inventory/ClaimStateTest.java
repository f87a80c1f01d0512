package dev.baton.inventory;

import static dev.baton.inventory.DeductionCause.ACKNOWLEDGED;
import static dev.baton.inventory.DeductionCause.SENT;
import static dev.baton.inventory.DeductionCause.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.catalog.OfferId;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClaimStateTest {

    private static ClaimState claimOf(int quantity) {
        return new ClaimState(new UUID(0, 1), new OfferId(new UUID(0, 2)), quantity, 0, 0, 0, 0, 0, quantity);
    }

    @Test
    void anAcceptedUnitThatShipsIsDeductedOnce() {
        ClaimState.Reported accepted = claimOf(5).report(ACKNOWLEDGED, 5);
        ClaimState.Reported shipped = accepted.claim().report(SHIPPED, 5);

        assertThat(accepted.deducts()).isEqualTo(5);
        assertThat(shipped.deducts()).isZero();
        assertThat(shipped.claim().uncovered()).isEqualTo(5);
    }

    @Test
    void partsAreDeductedAsTheyShip() {
        ClaimState.Reported first = claimOf(5).report(SHIPPED, 2);
        ClaimState.Reported second = first.claim().report(SHIPPED, 3);

        assertThat(first.deducts()).isEqualTo(2);
        assertThat(second.deducts()).isEqualTo(3);
        assertThat(second.claim().cover(2).cover(3).uncovered()).isZero();
    }

    @Test
    void acceptingAPartAndShippingLessOfItDeductsTheAcceptedPart() {
        ClaimState state = claimOf(5).report(ACKNOWLEDGED, 3).claim();

        assertThat(state.report(SHIPPED, 2).deducts()).isZero();
        assertThat(state.outstanding()).isEqualTo(2);
    }

    @Test
    void unitsNobodyDeductedAreGivenBackAtOnce() {
        ClaimState.Released released = claimOf(5).release(2, 0);

        assertThat(released.released()).isEqualTo(2);
        assertThat(released.claim().uncovered()).isEqualTo(3);
    }

    @Test
    void nothingIsGivenBackTwiceOrAboveTheClaim() {
        ClaimState empty = claimOf(5).release(9, 0).claim();

        assertThat(empty.uncovered()).isZero();
        assertThat(empty.release(1, 0).released()).isZero();
    }

    @Test
    void bookedUnitsTakenBackAreGivenBackOnlyWhileNoFigureLacksThem() {
        ClaimState booked = claimOf(5).report(ACKNOWLEDGED, 5).claim();

        ClaimState.Released open = booked.release(5, 5);
        assertThat(open.undoes()).isEqualTo(5);
        assertThat(open.claim().uncovered()).isZero();

        ClaimState.Released covered = booked.cover(5).release(5, 0);
        assertThat(covered.undoes()).isZero();
        assertThat(covered.claim().uncovered()).isZero();
    }

    @Test
    void whatLeftTheShelfIsNotGivenBack() {
        ClaimState shipped = claimOf(5).report(SHIPPED, 3).claim();

        assertThat(shipped.release(5, 0).released()).isEqualTo(2);
        assertThat(shipped.release(5, 0).claim().uncovered()).isEqualTo(3);
    }

    /** The supplier ships what it had agreed to cancel: the shelf lacks it all the same. */
    @Test
    void shippingAfterTheReleaseCountsUntilAFigureLacksIt() {
        ClaimState released =
                claimOf(5).report(ACKNOWLEDGED, 5).claim().release(5, 5).claim();

        ClaimState.Reported shipped = released.report(SHIPPED, 5);

        assertThat(shipped.deducts()).isEqualTo(5);
        assertThat(shipped.claim().uncovered()).isEqualTo(5);
        assertThat(shipped.claim().cover(5).uncovered()).isZero();
    }

    @Test
    void shippingMoreThanWasClaimedCountsUntilAFigureLacksIt() {
        ClaimState.Reported shipped = claimOf(2).report(SHIPPED, 3);

        assertThat(shipped.deducts()).isEqualTo(3);
        assertThat(shipped.claim().uncovered()).isEqualTo(3);
    }

    @Test
    void refusesToCoverMoreThanIsUncovered() {
        assertThatThrownBy(() -> claimOf(1).cover(2)).isInstanceOf(IllegalStateException.class);
    }

    /** In any order of events, uncovered is what is still to be deducted plus what no figure contains yet. */
    @Test
    void uncoveredIsAlwaysOutstandingPlusOpen() {
        Random random = new Random(4711);
        for (int round = 0; round < 20_000; round++) {
            ClaimState state = claimOf(1 + random.nextInt(6));
            int openBooked = 0;
            int openShipped = 0;
            for (int step = 0; step < 12; step++) {
                int units = 1 + random.nextInt(4);
                switch (random.nextInt(5)) {
                    case 0 -> {
                        ClaimState.Reported reported = state.report(SENT, units);
                        openBooked += reported.deducts();
                        state = reported.claim();
                    }
                    case 1 -> {
                        ClaimState.Reported reported = state.report(ACKNOWLEDGED, units);
                        openBooked += reported.deducts();
                        state = reported.claim();
                    }
                    case 2 -> {
                        ClaimState.Reported reported = state.report(SHIPPED, units);
                        openShipped += reported.deducts();
                        state = reported.claim();
                    }
                    case 3 -> {
                        ClaimState.Released released = state.release(units, openBooked);
                        openBooked -= released.undoes();
                        state = released.claim();
                    }
                    default -> {
                        state = state.cover(openBooked + openShipped);
                        openBooked = 0;
                        openShipped = 0;
                    }
                }
                assertThat(state.uncovered()).isEqualTo(state.outstanding() + openBooked + openShipped);
                assertThat(state.deducted()).isGreaterThanOrEqualTo(state.shipped());
            }
        }
    }
}
