package dev.baton.inventory;

import static dev.baton.inventory.DeductionCause.SHIPPED;
import static dev.baton.inventory.FeedMode.FULL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.catalog.OfferId;
import dev.baton.platform.Tasks;
import dev.baton.suppliers.SampleSupplier;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecordRejectionTest {

    private final StockWorld world = new StockWorld(SampleSupplier.coded("acme"));

    @Test
    void outOfStockIsAnObservationOfZeroUntilAYoungerFigure() {
        OfferId cup = world.offer("CUP");
        world.feed(FULL, "08:00", "CUP=10");
        UUID claim = world.claim(cup, 2);

        reject(cup, "08:30");
        world.release(claim, 2, UUID.randomUUID());
        assertThat(world.available(cup)).isZero();
        world.feed(FULL, "08:20", "CUP=10");
        assertThat(world.available(cup)).isZero();

        world.feed(FULL, "08:40", "CUP=3");
        assertThat(world.available(cup)).isEqualTo(3);
    }

    @Test
    void aYoungerFigureIsBelievedMore() {
        OfferId cup = world.offer("CUP");
        world.feed(FULL, "08:40", "CUP=10");

        reject(cup, "08:30");

        assertThat(world.available(cup)).isEqualTo(10);
    }

    @Test
    void whatIsPromisedToOthersFallsShort() {
        OfferId cup = world.offer("CUP");
        world.feed(FULL, "08:00", "CUP=10");
        world.claim(cup, 2);

        reject(cup, "08:30");

        assertThat(world.tasks()).extracting(Tasks.Task::kind).containsExactly(Shortages.KIND);
    }

    @Test
    void theZeroLacksWhatShippedBefore() {
        OfferId cup = world.offer("CUP");
        world.feed(FULL, "08:00", "CUP=10");
        UUID claim = world.claim(cup, 2);
        world.deduct(claim, 2, "08:10", SHIPPED);

        reject(cup, "08:30");

        assertThat(world.stock(cup).uncovered()).isZero();
        assertThat(world.tasks()).isEmpty();
        assertThat(world.differences()).isEmpty();
    }

    private void reject(OfferId offer, String at) {
        world.baton.bean(RecordRejection.class).record(world.merchant, List.of(offer), StockWorld.at(at));
    }
}
