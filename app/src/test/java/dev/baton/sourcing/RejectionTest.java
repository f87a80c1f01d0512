package dev.baton.sourcing;

import static dev.baton.sourcing.TestOrder.EURO;
import static dev.baton.sourcing.TestOrder.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.sourcing.UnassignedLine.Reason;
import dev.baton.sourcing.Verdict.AmountOutOfRange;
import dev.baton.sourcing.Verdict.BelowMinimum;
import dev.baton.sourcing.Verdict.CarrierNotAllowed;
import dev.baton.sourcing.Verdict.Chosen;
import dev.baton.sourcing.Verdict.CountryNotServed;
import dev.baton.sourcing.Verdict.DearerInTotal;
import dev.baton.sourcing.Verdict.DividesMoreLines;
import dev.baton.sourcing.Verdict.FillsFewerLines;
import dev.baton.sourcing.Verdict.InsufficientStock;
import dev.baton.sourcing.Verdict.NoFxRate;
import dev.baton.sourcing.Verdict.NoShippingRate;
import dev.baton.sourcing.Verdict.OtherSupplierPinned;
import dev.baton.sourcing.Verdict.PackMismatch;
import dev.baton.sourcing.Verdict.StockTakenByOtherLines;
import dev.baton.sourcing.Verdict.SupplierBlocked;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Why an offer cannot ship a line, and why then nobody does. */
class RejectionTest {
    private final TestOrder order = new TestOrder();
    private final UUID lamp = order.id();
    private final Origin acme = order.supplier(0, 400);

    private void assertLost(UUID line, TestOrder.Offer offer, Verdict why, Reason reason) {
        SourcingDecision decision = order.plan();
        assertThat(verdict(decision, line, offer)).isEqualTo(why);
        assertThat(decision.assignments()).isEmpty();
        assertThat(decision.groups()).isEmpty();
        assertThat(decision.totalMicros()).isZero();
        assertThat(decision.unassigned()).extracting(UnassignedLine::reason).containsExactly(reason);
    }

    @Test
    void nobodyOffersIt() {
        UUID line = order.line(lamp, 3);

        assertThat(order.plan().unassigned()).containsExactly(new UnassignedLine(line, lamp, 3, Reason.NO_OFFER));
    }

    @Test
    void theLineIsPinnedToAnotherSupplier() {
        UUID line = order.id();
        UUID pinned = order.id();
        order.demands.add(new Demand(line, lamp, 1, pinned));
        TestOrder.Offer offer = order.offer(lamp, acme);

        assertLost(line, offer, new OtherSupplierPinned(pinned), Reason.PIN_NOT_OFFERED);
    }

    @Test
    void aPinnedLineComesFromItsSupplierHoweverDear() {
        Origin bolt = order.supplier(900, 900);
        UUID line = order.id();
        order.demands.add(new Demand(line, lamp, 1, bolt.supplierId()));
        order.offer(lamp, acme);
        TestOrder.Offer dear = order.offer(lamp, bolt).costs(99 * EURO);

        assertThat(verdict(order.plan(), line, dear)).isEqualTo(new Chosen(1));
    }

    @Test
    void everySupplierIsPaused() {
        order.policy = new SourcingPolicy(true, 0, 0, Map.of(), 1000, Map.of(acme.supplierId(), "PAUSED"));
        UUID line = order.line(lamp, 1);
        TestOrder.Offer offer = order.offer(lamp, acme);

        assertLost(line, offer, new SupplierBlocked("PAUSED"), Reason.ALL_PAUSED);
    }

    @Test
    void theCountryIsNotServed() {
        UUID line = order.line(lamp, 1);
        TestOrder.Offer offer = order.offer(lamp, acme).servesOnly("FR", "US");

        assertLost(line, offer, new CountryNotServed("DE"), Reason.NO_COUNTRY);
    }

    @Test
    void noneOfItsCarriersIsAllowed() {
        order.carriers = Set.of("ups");
        UUID line = order.line(lamp, 1);
        TestOrder.Offer offer = order.offer(lamp, acme).travelsOnlyWith("dhl");

        assertLost(line, offer, new CarrierNotAllowed(), Reason.NO_CARRIER);
    }

    @Test
    void oneSharedCarrierIsEnough() {
        order.carriers = Set.of("ups", "dhl");
        UUID line = order.line(lamp, 1);
        TestOrder.Offer offer = order.offer(lamp, acme).travelsOnlyWith("dhl", "gls");

        assertThat(verdict(order.plan(), line, offer)).isEqualTo(new Chosen(1));
    }

    @Test
    void itsCostHasNoExchangeRate() {
        UUID line = order.line(lamp, 1);
        TestOrder.Offer offer = order.offer(lamp, acme).in("SEK");

        assertLost(line, offer, new NoFxRate("SEK"), Reason.NO_FX);
    }

    @Test
    void itsShippingHasNoExchangeRate() {
        Origin bolt = order.warehouse(order.id(), "", 0, new RateTable.Row("*", 30_000, 400, "SEK"));
        UUID line = order.line(lamp, 1);
        TestOrder.Offer offer = order.offer(lamp, bolt);

        assertLost(line, offer, new NoFxRate("SEK"), Reason.NO_FX);
    }

    @Test
    void itsFeeHasNoExchangeRate() {
        RateTable table = new RateTable(List.of(new RateTable.Row("*", 30_000, 400, "EUR")));
        order.terms.put(acme, new ShippingTerms(100, 0, "SEK", 0, table));
        UUID line = order.line(lamp, 1);
        TestOrder.Offer offer = order.offer(lamp, acme);

        assertLost(line, offer, new NoFxRate("SEK"), Reason.NO_FX);
    }

    @Test
    void aFeeOfNothingNeedsNoExchangeRate() {
        RateTable table = new RateTable(List.of(new RateTable.Row("*", 30_000, 400, "EUR")));
        order.terms.put(acme, new ShippingTerms(0, 0, "SEK", 0, table));
        UUID line = order.line(lamp, 1);
        TestOrder.Offer offer = order.offer(lamp, acme);

        assertThat(verdict(order.plan(), line, offer)).isEqualTo(new Chosen(1));
    }

    @Test
    void thereIsNoShippingPriceToTheCountry() {
        Origin bolt = order.warehouse(order.id(), "", 0, new RateTable.Row("FR", 30_000, 400, "EUR"));
        UUID line = order.line(lamp, 1);
        TestOrder.Offer offer = order.offer(lamp, bolt);

        assertLost(line, offer, new NoShippingRate("DE", 0), Reason.NO_RATE);
    }

    @Test
    void nothingWasAgreedAboutShipping() {
        UUID line = order.line(lamp, 1);
        TestOrder.Offer offer = order.offer(lamp, new Origin(order.id(), "NEW"));

        assertLost(line, offer, new NoShippingRate("DE", 0), Reason.NO_RATE);
    }

    @Test
    void theConsignmentIsTooHeavyForTheRateTable() {
        UUID line = order.line(lamp, 2);
        TestOrder.Offer offer = order.offer(lamp, acme).weighs(15_001);

        assertLost(line, offer, new NoShippingRate("DE", 30_002), Reason.NO_RATE);
    }

    @Test
    void oneUnitIsTooHeavyForAnyParcel() {
        RateTable table = new RateTable(List.of(new RateTable.Row("*", 30_000, 400, "EUR")));
        order.terms.put(acme, new ShippingTerms(0, 0, "EUR", 10_000, table));
        UUID line = order.line(lamp, 1);
        TestOrder.Offer offer = order.offer(lamp, acme).weighs(12_000);

        assertLost(line, offer, new NoShippingRate("DE", 12_000), Reason.NO_RATE);
    }

    @Test
    void theUnitsAreFewerThanItIsSoldIn() {
        UUID line = order.line(lamp, 5);
        TestOrder.Offer offer = order.offer(lamp, acme).noFewerThan(6);

        assertLost(line, offer, new BelowMinimum(6, 5), Reason.BELOW_MINIMUM);
    }

    @Test
    void theUnitsAreNotWholePacks() {
        UUID line = order.line(lamp, 5);
        TestOrder.Offer offer = order.offer(lamp, acme).packsOf(2);

        assertLost(line, offer, new PackMismatch(2, 5), Reason.PACK_MISMATCH);
    }

    @Test
    void thereIsTooLittleStock() {
        UUID line = order.line(lamp, 2);
        TestOrder.Offer offer = order.offer(lamp, acme).stock(1);

        assertLost(line, offer, new InsufficientStock(1, 2), Reason.NO_STOCK);
    }

    @Test
    void anOversoldOfferHasNone() {
        UUID line = order.line(lamp, 2);
        TestOrder.Offer offer = order.offer(lamp, acme).stock(-4);

        assertLost(line, offer, new InsufficientStock(0, 2), Reason.NO_STOCK);
        assertThat(order.plan().considered().getFirst().available()).isEqualTo(-4);
    }

    @Test
    void aCostTooLargeToAddUpIsRefusedNotOverflown() {
        UUID line = order.line(lamp, 3);
        TestOrder.Offer offer = order.offer(lamp, acme).costs(Long.MAX_VALUE / 2);

        assertLost(line, offer, new AmountOutOfRange(), Reason.NOT_PRICEABLE);
    }

    @Test
    void anOrderHeavierThanTheEarthCanShipIsRefusedNotOverflown() {
        RateTable table = new RateTable(List.of(new RateTable.Row("*", 30_000, 0, "EUR")));
        order.terms.put(acme, new ShippingTerms(0, 0, "EUR", 30_000, table));
        UUID line = order.line(lamp, Integer.MAX_VALUE);
        TestOrder.Offer offer =
                order.offer(lamp, acme).costs(1).weighs(30_000_000).stock(Integer.MAX_VALUE);

        assertLost(line, offer, new AmountOutOfRange(), Reason.NOT_PRICEABLE);
    }

    @Test
    void theReasonIsThatOfTheOfferThatCameFurthest() {
        order.policy = new SourcingPolicy(true, 0, 0, Map.of(), 1000, Map.of(acme.supplierId(), "PAUSED"));
        UUID line = order.line(lamp, 2);
        order.offer(lamp, acme);
        TestOrder.Offer furthest = order.offer(lamp, order.supplier(0, 0)).stock(1);

        assertLost(line, furthest, new InsufficientStock(1, 2), Reason.NO_STOCK);
    }

    @Test
    void twoLinesOfOneSkuShareTheStock() {
        UUID first = order.line(lamp, 2);
        UUID second = order.line(lamp, 2);
        TestOrder.Offer offer = order.offer(lamp, acme).stock(3);

        SourcingDecision decision = order.plan();

        assertThat(verdict(decision, first, offer)).isEqualTo(new Chosen(2));
        assertThat(verdict(decision, second, offer)).isEqualTo(new StockTakenByOtherLines(1, 2));
        assertThat(decision.unassigned()).containsExactly(new UnassignedLine(second, lamp, 2, Reason.NO_STOCK));
    }

    @Test
    void aConsignmentThatTwoLinesWouldMakeTooHeavyFillsOne() {
        UUID vase = order.id();
        UUID first = order.line(lamp, 1);
        UUID second = order.line(vase, 1);
        order.offer(lamp, acme).weighs(20_000);
        TestOrder.Offer offer = order.offer(vase, acme).weighs(20_001).costs(11 * EURO);

        SourcingDecision decision = order.plan();

        assertThat(decision.assignments()).extracting(Assignment::lineId).containsExactly(first);
        assertThat(verdict(decision, second, offer)).isEqualTo(new NoShippingRate("DE", 40_001));
        assertThat(decision.unassigned()).extracting(UnassignedLine::reason).containsExactly(Reason.NO_RATE);
    }

    @Test
    void fillingMoreLinesComesBeforeBeingCheap() {
        order.policy = new SourcingPolicy(false, 0, 0, Map.of(), 1000, Map.of());
        Origin bolt = order.supplier(0, 9_000);
        UUID small = order.line(lamp, 1);
        UUID large = order.line(lamp, 5);
        TestOrder.Offer cheap = order.offer(lamp, acme).stock(5);
        TestOrder.Offer dear = order.offer(lamp, bolt).stock(1);

        SourcingDecision decision = order.plan();

        assertThat(decision.unassigned()).isEmpty();
        assertThat(verdict(decision, large, cheap)).isEqualTo(new Chosen(5));
        assertThat(verdict(decision, small, dear)).isEqualTo(new Chosen(1));
        assertThat(verdict(decision, small, cheap)).isEqualTo(new FillsFewerLines(1));
    }

    @Test
    void aLineIsDividedBeforeItIsLeftAndNoOtherIsDividedForIt() {
        Origin bolt = order.supplier(0, 900);
        UUID first = order.line(lamp, 2);
        UUID second = order.line(lamp, 3);
        TestOrder.Offer cheap = order.offer(lamp, acme).stock(3);
        TestOrder.Offer dear = order.offer(lamp, bolt).stock(2);

        SourcingDecision decision = order.plan();

        assertThat(verdict(decision, second, cheap)).isEqualTo(new Chosen(3));
        assertThat(verdict(decision, first, dear)).isEqualTo(new Chosen(2));
        assertThat(verdict(decision, first, cheap)).isEqualTo(new DividesMoreLines(1));
    }

    @Test
    void withoutTheOtherLineTheDearOfferWouldOnlyHaveBeenDearer() {
        Origin bolt = order.supplier(0, 900);
        UUID line = order.line(lamp, 2);
        order.offer(lamp, acme).stock(3);
        TestOrder.Offer dear = order.offer(lamp, bolt).stock(2);

        assertThat(verdict(order.plan(), line, dear)).isEqualTo(new DearerInTotal(5L * EURO, true));
    }
}
