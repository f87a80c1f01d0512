package dev.baton.inventory;

import static dev.baton.inventory.FeedMode.FULL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.catalog.OfferId;
import dev.baton.inventory.VerifyStock.StockDifference;
import dev.baton.suppliers.SampleSupplier;
import org.junit.jupiter.api.Test;

class VerifyStockTest {

    /** A counter that has gone wrong with no repair (medusa #12401). */
    @Test
    void findsAndMendsACounterThatHasGoneWrong() {
        StockWorld world = new StockWorld(SampleSupplier.coded("acme"));
        VerifyStock verify = world.baton.bean(VerifyStock.class);
        OfferId cup = world.offer("CUP");
        OfferId pot = world.offer("POT");
        world.feed(FULL, "08:00", "CUP=10", "POT=10");
        world.claim(cup, 4);
        world.claim(pot, 4);
        breakCounter(world, cup, 1);
        breakCounter(world, pot, 9);

        assertThat(verify.differences(world.merchant))
                .containsExactlyInAnyOrder(new StockDifference(cup, 1, 4), new StockDifference(pot, 9, 4));
        assertThat(verify.repair(world.merchant)).hasSize(2);

        assertThat(verify.differences(world.merchant)).isEmpty();
        assertThat(world.available(cup)).isEqualTo(6);
        assertThat(world.available(pot)).isEqualTo(6);
    }

    private static void breakCounter(StockWorld world, OfferId offer, int uncovered) {
        world.baton.in(
                world.merchant,
                () -> world.baton
                        .jdbc()
                        .sql("update stock set uncovered = :wrong where merchant_id = :merchant and offer_id = :offer")
                        .param("wrong", uncovered)
                        .param("merchant", world.merchant.value())
                        .param("offer", offer.value())
                        .update());
    }
}
