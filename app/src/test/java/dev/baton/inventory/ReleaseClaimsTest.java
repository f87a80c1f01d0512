package dev.baton.inventory;

import static dev.baton.inventory.DeductionCause.ACKNOWLEDGED;
import static dev.baton.inventory.DeductionCause.SHIPPED;
import static dev.baton.inventory.FeedMode.FULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.catalog.OfferId;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SampleSupplier;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReleaseClaimsTest {

    @Test
    void givesBackWhatWasNeverSentOncePerCause() {
        StockWorld world = new StockWorld(SampleSupplier.coded("acme"));
        OfferId cup = world.offer("CUP");
        world.feed(FULL, "08:00", "CUP=10");
        UUID claim = world.claim(cup, 5);
        UUID cause = UUID.randomUUID();

        world.release(claim, 2, cause);
        world.release(claim, 2, cause);
        assertThat(world.available(cup)).isEqualTo(7);

        world.release(claim, 3, UUID.randomUUID());
        assertThat(world.available(cup)).isEqualTo(10);
        assertThat(world.differences()).isEmpty();
    }

    @Test
    void aNetSupplierThatTakesBackWhatItBookedGivesItBackAtOnce() {
        StockWorld world = net();
        OfferId cup = world.offer("CUP");
        world.feed(FULL, "08:00", "CUP=10");
        UUID claim = world.claim(cup, 5);
        world.time("09:15");
        world.deduct(claim, 5, "09:15", ACKNOWLEDGED);

        world.release(claim, 5, UUID.randomUUID());
        assertThat(world.available(cup)).isEqualTo(10);

        world.time("10:00");
        world.feed(FULL, "10:00", "CUP=10");
        assertThat(world.available(cup)).isEqualTo(10);
        assertThat(world.differences()).isEmpty();
    }

    @Test
    void whatTheFigureLacksAlreadyComesBackWithTheNextFigureOnly() {
        StockWorld world = net();
        OfferId cup = world.offer("CUP");
        world.feed(FULL, "08:00", "CUP=10");
        UUID claim = world.claim(cup, 5);
        world.deduct(claim, 5, "08:30", ACKNOWLEDGED);
        world.time("09:00");
        world.feed(FULL, "09:00", "CUP=5");

        world.release(claim, 5, UUID.randomUUID());
        assertThat(world.available(cup)).isEqualTo(5);

        world.time("10:00");
        world.feed(FULL, "10:00", "CUP=10");
        assertThat(world.available(cup)).isEqualTo(10);
    }

    @Test
    void whatShippedIsNotGivenBack() {
        StockWorld world = new StockWorld(SampleSupplier.coded("acme"));
        OfferId cup = world.offer("CUP");
        world.feed(FULL, "08:00", "CUP=10");
        UUID claim = world.claim(cup, 5);
        world.deduct(claim, 3, "08:30", SHIPPED);

        world.release(claim, 5, UUID.randomUUID());

        assertThat(world.available(cup)).isEqualTo(7);
        world.time("10:00");
        world.feed(FULL, "10:00", "CUP=7");
        assertThat(world.available(cup)).isEqualTo(7);
        assertThat(world.stock(cup).uncovered()).isZero();
    }

    @Test
    void aClaimThatDoesNotExistKillsTheTransaction() {
        StockWorld world = new StockWorld(SampleSupplier.coded("acme"));

        assertThatThrownBy(() -> world.release(UUID.randomUUID(), 1, UUID.randomUUID()))
                .isInstanceOf(IllegalStateException.class);
    }

    private static StockWorld net() {
        return new StockWorld(SampleSupplier.coded("acme").counting(Netting.NET));
    }
}
