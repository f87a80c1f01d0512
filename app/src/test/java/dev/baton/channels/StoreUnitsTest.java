package dev.baton.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.channels.StoreFulfilment.State;
import dev.baton.merchants.StoreId;
import dev.baton.orders.SalesOrderId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StoreUnitsTest {

    private static final UUID MUG = new UUID(0, 1);
    private static final UUID SPOON = new UUID(0, 2);
    private static final UUID SAUCER = new UUID(0, 3);

    /** Line 11 is a mug by itself; line 12 is a set of one spoon and two saucers. */
    private static final List<LinePart> PARTS = parts(0, 0);

    @Test
    void plainUnitsAreTheStoresUnits() {
        StoreFulfilment first = shipped(1, Map.of(MUG, 2));
        StoreFulfilment second = shipped(2, Map.of(MUG, 1));

        assertThat(StoreUnits.completedBy(first, List.of(first, second), PARTS)).isEqualTo(Map.of("11", 2));
        assertThat(StoreUnits.completedBy(second, List.of(first, second), PARTS))
                .isEqualTo(Map.of("11", 1));
    }

    @Test
    void aSetCountsWhenItsLastPartLeaves() {
        StoreFulfilment spoons = shipped(1, Map.of(SPOON, 2));
        StoreFulfilment threeSaucers = shipped(2, Map.of(SAUCER, 3));
        StoreFulfilment lastSaucer = shipped(3, Map.of(SAUCER, 1));
        List<StoreFulfilment> all = List.of(spoons, threeSaucers, lastSaucer);

        assertThat(StoreUnits.completedBy(spoons, all, PARTS)).isEmpty();
        assertThat(StoreUnits.completedBy(threeSaucers, all, PARTS)).isEqualTo(Map.of("12", 1));
        assertThat(StoreUnits.completedBy(lastSaucer, all, PARTS)).isEqualTo(Map.of("12", 1));
    }

    @Test
    void allShipmentsTogetherCompleteNoMoreThanLeft() {
        StoreFulfilment mixed = shipped(1, Map.of(SPOON, 3, SAUCER, 4));
        StoreFulfilment spare = shipped(2, Map.of(SPOON, 5));
        List<StoreFulfilment> all = List.of(mixed, spare);

        assertThat(StoreUnits.completedBy(mixed, all, PARTS)).isEqualTo(Map.of("12", 2));
        assertThat(StoreUnits.completedBy(spare, all, PARTS)).isEmpty();
    }

    @Test
    void aCancelledPartKeepsTheOthersBackNoLonger() {
        StoreFulfilment spoons = shipped(1, Map.of(SPOON, 3));
        StoreFulfilment saucers = shipped(2, Map.of(SAUCER, 2));
        List<StoreFulfilment> all = List.of(spoons, saucers);

        assertThat(StoreUnits.completedBy(spoons, all, parts(0, 4))).isEqualTo(Map.of("12", 2));
        assertThat(StoreUnits.completedBy(saucers, all, parts(0, 4))).isEqualTo(Map.of("12", 1));
        assertThat(StoreUnits.completedBy(spoons, all, parts(0, 6))).isEqualTo(Map.of("12", 3));
    }

    @Test
    void aSetOfWhichNothingLeavesIsNotShown() {
        StoreFulfilment spoon = shipped(1, Map.of(SPOON, 1));
        StoreFulfilment saucer = shipped(2, Map.of(SAUCER, 1));

        assertThat(StoreUnits.completedBy(spoon, List.of(spoon), parts(2, 6))).isEqualTo(Map.of("12", 1));
        assertThat(StoreUnits.completedBy(saucer, List.of(saucer), parts(3, 5))).isEmpty();
    }

    private static List<LinePart> parts(int spoonsCancelled, int saucersCancelled) {
        return List.of(
                new LinePart(MUG, "11", 1, 0),
                new LinePart(SPOON, "12", 1, spoonsCancelled),
                new LinePart(SAUCER, "12", 2, saucersCancelled));
    }

    private static StoreFulfilment shipped(int number, Map<UUID, Integer> units) {
        return new StoreFulfilment(
                new UUID(7, number),
                new UUID(8, number),
                new StoreId(new UUID(1, 1)),
                new SalesOrderId(new UUID(2, 2)),
                "5001",
                State.PLANNED,
                List.of(new Parcel("ups", "UPS", "1Z" + number, null, units)),
                List.of(),
                null,
                null);
    }
}
