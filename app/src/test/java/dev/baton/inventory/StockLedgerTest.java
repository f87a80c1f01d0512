package dev.baton.inventory;

import static dev.baton.inventory.FeedMode.FULL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.inventory.StockStep.Kind;
import dev.baton.suppliers.SampleSupplier;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** "Why is this 3?" */
class StockLedgerTest {

    static LongStream seeds() {
        return LongStream.range(100, 100 + Long.getLong("baton.model.seeds", 3));
    }

    /** Now, and at every moment of the day that lies behind. */
    @ParameterizedTest
    @MethodSource("seeds")
    void theStepsOfEveryOfferAddUpAfterARandomDay(long seed) {
        SimulatedSupplier supplier = new SimulatedSupplier(seed);
        StockWorld world = supplier.world();
        StockLedger ledger = world.baton.bean(StockLedger.class);
        List<String> codes = List.of("CUP", "POT", "PLATE");
        Map<String, OfferId> offers = codes.stream().collect(Collectors.toMap(code -> code, world::offer));
        Map<Instant, Map<OfferId, Integer>> moments = new TreeMap<>();
        supplier.afterEach(at ->
                moments.put(at, offers.values().stream().collect(Collectors.toMap(offer -> offer, world::available))));
        supplier.live(25);

        for (String code : codes) {
            SkuId sku = world.sku(code);
            StockWhy why = ledger.why(world.merchant, sku);

            assertThat(sum(why.steps())).isEqualTo(why.published());
            for (OfferWhy offer : why.offers()) {
                assertThat(sum(offer.steps())).isEqualTo(offer.available()).isEqualTo(world.available(offer.offer()));
                assertThat(offer.claims().stream()
                                .mapToLong(OfferWhy.OpenClaim::uncovered)
                                .sum())
                        .isEqualTo(-units(offer, Kind.PROMISED) - units(offer, Kind.LEAVING));
                assertThat(offer.leaving().stream()
                                .mapToLong(OfferWhy.Leaving::quantity)
                                .sum())
                        .isEqualTo(-units(offer, Kind.LEAVING));
            }
            moments.forEach((at, available) -> {
                OfferWhy then = ledger.whyAt(world.merchant, sku, at).offers().getFirst();
                assertThat(then.exact()).isTrue();
                assertThat(sum(then.steps()))
                        .as("seed %d, %s at %s: %s", seed, code, at, then.steps())
                        .isEqualTo(then.available())
                        .isEqualTo((long) available.getOrDefault(then.offer(), -1));
            });
        }
        assertThat(world.baton.bean(RebuildStock.class).rebuild(world.merchant)).isEmpty();
    }

    @Test
    void saysEachStepInWords() {
        StockWorld world = new StockWorld(SampleSupplier.coded("acme"));
        OfferId cup = world.offer("CUP");
        world.baton.bean(SetBuffers.class).set(world.merchant, List.of(BufferRule.of(cup, 2)));
        world.feed(FULL, "08:00", "CUP=10");
        UUID sent = world.claim(cup, 4);
        world.claim(cup, 1);
        world.deduct(sent, 3, "08:30", DeductionCause.SHIPPED);

        OfferWhy why = world.baton
                .bean(StockLedger.class)
                .why(world.merchant, world.sku("CUP"))
                .offers()
                .getFirst();

        assertThat(why.available()).isEqualTo(3);
        assertThat(why.steps().stream().map(StockStep::kind))
                .containsExactly(Kind.OBSERVED, Kind.BUFFER, Kind.PROMISED, Kind.LEAVING);
        assertThat(why.steps().stream().map(StockStep::units)).containsExactly(10L, -2L, -2L, -3L);
        assertThat(why.steps().getFirst().words()).contains("has 10, by a figure ", " old.");
        assertThat(why.steps().getLast().words()).startsWith("3 units are taken by the supplier");
        assertThat(why.leaving().getFirst().claim()).isEqualTo(sent);
        assertThat(why.observations())
                .singleElement()
                .satisfies(seen -> assertThat(seen.quantity()).isEqualTo(10));
    }

    @Test
    void takesBackABufferThatWasSetLater() {
        StockWorld world = new StockWorld(SampleSupplier.coded("acme"));
        OfferId cup = world.offer("CUP");
        world.feed(FULL, "08:00", "CUP=10");
        world.time("09:30");
        world.baton.bean(SetBuffers.class).set(world.merchant, List.of(BufferRule.of(cup, 4)));

        StockLedger ledger = world.baton.bean(StockLedger.class);
        SkuId sku = world.sku("CUP");

        assertThat(ledger.whyAt(world.merchant, sku, StockWorld.at("09:10"))
                        .offers()
                        .getFirst()
                        .available())
                .isEqualTo(10);
        assertThat(ledger.why(world.merchant, sku).offers().getFirst().available())
                .isEqualTo(6);
    }

    @Test
    void saysThatWhatIsPromisedIsMoreThanThereIs() {
        StockWorld world = new StockWorld(SampleSupplier.coded("acme"));
        OfferId cup = world.offer("CUP");
        world.feed(FULL, "08:00", "CUP=5");
        world.claim(cup, 5);
        world.feed(FULL, "08:50", "CUP=3");

        OfferWhy why = world.baton
                .bean(StockLedger.class)
                .why(world.merchant, world.sku("CUP"))
                .offers()
                .getFirst();

        assertThat(why.steps().getLast().kind()).isEqualTo(Kind.SHORT);
        assertThat(why.steps().getLast().units()).isEqualTo(2);
        assertThat(sum(why.steps())).isZero();
    }

    private static long sum(List<StockStep> steps) {
        return steps.stream().mapToLong(StockStep::units).sum();
    }

    private static long units(OfferWhy offer, Kind kind) {
        return offer.steps().stream()
                .filter(step -> step.kind() == kind)
                .mapToLong(StockStep::units)
                .sum();
    }
}
