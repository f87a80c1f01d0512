package dev.baton.inventory;

import static dev.baton.inventory.DeductionCause.ACKNOWLEDGED;
import static dev.baton.inventory.DeductionCause.SENT;
import static dev.baton.inventory.DeductionCause.SHIPPED;
import static dev.baton.inventory.FeedMode.DELTA;
import static dev.baton.inventory.FeedMode.FULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.catalog.OfferId;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SampleSupplier;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecordDeductionsTest {

    /** The feed lacks already what we sold (magento/inventory #2269, #2725, #3076, #3165). */
    @Test
    void doubleSubtractionOfWhatTheFeedLacksAlready() {
        StockWorld world = new StockWorld(SampleSupplier.coded("acme"));
        OfferId cup = world.offer("CUP");
        world.feed(FULL, "08:00", "CUP=10");
        UUID claim = world.claim(cup, 4);
        world.time("09:30");
        world.deduct(claim, 4, "09:30", SHIPPED);
        assertThat(world.available(cup)).isEqualTo(6);

        world.time("10:00");
        world.feed(FULL, "10:00", "CUP=6");

        assertThat(world.available(cup)).isEqualTo(6);
    }

    /** A replayed shipment frees the stock twice (magento/inventory PR #2420). */
    @Test
    void aReplayedShipmentFreesNothingTwice() {
        StockWorld world = new StockWorld(SampleSupplier.coded("acme"));
        OfferId cup = world.offer("CUP");
        world.feed(FULL, "08:00", "CUP=10");
        UUID claim = world.claim(cup, 4);
        UUID shipment = UUID.randomUUID();
        world.deduct(claim, 2, "08:30", SHIPPED, shipment);
        world.deduct(claim, 2, "08:30", SHIPPED, shipment);

        world.time("10:00");
        world.feed(FULL, "10:00", "CUP=8");
        world.deduct(claim, 2, "08:30", SHIPPED, shipment);

        assertThat(world.stock(cup).uncovered()).isEqualTo(2);
        assertThat(world.available(cup)).isEqualTo(6);
        assertThat(world.differences()).isEmpty();
    }

    @Test
    void aFigureWithinTheGraceIsNotBelievedToLackTheUnits() {
        StockWorld world = new StockWorld(SampleSupplier.coded("acme").grace(600));
        OfferId cup = world.offer("CUP");
        world.feed(FULL, "08:00", "CUP=10");
        UUID claim = world.claim(cup, 4);
        world.deduct(claim, 4, "08:55", SHIPPED);

        world.feed(FULL, "09:00", "CUP=10");
        assertThat(world.available(cup)).isEqualTo(6);

        world.time("09:05");
        world.feed(FULL, "09:05", "CUP=6");
        assertThat(world.available(cup)).isEqualTo(6);
        assertThat(world.stock(cup).uncovered()).isZero();
    }

    @Test
    void aFigureThatDidNotChangeCoversToo() {
        StockWorld world = new StockWorld(SampleSupplier.coded("acme"));
        OfferId cup = world.offer("CUP");
        world.feed(FULL, "08:00", "CUP=10");
        UUID claim = world.claim(cup, 4);
        world.deduct(claim, 4, "08:30", SHIPPED);

        world.feed(FULL, "09:00", "CUP=10");

        assertThat(world.available(cup)).isEqualTo(10);
    }

    @Test
    void aShipmentHeardOfAfterTheFigureThatLacksItIsCoveredAtOnce() {
        StockWorld world = new StockWorld(SampleSupplier.coded("acme"));
        OfferId cup = world.offer("CUP");
        world.feed(FULL, "08:00", "CUP=10");
        UUID claim = world.claim(cup, 4);
        world.time("10:00");
        world.feed(FULL, "10:00", "CUP=6");
        assertThat(world.available(cup)).isEqualTo(2);

        world.time("10:05");
        world.deduct(claim, 4, "09:30", SHIPPED);

        assertThat(world.available(cup)).isEqualTo(6);
        assertThat(world.differences()).isEmpty();
    }

    @Test
    void aNetFigureLacksAcceptedUnits() {
        StockWorld world = new StockWorld(SampleSupplier.coded("acme").counting(Netting.NET));
        OfferId cup = world.offer("CUP");
        world.feed(FULL, "08:00", "CUP=10");
        UUID claim = world.claim(cup, 4);
        world.deduct(claim, 4, "08:10", SENT);
        world.deduct(claim, 3, "08:30", ACKNOWLEDGED);

        world.feed(FULL, "09:00", "CUP=7");

        assertThat(world.stock(cup).uncovered()).isEqualTo(1);
    }

    @Test
    void aNetFigureLacksSentUnitsAfterTheAgreedLag() {
        StockWorld world = new StockWorld(
                SampleSupplier.coded("acme").counting(Netting.NET).bookingWithin(1_800));
        OfferId cup = world.offer("CUP");
        world.feed(FULL, "08:00", "CUP=10");
        UUID claim = world.claim(cup, 4);
        world.deduct(claim, 4, "08:20", SENT);

        world.feed(DELTA, "08:45", "CUP=10");
        assertThat(world.stock(cup).uncovered()).isEqualTo(4);

        world.feed(DELTA, "08:50", "CUP=6");
        assertThat(world.stock(cup).uncovered()).isZero();
    }

    @Test
    void aNetSupplierThatShipsWithoutAnAnswerHasDeductedAllTheSame() {
        StockWorld world = new StockWorld(SampleSupplier.coded("acme").counting(Netting.NET));
        OfferId cup = world.offer("CUP");
        world.feed(FULL, "08:00", "CUP=10");
        UUID claim = world.claim(cup, 4);
        world.deduct(claim, 4, "08:30", SHIPPED);

        world.feed(FULL, "09:00", "CUP=6");

        assertThat(world.stock(cup).uncovered()).isZero();
    }

    @Test
    void aGrossFigureKeepsAcceptedUnits() {
        StockWorld world = new StockWorld(SampleSupplier.coded("acme"));
        OfferId cup = world.offer("CUP");
        world.feed(FULL, "08:00", "CUP=10");
        UUID claim = world.claim(cup, 4);
        world.deduct(claim, 4, "08:10", SENT);
        world.deduct(claim, 4, "08:30", ACKNOWLEDGED);

        world.feed(FULL, "09:00", "CUP=10");

        assertThat(world.available(cup)).isEqualTo(6);
    }

    @Test
    void aShipmentDatedInTheFutureIsTakenAsNow() {
        StockWorld world = new StockWorld(SampleSupplier.coded("acme"));
        OfferId cup = world.offer("CUP");
        world.feed(FULL, "08:00", "CUP=10");
        UUID claim = world.claim(cup, 4);
        world.deduct(claim, 4, "23:00", SHIPPED);

        world.time("09:01");
        world.feed(FULL, "09:01", "CUP=6");

        assertThat(world.stock(cup).uncovered()).isZero();
    }

    @Test
    void aClaimThatDoesNotExistKillsTheTransaction() {
        StockWorld world = new StockWorld(SampleSupplier.coded("acme"));

        assertThatThrownBy(() -> world.deduct(UUID.randomUUID(), 1, "08:00", SHIPPED))
                .isInstanceOf(IllegalStateException.class);
    }
}
