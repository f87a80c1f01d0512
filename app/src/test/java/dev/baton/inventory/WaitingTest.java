package dev.baton.inventory;

import static dev.baton.inventory.FeedMode.FULL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.suppliers.SampleSupplier;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WaitingTest {

    private final StockWorld world = new StockWorld(SampleSupplier.coded("acme"));
    private final Waiting waiting = world.baton.bean(Waiting.class);

    @Test
    void keepsThePlaceInTheQueueAndServesTheOldestFirst() {
        SkuId cup = world.sku("CUP");
        WaitingLine young = new WaitingLine(cup, UUID.randomUUID(), 2, StockWorld.at("08:30"));
        WaitingLine old = new WaitingLine(cup, UUID.randomUUID(), 5, StockWorld.at("08:00"));
        waiting.add(world.merchant, List.of(young, old));

        waiting.add(world.merchant, List.of(new WaitingLine(cup, old.orderLine(), 3, StockWorld.at("09:00"))));

        assertThat(waiting.oldest(world.merchant, cup, 10))
                .containsExactly(new WaitingLine(cup, old.orderLine(), 3, old.since()), young);
        assertThat(waiting.of(world.merchant, List.of(cup))).containsEntry(cup, 5L);
        assertThat(waiting.take(world.merchant, cup, List.of(old.orderLine(), UUID.randomUUID())))
                .isEqualTo(1);
        assertThat(waiting.oldest(world.merchant, cup, 10)).containsExactly(young);
    }

    @Test
    void publishedIsWhatIsAvailableLessWhatWaits() {
        OfferId cup = world.offer("CUP");
        SkuId sku = world.skuOf(cup);
        world.feed(FULL, "08:00", "CUP=10");
        waiting.add(world.merchant, List.of(new WaitingLine(sku, UUID.randomUUID(), 4, StockWorld.at("08:00"))));

        StockExplanation explained = world.baton.bean(InventoryLookup.class).explain(world.merchant, sku);

        assertThat(explained)
                .extracting(StockExplanation::available, StockExplanation::waiting, StockExplanation::published)
                .containsExactly(10L, 4L, 6L);
    }

    @Test
    void tellsOfARiseOnlyWhereSomebodyWaits() {
        OfferId cup = world.offer("CUP");
        world.offer("POT");
        SkuId sku = world.skuOf(cup);
        somebodyWaits(sku);

        List<StockRaised> byFeed = world.news(() -> world.feed(FULL, "08:00", "CUP=10", "POT=10"));
        UUID claim = world.claim(cup, 10);
        List<StockRaised> byNothing = world.news(() -> world.feed(FULL, "08:10", "CUP=9", "POT=10"));
        List<StockRaised> byRelease = world.news(() -> world.release(claim, 10, UUID.randomUUID()));

        assertThat(byFeed).isNotEmpty().containsOnly(new StockRaised(world.merchant, List.of(sku)));
        assertThat(byNothing).isEmpty();
        assertThat(byRelease).containsExactly(new StockRaised(world.merchant, List.of(sku)));
    }

    /** A line that joined the queue while the last rise was served must not wait for the next one. */
    @Test
    void everyFeedWakesWhatWaitsBesideStock() {
        OfferId cup = world.offer("CUP");
        SkuId sku = world.skuOf(cup);
        world.feed(FULL, "08:00", "CUP=10");
        somebodyWaits(sku);

        List<StockRaised> byAnUnchangedFigure = world.news(() -> world.feed(FULL, "08:10", "CUP=10"));

        assertThat(byAnUnchangedFigure).containsExactly(new StockRaised(world.merchant, List.of(sku)));
    }

    private void somebodyWaits(SkuId sku) {
        waiting.add(world.merchant, List.of(new WaitingLine(sku, UUID.randomUUID(), 4, StockWorld.at("08:00"))));
    }
}
