package dev.baton.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.inventory.SimulatedSupplier.Standing;
import dev.baton.suppliers.Netting;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
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

    /** Otherwise the seeds would say nothing of suppliers that count in the way they leave out. */
    @Test
    void theSeedsMeetEveryWayOfCountingMoreThanOnce() {
        Map<Netting, Long> met = seeds().mapToObj(seed -> SupplierManner.drawn(new Random(seed)))
                .collect(Collectors.groupingBy(SupplierManner::said, Collectors.counting()));

        assertThat(met).containsOnlyKeys(Netting.values());
        assertThat(met.values()).allSatisfy(times -> assertThat(times).isGreaterThanOrEqualTo(3));
    }
}
