package dev.baton.inventory;

import static dev.baton.inventory.FeedMode.DELTA;
import static dev.baton.inventory.FeedMode.FULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.merchants.StoreId;
import dev.baton.platform.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Units kept back in layers. */
class SetBuffersTest extends StagedFiles {

    private final OfferId cup = world.offer("CUP");
    private final OfferId pot = world.offer("POT");

    private void keep(BufferScope scope, @Nullable Integer units) {
        world.baton.bean(SetBuffers.class).set(world.merchant, List.of(new BufferRule(scope, units)));
    }

    private SkuId sku(OfferId offer) {
        return world.skuOf(offer);
    }

    private List<Integer> available() {
        return Arrays.asList(world.available(cup), world.available(pot));
    }

    @Test
    void theMostSpecificLayerThatIsStatedCounts() {
        world.feed(FULL, "08:00", "CUP=10", "POT=10");

        keep(new BufferScope.OfSupplier(world.supplier), 2);
        assertThat(available()).containsExactly(8, 8);
        keep(new BufferScope.OfSku(sku(cup)), 5);
        assertThat(available()).containsExactly(5, 8);
        keep(new BufferScope.OfOffer(cup), 0);
        assertThat(available()).containsExactly(10, 8);
        keep(new BufferScope.OfSupplier(world.supplier), 4);
        assertThat(available()).containsExactly(10, 6);
        keep(new BufferScope.OfOffer(cup), null);
        assertThat(available()).containsExactly(5, 6);
        keep(new BufferScope.OfSku(sku(cup)), null);
        keep(new BufferScope.OfSupplier(world.supplier), null);
        assertThat(available()).containsExactly(10, 10);
    }

    @Test
    void whatIsFirstSeenLaterIsKeptBackToo() {
        keep(new BufferScope.OfSupplier(world.supplier), 3);
        keep(new BufferScope.OfSku(sku(pot)), 1);

        world.feed(DELTA, "08:00", "CUP=10", "POT=10");

        assertThat(available()).containsExactly(7, 9);
    }

    @Test
    void aStockFileSeesTheLayersOfWhatItBrings() {
        keep(new BufferScope.OfSupplier(world.supplier), 3);
        keep(new BufferScope.OfSku(sku(pot)), 1);

        believed(run(FULL, "08:30"), "CUP=10", "POT=1");

        assertThat(available()).containsExactly(7, 0);
    }

    @Test
    void loweringABufferWakesWhatWaits() {
        world.feed(FULL, "08:00", "CUP=2", "POT=10");
        keep(new BufferScope.OfSupplier(world.supplier), 2);
        world.baton
                .bean(Waiting.class)
                .add(world.merchant, List.of(new WaitingLine(sku(cup), UUID.randomUUID(), 1, StockWorld.at("08:00"))));

        List<StockRaised> byMore = world.news(() -> keep(new BufferScope.OfSupplier(world.supplier), 3));
        List<StockRaised> byLess = world.news(() -> keep(new BufferScope.OfSupplier(world.supplier), 1));

        assertThat(byMore).isEmpty();
        assertThat(byLess).extracting(StockRaised::skus).containsExactly(List.of(sku(cup)));
    }

    @Test
    void aStoreLeavesOfASkuElseOfEach() {
        StoreId store = new StoreId(UUID.randomUUID());
        StoreId other = new StoreId(UUID.randomUUID());
        keep(new BufferScope.OfStore(store, null), 2);
        keep(new BufferScope.OfStore(store, sku(cup)), 5);
        keep(new BufferScope.OfStore(other, sku(cup)), 0);
        BufferLookup lookup = world.baton.bean(BufferLookup.class);

        assertThat(lookup.left(world.merchant, Set.of(store, other), Set.of(sku(cup), sku(pot))))
                .isEqualTo(Map.of(store, Map.of(sku(cup), 5, sku(pot), 2)));
        assertThat(lookup.left(world.merchant, Set.of(store), Set.of())).isEmpty();
    }

    @Test
    void allThatIsStatedIsListedPageByPage() {
        List<BufferRule> rules = List.of(
                new BufferRule(new BufferScope.OfOffer(cup), 1),
                new BufferRule(new BufferScope.OfSku(sku(cup)), 2),
                new BufferRule(new BufferScope.OfStore(new StoreId(UUID.randomUUID()), null), 3),
                new BufferRule(new BufferScope.OfSupplier(world.supplier), 4));
        world.baton.bean(SetBuffers.class).set(world.merchant, rules);
        BufferLookup lookup = world.baton.bean(BufferLookup.class);

        List<BufferRule> read = new ArrayList<>();
        @Nullable BufferScope after = null;
        for (List<BufferRule> page = lookup.page(world.merchant, after, 3);
                !page.isEmpty();
                page = lookup.page(world.merchant, after, 3)) {
            read.addAll(page);
            after = page.getLast().scope();
        }

        assertThat(read).containsExactlyElementsOf(rules);
    }

    @Test
    void refusesABufferBelowZero() {
        assertThatThrownBy(() -> keep(new BufferScope.OfSupplier(world.supplier), -1))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(InventoryProblem.BUFFER_INVALID);
                    assertThat(problem.field()).isEqualTo("buffers[0].units");
                });
    }
}
