package dev.baton.sourcing;

import static dev.baton.sourcing.TestOrder.DAY;
import static dev.baton.sourcing.TestOrder.EURO;
import static dev.baton.sourcing.TestOrder.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.baton.sourcing.Verdict.Chosen;
import dev.baton.sourcing.Verdict.DearerInTotal;
import dev.baton.sourcing.Verdict.Dominated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is best for a whole order: goods, fees, parcels and penalties together. */
class SourcingTest {
    private final TestOrder order = new TestOrder();
    private final UUID lamp = order.id();
    private final UUID vase = order.id();

    @Test
    void theCheapestLandedCostShipsNotTheCheapestGoods() {
        Origin acme = order.supplier(0, 400);
        Origin bolt = order.supplier(200, 900);
        UUID line = order.line(lamp, 2);
        TestOrder.Offer dearGoods = order.offer(lamp, acme).costs(12 * EURO);
        TestOrder.Offer cheapGoods = order.offer(lamp, bolt).costs(10 * EURO);

        SourcingDecision decision = order.plan();

        assertThat(decision.assignments())
                .containsExactly(new Assignment(line, lamp, dearGoods.id, acme, 2, 24L * EURO, 0));
        assertThat(decision.groups())
                .containsExactly(new GroupCost(acme, 24L * EURO, 0, 4L * EURO, 0, 1000, 1, List.of()));
        assertThat(decision.totalMicros()).isEqualTo(28L * EURO);
        assertThat(verdict(decision, line, dearGoods)).isEqualTo(new Chosen(2));
        assertThat(verdict(decision, line, cheapGoods)).isEqualTo(new DearerInTotal(3L * EURO, true));
        assertThat(decision.unassigned()).isEmpty();
        assertThat(decision.exact()).isTrue();
        assertThat(decision.gapMicros()).isZero();
    }

    @Test
    void linesGoTogetherWhereASecondPurchaseOrderCostsMoreThanDearerGoods() {
        Origin acme = order.supplier(150, 400);
        Origin bolt = order.supplier(150, 400);
        UUID lampLine = order.line(lamp, 1);
        UUID vaseLine = order.line(vase, 1);
        order.offer(lamp, acme).costs(10 * EURO);
        TestOrder.Offer boltsLamp = order.offer(lamp, bolt).costs(9 * EURO);
        TestOrder.Offer acmesVase = order.offer(vase, acme).costs(20 * EURO);

        SourcingDecision decision = order.plan();

        assertThat(decision.groups()).hasSize(1);
        assertThat(verdict(decision, vaseLine, acmesVase)).isEqualTo(new Chosen(1));
        assertThat(verdict(decision, lampLine, boltsLamp)).isEqualTo(new DearerInTotal(4_500_000, true));
    }

    @Test
    void dearerCountsWhatTheRestOfTheOrderWouldDoThen() {
        Origin acme = order.supplier(500, 0);
        Origin bolt = order.supplier(600, 0);
        UUID lampLine = order.line(lamp, 1);
        order.line(vase, 1);
        order.offer(lamp, acme);
        order.offer(vase, acme);
        TestOrder.Offer boltsLamp = order.offer(lamp, bolt);
        order.offer(vase, bolt);

        SourcingDecision decision = order.plan();

        assertThat(verdict(decision, lampLine, boltsLamp)).isEqualTo(new DearerInTotal(EURO, true));
    }

    @Test
    void theSplitPenaltyIsPaidForEachPurchaseOrderAfterTheFirst() {
        order.policy = new SourcingPolicy(true, 300, 0, Map.of(), 1000, Map.of());
        order.line(lamp, 1);
        order.line(vase, 1);
        order.offer(lamp, order.supplier(0, 0));
        order.offer(vase, order.supplier(0, 0));

        SourcingDecision decision = order.plan();

        assertThat(decision.splitPenaltyMicros()).isEqualTo(3L * EURO);
        assertThat(decision.totalMicros()).isEqualTo(23L * EURO);
        assertThat(decision.lowerBoundMicros()).isEqualTo(23L * EURO);
    }

    @Test
    void anUnreliableSupplierMustBeCheaperByItsPenalty() {
        Origin acme = order.supplier(0, 0);
        Origin bolt = order.supplier(0, 0);
        order.policy = new SourcingPolicy(
                true, 0, 0, Map.of(bolt.supplierId(), new SourcingPolicy.Reliability(250, DAY)), 1000, Map.of());
        UUID line = order.line(lamp, 1);
        TestOrder.Offer reliable = order.offer(lamp, acme).costs(12 * EURO);
        TestOrder.Offer cheaper = order.offer(lamp, bolt).costs(10 * EURO);

        SourcingDecision decision = order.plan();

        assertThat(verdict(decision, line, reliable)).isEqualTo(new Chosen(1));
        assertThat(verdict(decision, line, cheaper)).isEqualTo(new DearerInTotal(500_000, true));
    }

    @Test
    void aDayOfLeadTimeWeighsWhatTheMerchantSays() {
        order.policy = new SourcingPolicy(true, 0, 70, Map.of(), 1000, Map.of());
        order.line(lamp, 1);
        TestOrder.Offer prompt =
                order.offer(lamp, order.supplier(0, 0)).costs(11 * EURO).leavesIn(1);
        order.offer(lamp, order.supplier(0, 0)).costs(10 * EURO).leavesIn(3);

        SourcingDecision decision = order.plan();

        assertThat(decision.assignments().getFirst().offerId()).isEqualTo(prompt.id);
        assertThat(decision.groups().getFirst().penaltyMicros()).isEqualTo(700_000);
        assertThat(decision.totalMicros()).isEqualTo(11_700_000);
    }

    @Test
    void aHeavyConsignmentIsSeveralParcelsEachWithItsPriceAndHandling() {
        Origin acme = new Origin(order.id(), "MAIN");
        RateTable table = new RateTable(
                List.of(new RateTable.Row("DE", 2_000, 450, "EUR"), new RateTable.Row("DE", 10_000, 900, "EUR")));
        order.terms.put(acme, new ShippingTerms(100, 50, "EUR", 10_000, table));
        order.line(lamp, 3);
        order.offer(lamp, acme).weighs(7_000);

        GroupCost cost = order.plan().groups().getFirst();

        assertThat(cost.parcels()).isEqualTo(3);
        assertThat(cost.weightGrams()).isEqualTo(21_000);
        assertThat(cost.shippingMicros()).isEqualTo((950 + 950 + 500) * 10_000L);
        assertThat(cost.feeMicros()).isEqualTo(EURO);
    }

    @Test
    void theRateThatWasUsedIsInTheDecision() {
        Origin acme = order.supplier(0, 0);
        order.line(lamp, 3);
        order.offer(lamp, acme).costs(1_111_111).in("USD");

        GroupCost cost = order.plan().groups().getFirst();

        assertThat(cost.goodsMicros()).isEqualTo(3_000_000);
        assertThat(cost.rates()).containsExactly(new FxRate("USD", 900_000, DAY));
    }

    @Test
    void anOfferFromTheSamePlaceThatIsNeverBetterIsDominated() {
        Origin acme = order.supplier(0, 400);
        UUID line = order.line(lamp, 2);
        TestOrder.Offer cheap = order.offer(lamp, acme).costs(10 * EURO);
        TestOrder.Offer dear = order.offer(lamp, acme).costs(11 * EURO);

        SourcingDecision decision = order.plan();

        assertThat(verdict(decision, line, dear)).isEqualTo(new Dominated(cheap.id, 2L * EURO));
    }

    @Test
    void theDearerOfferOfTheSamePlaceHelpsOutWhereTwoLinesNeedMoreThanTheCheaperHas() {
        Origin acme = order.supplier(0, 400);
        order.line(lamp, 2);
        order.line(lamp, 2);
        TestOrder.Offer cheap = order.offer(lamp, acme).costs(10 * EURO).stock(3);
        TestOrder.Offer dear = order.offer(lamp, acme).costs(11 * EURO).stock(2);

        SourcingDecision decision = order.plan();

        assertThat(decision.assignments()).extracting(Assignment::offerId).containsExactlyInAnyOrder(cheap.id, dear.id);
    }

    @Test
    void equalTotalsAreDecidedByTheOfferId() {
        UUID line = order.line(lamp, 1);
        TestOrder.Offer earlier = order.offer(lamp, order.supplier(0, 400));
        TestOrder.Offer later = order.offer(lamp, order.supplier(0, 400));

        SourcingDecision decision = order.plan();

        assertThat(verdict(decision, line, earlier)).isEqualTo(new Chosen(1));
        assertThat(verdict(decision, line, later)).isEqualTo(new DearerInTotal(0, true));
    }

    @Test
    void anOrderWithoutLinesNeedsNothing() {
        SourcingDecision decision = order.plan();

        assertThat(decision.assignments()).isEmpty();
        assertThat(decision.totalMicros()).isZero();
        assertThat(decision.exact()).isTrue();
    }

    @Test
    void refusesALineThatIsDemandedTwice() {
        UUID line = order.line(lamp, 1);
        order.demands.add(new Demand(line, vase, 1, null));

        assertThatIllegalArgumentException().isThrownBy(order::plan).withMessageContaining("demanded twice");
    }

    @Test
    void refusesAnOfferThatIsGivenTwice() {
        order.line(lamp, 1);
        order.offer(lamp, order.supplier(0, 0));
        SourcingRequest good = order.request();
        List<Candidate> twice = new ArrayList<>(good.candidates().getOrDefault(lamp, List.of()));
        twice.add(twice.getFirst());
        SourcingRequest bad = new SourcingRequest(
                good.destination(),
                good.demands(),
                Map.of(lamp, twice),
                good.terms(),
                good.rates(),
                good.policy(),
                good.carriers());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sourcing.plan(bad))
                .withMessageContaining("given twice");
    }

    @Test
    void refusesMoreLinesThanCanBePlanned() {
        for (int i = 0; i <= SourcingRequest.MAX_LINES; i++) {
            order.line(lamp, 1);
        }

        assertThatIllegalArgumentException().isThrownBy(order::request).withMessageContaining("1001 lines");
    }

    @Test
    void refusesMoreOffersOfOneSkuThanCanBeCompared() {
        Origin acme = order.supplier(0, 0);
        order.line(lamp, 1);
        for (int i = 0; i <= SourcingRequest.MAX_CANDIDATES; i++) {
            order.offer(lamp, acme);
        }

        assertThatIllegalArgumentException().isThrownBy(order::plan).withMessageContaining("101 offers");
    }
}
