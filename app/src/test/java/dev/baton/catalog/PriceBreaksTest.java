package dev.baton.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.catalog.MatchItems.ItemMatch;
import dev.baton.catalog.RecordPriceRows.Outcome;
import dev.baton.platform.MerchantId;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestShop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a unit costs from a quantity on: stated, dated and asked about as costs are. */
class PriceBreaksTest {

    private static final long EURO = 1_000_000;

    private final TestBaton baton = TestBaton.shared();
    private final TestShop shop = new TestShop(baton);
    private final MerchantId merchant = shop.merchant;
    private final SupplierId acme = shop.supplier("ACME", Netting.GROSS, 500);

    PriceBreaksTest() {
        shop.sku("CUP");
        shop.sku("JAR");
        shop.offer("CUP", acme, "A-1", "10.00", 5);
        shop.offer("JAR", acme, "A-2", "20.00", 5);
    }

    private Instant now() {
        return baton.clock().instant();
    }

    private Outcome listed(Instant since, PriceRow... rows) {
        return baton.bean(RecordPriceRows.class).record(merchant, acme, List.of(rows), since);
    }

    private Offer offer(String supplierSku) {
        return Objects.requireNonNull(baton.in(
                                merchant,
                                () -> baton.bean(CatalogLookup.class)
                                        .bySupplierSku(merchant, acme, List.of(supplierSku)))
                        .get(supplierSku))
                .getFirst();
    }

    private static PriceRow tiered(String supplierSku, long euros, PriceBreak... breaks) {
        return new PriceRow(
                supplierSku,
                Offer.MAIN,
                null,
                null,
                new Cost(euros * EURO, "EUR"),
                null,
                null,
                null,
                null,
                null,
                List.of(breaks));
    }

    private static PriceBreak from(int quantity, long euros) {
        return new PriceBreak(quantity, euros * EURO);
    }

    @Test
    void priceBreaksHoldFromTheSameDayAsTheirCost() {
        Outcome outcome =
                listed(now().plus(Duration.ofDays(1)), tiered("A-1", 10, from(50, 8), from(10, 9), from(80, 8)));

        assertThat(outcome.planned()).isEqualTo(1);
        assertThat(offer("A-1").cost().at(60)).isEqualTo(10 * EURO);
        baton.clock().advance(Duration.ofDays(1));
        assertThat(offer("A-1").priceBreaks()).containsExactly(from(10, 9), from(50, 8));
        baton.runDue();
        assertThat(offer("A-1").priceBreaks()).containsExactly(from(10, 9), from(50, 8));
        Offer known = offer("A-1");
        assertThat(List.of(known.cost().at(9), known.cost().at(10), known.cost().at(50)))
                .containsExactly(10 * EURO, 9 * EURO, 8 * EURO);

        baton.clock().advance(Duration.ofSeconds(1));
        listed(now(), new PriceRow("A-1", Offer.MAIN, null, null, new Cost(9 * EURO, "EUR"), null, null));
        assertThat(offer("A-1").priceBreaks())
                .as("a list that does not speak of them leaves those that still make it cheaper")
                .containsExactly(from(50, 8));
        baton.clock().advance(Duration.ofSeconds(1));
        assertThat(listed(now(), tiered("A-1", 9)).applied()).isEqualTo(1);
        assertThat(offer("A-1").priceBreaks()).isEmpty();
    }

    @Test
    void aPriceBreakThatJumpsWaitsThoughTheCostOfFewDoesNot() {
        listed(now(), tiered("A-1", 10, from(10, 9)));

        assertThat(listed(now(), tiered("A-1", 10, from(10, 9), from(100, 6))).waiting())
                .isEqualTo(1);

        CostProposal asked = baton.in(
                        merchant, () -> baton.bean(CostProposals.class).open(merchant, acme, null, 10))
                .getFirst();
        assertThat(asked.before().breaks()).containsExactly(from(10, 9));
        assertThat(asked.proposed().breaks()).containsExactly(from(10, 9), from(100, 6));
        assertThat(offer("A-1").cost().at(100)).isEqualTo(9 * EURO);
        stated(10, null, List.of(from(10, 9), from(100, 8)));
        assertThat(waiting()).as("another cost answers nothing").isEqualTo(1);
        baton.bean(DecideCosts.class).accept(merchant, List.of(asked.id()), "agreed");
        assertThat(offer("A-1").cost().at(100)).isEqualTo(6 * EURO);

        listed(now(), tiered("A-1", 20));
        assertThat(waiting()).isEqualTo(1);
        stated(20, null, List.of());
        assertThat(waiting())
                .as("the merchant stated the very cost that waited")
                .isZero();
    }

    private int waiting() {
        return baton.in(merchant, () -> baton.bean(CostProposals.class).open(merchant, acme, null, 10))
                .size();
    }

    @Test
    void priceBreaksThatMakeMoreUnitsDearerAreNamed() {
        Outcome outcome = listed(now(), tiered("A-1", 10, from(10, 11)), tiered("A-2", 20, from(1, 19)));

        assertThat(outcome.faults())
                .extracting(each -> each.field() + ": " + each.message())
                .containsExactly(
                        "priceBreaks: a unit costs more from 10 on than of fewer: mend one of the two",
                        "priceBreaks: let a price break begin at 2 to 1000000 units");
    }

    @Test
    void anItemBecomesAnOfferWithItsPriceBreaks() {
        listed(now(), tiered("A-7", 3, from(12, 2)));
        shop.sku("VASE");

        SupplierItem item = baton.in(
                        merchant, () -> baton.bean(SupplierItems.class).list(merchant, acme, null, 10))
                .getFirst();
        baton.bean(MatchItems.class).match(merchant, List.of(new ItemMatch(item.id(), "VASE")));

        assertThat(offer("A-7").priceBreaks()).containsExactly(from(12, 2));
    }

    private void stated(long euros, @Nullable Instant since, @Nullable List<PriceBreak> breaks) {
        baton.clock().advance(Duration.ofSeconds(1));
        baton.bean(DefineOffers.class)
                .define(
                        merchant,
                        List.of(new OfferDefinition(
                                "CUP",
                                acme,
                                "A-1",
                                Offer.MAIN,
                                euros * EURO,
                                "EUR",
                                breaks,
                                since,
                                1,
                                1,
                                Set.of(),
                                1)));
    }

    @Test
    void whatAMerchantDoesNotSayOfPriceBreaksStays() {
        stated(10, null, List.of(from(50, 8), from(10, 9)));
        stated(10, null, null);
        assertThat(offer("A-1").priceBreaks()).containsExactly(from(10, 9), from(50, 8));

        stated(9, null, null);
        assertThat(offer("A-1").priceBreaks())
                .as("those that still make it cheaper")
                .containsExactly(from(50, 8));
        stated(9, null, List.of());
        assertThat(offer("A-1").priceBreaks()).isEmpty();
    }

    @Test
    void aCostAMerchantStatesForADayAheadHoldsFromThenOn() {
        stated(10, null, List.of(from(50, 8)));
        Instant day = now().plus(Duration.ofDays(1));

        stated(12, day, null);
        stated(12, day, null);

        assertThat(offer("A-1").cost().at(1)).isEqualTo(10 * EURO);
        List<OfferCost> costs = baton.in(
                merchant,
                () -> baton.bean(CatalogLookup.class)
                        .costs(merchant, offer("A-1").id(), 10));
        assertThat(costs).hasSize(3);
        assertThat(costs.getFirst().since()).isEqualTo(day);
        assertThat(costs.getFirst().source()).isEqualTo(OfferCost.Source.MERCHANT);
        baton.clock().advance(Duration.ofDays(1));
        baton.runDue();
        assertThat(List.of(offer("A-1").cost().at(1), offer("A-1").cost().at(50)))
                .containsExactly(12 * EURO, 8 * EURO);
    }
}
