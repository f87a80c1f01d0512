package dev.baton.sourcing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.sourcing.Verdict.DearerInTotal;
import org.junit.jupiter.api.Test;

/** Orders too large to be proven: the best found, with an honest bound, the same every time. */
class NodeLimitTest {
    @Test
    void aSearchCutShortSaysHowMuchBetterAPlanCouldBe() {
        LargeOrders orders = new LargeOrders(3, 6);
        for (int i = 0; i < 40; i++) {
            SourcingDecision decision = Sourcing.plan(orders.next(25, 4, 6, 200));

            assertThat(decision.exact()).isFalse();
            assertThat(decision.nodesVisited()).isEqualTo(200);
            assertThat(decision.unassigned()).isEmpty();
            assertThat(decision.gapMicros()).isNotNegative();
            assertThat(decision.lowerBoundMicros()).isBetween(decision.totalMicros() / 10 * 9, decision.totalMicros());
        }
    }

    @Test
    void theBoundOfAShortSearchHoldsAgainstTheProvenOptimum() {
        for (int seed = 0; seed < 60; seed++) {
            SourcingRequest shortly = new LargeOrders(seed, 8).next(9, 2, 4, 3);
            SourcingRequest fully = new LargeOrders(seed, 8).next(9, 2, 4, SourcingPolicy.NODE_LIMIT);

            SourcingDecision found = Sourcing.plan(shortly);
            SourcingDecision proven = Sourcing.plan(fully);

            assertThat(proven.exact()).isTrue();
            assertThat(found.totalMicros()).isGreaterThanOrEqualTo(proven.totalMicros());
            assertThat(found.lowerBoundMicros()).isLessThanOrEqualTo(proven.totalMicros());
        }
    }

    @Test
    void theBoundOfAShortSearchHoldsWhereLinesAreDividedOrLeft() {
        RandomOrders orders = new RandomOrders(5, 6, true);
        for (int i = 0; i < 2_000; i++) {
            SourcingRequest request = orders.next(4, 6, 4);
            SourcingDecision proven = Sourcing.plan(request);
            SourcingDecision found = Sourcing.plan(withNodeLimit(request, 1));

            assertThat(found.unassigned())
                    .hasSizeGreaterThanOrEqualTo(proven.unassigned().size());
            boolean comparable = found.unassigned().size()
                            == proven.unassigned().size()
                    && found.assignments().size() == proven.assignments().size();
            if (comparable) {
                assertThat(found.lowerBoundMicros()).isLessThanOrEqualTo(proven.totalMicros());
            }
            assertThat(found.gapMicros()).isNotNegative();
        }
    }

    @Test
    void noLoserOfAShortSearchIsShownAsCheaperOrAsProven() {
        SourcingDecision decision = Sourcing.plan(new LargeOrders(9, 8).next(30, 3, 5, 50));

        assertThat(decision.considered())
                .extracting(Considered::verdict)
                .filteredOn(DearerInTotal.class::isInstance)
                .isNotEmpty()
                .allSatisfy(verdict -> {
                    DearerInTotal dearer = (DearerInTotal) verdict;
                    assertThat(dearer.byMicros()).isNotNegative();
                    assertThat(dearer.proven()).isFalse();
                });
    }

    @Test
    void theLongestOrderIsPlanned() {
        SourcingDecision decision = Sourcing.plan(new LargeOrders(4, 20).next(SourcingRequest.MAX_LINES, 2, 4, 1_000));

        assertThat(decision.unassigned()).isEmpty();
        assertThat(decision.gapMicros()).isBetween(0L, decision.totalMicros() / 10);
    }

    private static SourcingRequest withNodeLimit(SourcingRequest request, int limit) {
        SourcingPolicy policy = request.policy();
        return new SourcingRequest(
                request.destination(),
                request.demands(),
                request.candidates(),
                request.terms(),
                request.rates(),
                new SourcingPolicy(
                        policy.maySplitLine(),
                        policy.splitPenaltyMinor(),
                        policy.leadDayPenaltyMinor(),
                        policy.reliability(),
                        limit,
                        policy.blockedSuppliers()),
                request.carriers());
    }
}
