package dev.baton.world.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.baton.world.bench.OrderMix.ShipTo;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderMixTest {

    private final List<String> skus =
            IntStream.range(0, 50).mapToObj(n -> "SKU-" + n).toList();
    private final OrderMix mix = new OrderMix(skus, List.of("RARE-1", "RARE-2"), 30, false, List.of(ShipTo.BERLIN), 7);

    @Test
    void asksForThreeDifferentSkus() {
        for (int order = 0; order < 10_000; order++) {
            assertThat(mix.skusOf(order)).hasSize(3).doesNotHaveDuplicates();
        }
    }

    @Test
    void asksForTheSameInEveryRun() {
        var again = new OrderMix(skus, List.of("RARE-1", "RARE-2"), 30, false, List.of(ShipTo.BERLIN), 7);

        for (int order = 0; order < 100; order++) {
            assertThat(again.skusOf(order)).isEqualTo(mix.skusOf(order));
        }
    }

    @Test
    void drawsThreeInAHundredFromWhatRunsShort() {
        var shortOrders =
                IntStream.range(0, 10_000).filter(mix::isShort).boxed().toList();

        assertThat(shortOrders).hasSizeBetween(250, 350);
        assertThat(shortOrders).allSatisfy(order -> {
            assertThat(mix.skusOf(order).getFirst()).startsWith("RARE-");
            assertThat(mix.unitsExpected(order)).isZero();
        });
    }

    @Test
    void drawsEverySku() {
        assertThat(IntStream.range(0, 10_000).boxed().flatMap(order -> mix.skusOf(order).stream()))
                .containsAll(skus);
    }

    @Test
    void expectsShortOrdersToArriveWhenASecondSupplierHasThem() {
        var arriving = new OrderMix(skus, List.of("RARE-1"), 1_000, true, List.of(ShipTo.BERLIN), 7);

        assertThat(arriving.unitsExpected(0)).isEqualTo(OrderMix.UNITS_PER_ORDER);
    }

    @Test
    void refusesWhatItCannotDrawFrom() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrderMix(List.of("A", "B"), List.of(), 0, false, List.of(ShipTo.BERLIN), 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrderMix(skus, List.of(), 1, false, List.of(ShipTo.BERLIN), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new OrderMix(skus, List.of(), 0, false, List.of(), 1));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new OrderMix(List.of("A", "B", "\"C"), List.of(), 0, false, List.of(ShipTo.BERLIN), 1))
                .withMessageContaining("\"C");
    }
}
