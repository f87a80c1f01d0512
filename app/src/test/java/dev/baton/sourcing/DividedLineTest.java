package dev.baton.sourcing;

import static dev.baton.sourcing.TestOrder.EURO;
import static dev.baton.sourcing.TestOrder.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.sourcing.UnassignedLine.Reason;
import dev.baton.sourcing.Verdict.Chosen;
import dev.baton.sourcing.Verdict.DearerInTotal;
import dev.baton.sourcing.Verdict.InsufficientStock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A line over two suppliers: only where no offer fills it, only where the merchant allows it, never over three. */
class DividedLineTest {
    private final TestOrder order = new TestOrder();
    private final UUID lamp = order.id();
    private final Origin acme = order.supplier(0, 400);
    private final Origin bolt = order.supplier(0, 400);

    @Test
    void isDividedSoThatTheCheaperShipsAllItHas() {
        UUID line = order.line(lamp, 5);
        TestOrder.Offer cheap = order.offer(lamp, acme).stock(3).costs(10 * EURO);
        TestOrder.Offer dear = order.offer(lamp, bolt).stock(4).costs(11 * EURO);

        SourcingDecision decision = order.plan();

        assertThat(verdict(decision, line, cheap)).isEqualTo(new Chosen(3));
        assertThat(verdict(decision, line, dear)).isEqualTo(new Chosen(2));
        assertThat(decision.groups()).hasSize(2);
        assertThat(decision.totalMicros()).isEqualTo(60L * EURO);
        assertThat(decision.exact()).isTrue();
    }

    @Test
    void isDividedWhereTheParcelsAreCheapestNotOnlyTheGoods() {
        Origin stepped = order.warehouse(
                order.id(),
                "",
                0,
                new RateTable.Row("*", 1_000, 100, "EUR"),
                new RateTable.Row("*", 30_000, 2_000, "EUR"));
        UUID line = order.line(lamp, 5);
        TestOrder.Offer cheap = order.offer(lamp, stepped).stock(4).costs(10 * EURO);
        order.offer(lamp, bolt).stock(4).costs(11 * EURO);

        assertThat(verdict(order.plan(), line, cheap)).isEqualTo(new Chosen(2));
    }

    @Test
    void isNotDividedWhereOneOfferFillsItHoweverDear() {
        UUID line = order.line(lamp, 5);
        TestOrder.Offer half = order.offer(lamp, acme).stock(3).costs(EURO);
        TestOrder.Offer whole = order.offer(lamp, bolt).stock(5).costs(90 * EURO);

        SourcingDecision decision = order.plan();

        assertThat(verdict(decision, line, whole)).isEqualTo(new Chosen(5));
        assertThat(verdict(decision, line, half)).isEqualTo(new InsufficientStock(3, 5));
    }

    @Test
    void isNotDividedWhereTheMerchantDoesNotAllowIt() {
        order.policy = new SourcingPolicy(false, 0, 0, Map.of(), 1000, Map.of());
        order.line(lamp, 5);
        order.offer(lamp, acme).stock(3);
        order.offer(lamp, bolt).stock(4);

        assertThat(order.plan().unassigned()).extracting(UnassignedLine::reason).containsExactly(Reason.NO_STOCK);
    }

    @Test
    void isNotDividedOverThree() {
        order.line(lamp, 5);
        order.offer(lamp, acme).stock(2);
        order.offer(lamp, bolt).stock(2);
        order.offer(lamp, order.supplier(0, 400)).stock(2);

        assertThat(order.plan().assignments()).isEmpty();
    }

    @Test
    void isNotDividedOverTwoOffersOfOnePlace() {
        order.line(lamp, 5);
        order.offer(lamp, acme).stock(3);
        order.offer(lamp, acme).stock(3);

        assertThat(order.plan().assignments()).isEmpty();
    }

    @Test
    void isDividedInWholePacks() {
        UUID line = order.line(lamp, 10);
        TestOrder.Offer inFours = order.offer(lamp, acme).stock(9).packsOf(4);
        TestOrder.Offer inTwos = order.offer(lamp, bolt).stock(9).packsOf(2).costs(20 * EURO);

        SourcingDecision decision = order.plan();

        assertThat(verdict(decision, line, inFours)).isEqualTo(new Chosen(8));
        assertThat(verdict(decision, line, inTwos)).isEqualTo(new Chosen(2));
    }

    @Test
    void isDividedSoThatEachPartIsAsLargeAsItsOfferIsSoldIn() {
        UUID line = order.line(lamp, 10);
        TestOrder.Offer cheap = order.offer(lamp, acme).stock(9);
        TestOrder.Offer fromFour =
                order.offer(lamp, bolt).stock(9).noFewerThan(4).costs(20 * EURO);

        SourcingDecision decision = order.plan();

        assertThat(verdict(decision, line, cheap)).isEqualTo(new Chosen(6));
        assertThat(verdict(decision, line, fromFour)).isEqualTo(new Chosen(4));
    }

    @Test
    void isNotDividedWhereAPartWouldBeTooSmall() {
        order.line(lamp, 10);
        order.offer(lamp, acme).stock(9).noFewerThan(6);
        order.offer(lamp, bolt).stock(9).noFewerThan(5);

        assertThat(order.plan().assignments()).isEmpty();
    }

    @Test
    void isNotDividedWhereNoWholePacksAddUp() {
        order.line(lamp, 9);
        order.offer(lamp, acme).stock(8).packsOf(4);
        order.offer(lamp, bolt).stock(8).packsOf(2);

        assertThat(order.plan().assignments()).isEmpty();
    }

    @Test
    void aThirdOfferThatCouldHaveTakenAPartIsComparedInTotal() {
        UUID line = order.line(lamp, 5);
        order.offer(lamp, acme).stock(4);
        order.offer(lamp, bolt).stock(4);
        TestOrder.Offer third = order.offer(lamp, order.supplier(0, 700)).stock(4);

        assertThat(verdict(order.plan(), line, third)).isEqualTo(new DearerInTotal(3L * EURO, true));
    }

    @Test
    void moreDivisionsThanAreTriedLeaveTheDecisionUnprovenWithAnHonestBound() {
        UUID line = order.line(lamp, 100_000);
        TestOrder.Offer cheap =
                order.offer(lamp, acme).stock(60_000).costs(10 * EURO).weighs(0);
        TestOrder.Offer dear =
                order.offer(lamp, bolt).stock(70_000).costs(11 * EURO).weighs(0);

        SourcingDecision decision = order.plan();

        assertThat(verdict(decision, line, cheap)).isEqualTo(new Chosen(60_000));
        assertThat(verdict(decision, line, dear)).isEqualTo(new Chosen(40_000));
        assertThat(decision.exact()).isFalse();
        assertThat(decision.gapMicros()).isBetween(0L, 2L);
    }

    @Test
    void aPriceBreakBetweenTheDivisionsThatAreTriedIsMet() {
        order.line(lamp, 100_000);
        order.offer(lamp, acme)
                .stock(90_000)
                .costs(10 * EURO)
                .costsFrom(54_321, 7 * EURO)
                .weighs(0);
        order.offer(lamp, bolt)
                .stock(70_000)
                .costs(9 * EURO)
                .costsFrom(43_210, 8 * EURO)
                .weighs(0);
        long least = Long.MAX_VALUE;
        for (long units = 30_000; units <= 90_000; units++) {
            long rest = 100_000 - units;
            long goods = units * (units < 54_321 ? 10 : 7) + rest * (rest < 43_210 ? 9 : 8);
            least = Math.min(least, goods * EURO);
        }

        SourcingDecision decision = order.plan();

        long beside = decision.totalMicros()
                - decision.groups().stream().mapToLong(GroupCost::goodsMicros).sum();
        assertThat(decision.totalMicros() - beside).isEqualTo(least);
        assertThat(decision.gapMicros()).isBetween(0L, 2L);
    }
}
