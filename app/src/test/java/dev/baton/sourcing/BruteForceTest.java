package dev.baton.sourcing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.sourcing.BruteForce.Part;
import dev.baton.sourcing.BruteForce.Score;
import dev.baton.sourcing.Verdict.Chosen;
import dev.baton.sourcing.Verdict.DearerInTotal;
import dev.baton.sourcing.Verdict.DividesMoreLines;
import dev.baton.sourcing.Verdict.FillsFewerLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The planner against every plan there is: the same lines filled, the same divided, the same cost to the last micro. */
class BruteForceTest {
    @Test
    void agreesOnTenThousandSmallOrders() {
        RandomOrders orders = new RandomOrders(20_260_302, 1, false);
        for (int i = 0; i < 10_000; i++) {
            compare("order " + i, orders.next(3, 4, 4));
        }
    }

    @Test
    void agreesOnOrdersWithManyPlans() {
        RandomOrders orders = new RandomOrders(7, 9, false);
        for (int i = 0; i < 1_000; i++) {
            compare("calm order " + i, orders.next(5, 3, 4));
        }
    }

    @Test
    void agreesOnOrdersThatMustBeDivided() {
        RandomOrders orders = new RandomOrders(11, 6, true);
        for (int i = 0; i < 4_000; i++) {
            compare("scarce order " + i, orders.next(3, 6, 4));
        }
    }

    private static void compare(String name, SourcingRequest request) {
        BruteForce every = new BruteForce(request);
        Score best = every.best();

        SourcingDecision decision = Sourcing.plan(request);

        assertThat(decision.exact()).as(name).isTrue();
        assertThat(decision.gapMicros()).as(name).isZero();
        List<List<Part>> plan = planOf(request, decision);
        assertThat(every.score(plan)).as(name).isEqualTo(best);
        assertThat(decision.totalMicros()).as(name).isEqualTo(best.cost());
        assertThat(decision.unassigned()).as(name).hasSize(best.unfilled());
        long sum = decision.groups().stream().mapToLong(GroupCost::totalMicros).sum();
        assertThat(sum + decision.splitPenaltyMicros()).as(name).isEqualTo(best.cost());
        for (Considered offer : decision.considered()) {
            assertVerdict(name, offer, best, every);
        }
    }

    private static List<List<Part>> planOf(SourcingRequest request, SourcingDecision decision) {
        List<List<Part>> plan = new ArrayList<>();
        for (Demand demand : request.demands()) {
            List<Candidate> offers = request.candidates().getOrDefault(demand.skuId(), List.of());
            List<Part> parts = new ArrayList<>();
            int units = 0;
            for (Assignment assignment : decision.assignments()) {
                if (assignment.lineId().equals(demand.lineId())) {
                    units += assignment.quantity();
                    offers.stream()
                            .filter(offer -> offer.offerId().equals(assignment.offerId()))
                            .forEach(offer -> parts.add(new Part(offer, assignment.quantity())));
                }
            }
            assertThat(units).isIn(0, demand.quantity());
            assertThat(parts).hasSizeLessThanOrEqualTo(2);
            plan.add(parts);
        }
        return plan;
    }

    /** What a loser is said to cost is what the best plan with it costs. */
    private static void assertVerdict(String name, Considered offer, Score best, BruteForce every) {
        Score with = every.bestWith(offer.lineId(), offer.offerId());
        switch (offer.verdict()) {
            case Chosen chosen -> assertThat(with).as(name).isEqualTo(best);
            case DearerInTotal dearer -> {
                assertThat(dearer.proven()).as(name).isTrue();
                assertThat(with)
                        .as(name)
                        .isEqualTo(new Score(best.unfilled(), best.divided(), best.cost() + dearer.byMicros()));
            }
            case FillsFewerLines fewer ->
                assertThat(Objects.requireNonNull(with).unfilled()).as(name).isEqualTo(best.unfilled() + fewer.lines());
            case DividesMoreLines more ->
                assertThat(Objects.requireNonNull(with).divided()).as(name).isEqualTo(best.divided() + more.lines());
            case Verdict other ->
                assertThat(with == null || with.compareTo(best) >= 0).as(name).isTrue();
        }
    }
}
