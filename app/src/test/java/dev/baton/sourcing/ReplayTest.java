package dev.baton.sourcing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The same request gives the same decision, in whatever order its parts arrive and whatever was planned before. */
class ReplayTest {
    @Test
    void theOrderOfLinesAndOffersHasNoInfluence() {
        RandomOrders orders = new RandomOrders(42, 3, false);
        for (int i = 0; i < 2_000; i++) {
            SourcingRequest request = orders.next(4, 5, 4);

            SourcingDecision decision = Sourcing.plan(request);

            assertThat(Sourcing.plan(orders.shuffled(request))).isEqualTo(decision);
        }
    }

    @Test
    void itHasNoInfluenceWhereTheSearchIsCutShortEither() {
        RandomOrders mixer = new RandomOrders(1, 1, false);
        LargeOrders orders = new LargeOrders(8, 6);
        for (int i = 0; i < 30; i++) {
            SourcingRequest request = orders.next(20, 3, 5, 100);

            SourcingDecision decision = Sourcing.plan(request);

            assertThat(Sourcing.plan(mixer.shuffled(request))).isEqualTo(decision);
            assertThat(Sourcing.plan(request)).isEqualTo(decision);
        }
    }

    /** Printed for whoever tunes the search; a machine's speed is no reason to fail a build. */
    @Test
    void tellsHowLongACommonOrderTakes() {
        LargeOrders orders = new LargeOrders(1, 20);
        SourcingRequest[] requests = new SourcingRequest[500];
        for (int i = 0; i < requests.length; i++) {
            requests[i] = orders.next(3, 2, 4, SourcingPolicy.NODE_LIMIT);
        }
        long best = Long.MAX_VALUE;
        long bestWriting = Long.MAX_VALUE;
        long written = 0;
        for (int round = 0; round < 60; round++) {
            long start = System.nanoTime();
            SourcingDecision[] decisions = new SourcingDecision[requests.length];
            for (int i = 0; i < requests.length; i++) {
                decisions[i] = Sourcing.plan(requests[i]);
            }
            long planned = System.nanoTime();
            for (SourcingDecision decision : decisions) {
                written += DecisionJson.write(decision).length();
            }
            best = Math.min(best, planned - start);
            bestWriting = Math.min(bestWriting, System.nanoTime() - planned);
        }
        System.out.printf(
                Locale.ROOT,
                "sourcing: 3 lines, 2-4 offers each: plan %.1f µs, write %.1f µs, %d bytes%n",
                best / 1_000.0 / requests.length,
                bestWriting / 1_000.0 / requests.length,
                written / 60 / requests.length);
        assertThat(written).isPositive();
    }
}
