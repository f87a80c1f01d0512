package dev.baton.sourcing;

import static dev.baton.sourcing.TestOrder.EURO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private final TestOrder order = new TestOrder();
    private final UUID lamp = order.id();
    private final Map<UUID, String> names = new HashMap<>(Map.of(lamp, "LAMP-01"));
    private final Origin acme = named("Acme", 0, 400);
    private final Origin bolt = named("Bolt", 0, 740);
    private final Origin crate = named("Crate", 0, 400);

    private Origin named(String name, long feeCents, long parcelCents) {
        Origin origin = order.supplier(feeCents, parcelCents);
        names.put(origin.supplierId(), name);
        return origin;
    }

    private List<String> words(SourcingDecision decision) {
        return Explanation.inWords(decision, new Explanation.Names() {
            @Override
            public String supplier(UUID supplierId) {
                return names.getOrDefault(supplierId, "?");
            }

            @Override
            public String sku(UUID skuId) {
                return names.getOrDefault(skuId, "?");
            }
        });
    }

    @Test
    void saysWhoShipsByHowMuchItIsCheaperAndWhyTheOthersAreNot() {
        order.line(lamp, 2);
        order.offer(lamp, acme);
        order.offer(lamp, bolt);
        order.offer(lamp, crate).stock(1);
        order.offer(lamp, named("Dearest", 500, 500));

        assertThat(words(order.plan()))
                .containsExactly(
                        "Acme ships 2 × LAMP-01 because it is 3.40 EUR cheaper in total than Bolt; Dearest would have"
                                + " cost 6.00 EUR more in total; Crate was skipped: only 1 of 2 in stock.",
                        "In total 24.00 EUR for 1 purchase order: goods 20.00 EUR, supplier fees 0.00 EUR, shipping"
                                + " 4.00 EUR, penalties 0.00 EUR. No plan that fills as many lines is cheaper.");
    }

    @Test
    void saysThatThereWasNoOtherOffer() {
        order.line(lamp, 1);
        order.offer(lamp, acme);

        assertThat(words(order.plan())).first().isEqualTo("Acme ships 1 × LAMP-01: there is no other offer.");
    }

    @Test
    void saysThatNobodyElseCould() {
        order.line(lamp, 1);
        order.offer(lamp, acme);
        order.offer(lamp, bolt).servesOnly("FR");

        assertThat(words(order.plan()))
                .first()
                .isEqualTo("Acme ships 1 × LAMP-01 because nobody else could do as well;"
                        + " Bolt was skipped: does not ship to DE.");
    }

    @Test
    void saysThatItWasATie() {
        order.line(lamp, 1);
        order.offer(lamp, acme);
        order.offer(lamp, crate);

        assertThat(words(order.plan()))
                .first()
                .isEqualTo("Acme ships 1 × LAMP-01 at the same total as Crate, whose offer comes later in the fixed"
                        + " order.");
    }

    @Test
    void saysWhichPriceBreakCounted() {
        order.line(lamp, 12);
        order.offer(lamp, acme).costs(11 * EURO).costsFrom(10, 9 * EURO).costsFrom(50, 8 * EURO);
        order.offer(lamp, bolt);

        SourcingDecision decision = order.plan();

        assertThat(words(decision))
                .first()
                .asString()
                .startsWith("Acme ships 12 × LAMP-01 at its price from 10 on because it is 15.40 EUR cheaper in total");
        assertThat(DecisionJson.read(DecisionJson.write(decision)).considered())
                .extracting(Considered::unitCostMicros, Considered::pricedFrom)
                .containsExactly(tuple(9L * EURO, 10), tuple(10L * EURO, 1));
    }

    @Test
    void saysHowALineIsDivided() {
        order.line(lamp, 5);
        order.offer(lamp, acme).stock(3);
        order.offer(lamp, bolt).stock(4).costs(11 * EURO);

        assertThat(words(order.plan()))
                .first()
                .isEqualTo("Acme ships 3 and Bolt 2 of 5 × LAMP-01 because nobody could ship them all.");
    }

    @Test
    void saysWhyNobodyShips() {
        order.line(lamp, 2);
        order.line(order.id(), 1);
        order.offer(lamp, acme).in("SEK");
        order.offer(lamp, bolt).weighs(20_500);

        assertThat(words(order.plan()))
                .startsWith(
                        "Nobody can ship 2 × LAMP-01 now; Acme was skipped: no exchange rate for SEK;"
                                + " Bolt was skipped: no shipping price to DE for 41 kg.",
                        "Nobody can ship 1 × ? now: no supplier offers it.");
    }

    @Test
    void namesTheWarehouseWhereASupplierHasSeveral() {
        Origin south = order.warehouse(acme.supplierId(), "SOUTH", 100, new RateTable.Row("*", 30_000, 400, "EUR"));
        order.line(lamp, 1);
        order.offer(lamp, acme);
        order.offer(lamp, south);

        assertThat(words(order.plan()))
                .first()
                .isEqualTo("Acme from MAIN ships 1 × LAMP-01 because it is 1.00 EUR cheaper in total than Acme from"
                        + " SOUTH.");
    }

    @Test
    void saysHowMuchABetterPlanCouldSaveAtMost() {
        SourcingDecision decision = Sourcing.plan(new LargeOrders(3, 6).next(25, 4, 6, 100));

        assertThat(words(decision))
                .last()
                .asString()
                .contains("A better plan could save")
                .endsWith("EUR at most.");
        assertThat(words(decision)).anyMatch(sentence -> sentence.contains("at most"));
    }

    @Test
    void saysEveryVerdict() {
        VerdictWords say = new VerdictWords("EUR");
        UUID id = order.id();

        assertThat(say.say("Acme", new Verdict.Chosen(2))).isEqualTo("Acme ships 2");
        assertThat(say.say("Acme", new Verdict.OtherSupplierPinned(id))).contains("pinned to another supplier");
        assertThat(say.say("Acme", new Verdict.SupplierBlocked("PAUSED"))).isEqualTo("Acme was skipped: PAUSED");
        assertThat(say.say("Acme", new Verdict.CarrierNotAllowed())).contains("carriers");
        assertThat(say.say("Acme", new Verdict.NoShippingRate("DE", 0)))
                .isEqualTo("Acme was skipped: no shipping price to DE");
        assertThat(say.say("Acme", new Verdict.NoShippingRate("DE", 12_400))).endsWith("for 12.4 kg");
        assertThat(say.say("Acme", new Verdict.AmountOutOfRange())).contains("too large");
        assertThat(say.say("Acme", new Verdict.BelowMinimum(12, 1)))
                .isEqualTo("Acme was skipped: sells no fewer than 12, and 1 is wanted");
        assertThat(say.say("Acme", new Verdict.PackMismatch(4, 5))).contains("packs of 4, and 5 is not whole packs");
        assertThat(say.say("Acme", new Verdict.StockTakenByOtherLines(1, 2))).contains("only 1 of 2 left");
        assertThat(say.say("Acme", new Verdict.Dominated(id, 0))).contains("as good");
        assertThat(say.say("Acme", new Verdict.Dominated(id, 1))).contains("less than 0.01 EUR cheaper");
        assertThat(say.say("Acme", new Verdict.DearerInTotal(0, true))).contains("the same in total");
        assertThat(say.say("Acme", new Verdict.DearerInTotal(10_000, false)))
                .endsWith("0.01 EUR more in total at most");
        assertThat(say.say("Acme", new Verdict.FillsFewerLines(1))).contains("1 more line would have no supplier");
        assertThat(say.say("Acme", new Verdict.DividesMoreLines(2))).contains("2 more lines would be divided");
    }
}
