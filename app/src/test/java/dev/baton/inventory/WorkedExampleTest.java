package dev.baton.inventory;

import static dev.baton.inventory.DeductionCause.SENT;
import static dev.baton.inventory.DeductionCause.SHIPPED;
import static dev.baton.inventory.FeedMode.FULL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.catalog.OfferId;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SampleSupplier;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Observed 10 at 09:00; claims of 2 (sent 08:31), 1 (made 08:50, sent 09:15), 3 (made 09:10, sent 09:15), none
 * shipped. The 2 ship at 09:30 and a second observation follows at 10:00.
 */
class WorkedExampleTest {

    @Test
    void aNetFeedLeavesSixThenSix() {
        StockWorld world = new StockWorld(SampleSupplier.coded("net")
                .counting(Netting.NET)
                .bookingWithin(60)
                .grace(300));

        OfferId offer = untilTheFirstObservation(world);
        assertThat(world.available(offer)).isEqualTo(6);

        world.time("10:00");
        world.feed(FULL, "10:00", "CUP=6");
        assertThat(world.available(offer)).isEqualTo(6);
        assertThat(world.stock(offer).uncovered()).isZero();
        assertThat(world.differences()).isEmpty();
    }

    @Test
    void aGrossFeedLeavesFourThenFour() {
        StockWorld world = new StockWorld(
                SampleSupplier.coded("gross").counting(Netting.GROSS).grace(300));

        OfferId offer = untilTheFirstObservation(world);
        assertThat(world.available(offer)).isEqualTo(4);

        world.time("10:00");
        world.feed(FULL, "10:00", "CUP=8");
        assertThat(world.available(offer)).isEqualTo(4);
        assertThat(world.stock(offer).uncovered()).isEqualTo(4);
        assertThat(world.differences()).isEmpty();
    }

    /** What nobody has said is read as gross: it may sell too little, never too much. */
    @Test
    void anUnknownFeedIsReadAsGross() {
        StockWorld world = new StockWorld(
                SampleSupplier.coded("unknown").counting(Netting.UNKNOWN).grace(300));

        OfferId offer = untilTheFirstObservation(world);

        assertThat(world.available(offer)).isEqualTo(4);
    }

    private static OfferId untilTheFirstObservation(StockWorld world) {
        OfferId offer = world.offer("CUP");
        world.time("08:00");
        world.feed(FULL, "08:00", "CUP=12");
        world.time("08:30");
        UUID two = world.claim(offer, 2);
        world.time("08:31");
        world.deduct(two, 2, "08:31", SENT);
        world.time("08:50");
        UUID one = world.claim(offer, 1);
        world.time("09:02");
        world.feed(FULL, "09:00", "CUP=10");
        world.time("09:10");
        UUID three = world.claim(offer, 3);
        world.time("09:15");
        world.deduct(one, 1, "09:15", SENT);
        world.deduct(three, 3, "09:15", SENT);
        world.time("09:30");
        world.deduct(two, 2, "09:30", SHIPPED);
        return offer;
    }
}
