package dev.baton.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.inventory.SimulatedSupplier.Standing;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A simulated supplier of every manner (net, gross, unknown; booking lag; own clock or none; numbered or not; every
 * meaning of absence) whose messages are late, reordered and doubled, with part shipments, cancellations and
 * rejections. More is never promised than lies on its shelf, and a fresh feed leaves nothing uncovered that it
 * contains. {@code -Dbaton.model.seeds=n} tries more seeds.
 */
class StockModelTest {

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("baton.model.seeds", 20));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverOversoldAndNothingStaysUncoveredThatShouldNot(long seed) {
        SimulatedSupplier supplier = new SimulatedSupplier(seed);

        supplier.live(60);

        for (Standing standing : supplier.afterAFreshFeed()) {
            assertThat(standing.uncovered())
                    .as("seed %d, %s", seed, supplier.manner())
                    .isEqualTo(standing.shouldBe());
            assertThat(standing.available()).isEqualTo(standing.shouldBeAvailable());
        }
        assertThat(supplier.differences()).isEmpty();
        assertThat(supplier.sold()).isPositive();
    }
}
