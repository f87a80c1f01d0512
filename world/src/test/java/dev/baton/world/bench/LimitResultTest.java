package dev.baton.world.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.world.bench.LimitResult.Limit;
import dev.baton.world.bench.LimitResult.Run;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LimitResultTest {

    @Test
    void theBestNumberOfConnectionsCounts() {
        var limit = new Limit(List.of(new Run(8, 2_800), new Run(16, 3_100), new Run(32, 2_500)), List.of());

        assertThat(limit.ordersPerSecond()).isEqualTo(3_100);
        assertThat(limit.differenceFromPgbench()).isEmpty();
        assertThat(limit.suspect()).isFalse();
    }

    @Test
    void isSuspectWhenPgbenchDiffersByMoreThanAFifth() {
        var near = new Limit(List.of(new Run(8, 2_500)), List.of(new Run(8, 3_000)));
        var far = new Limit(List.of(new Run(8, 2_300)), List.of(new Run(8, 3_000)));

        assertThat(near.differenceFromPgbench().orElseThrow()).isCloseTo(-0.1667, Offset.offset(0.001));
        assertThat(near.suspect()).isFalse();
        assertThat(far.suspect()).isTrue();
        assertThat(BenchTable.ofLimits(new LimitResult(near, far, "18.6")))
                .contains("PostgreSQL 18.6", "-17 % to pgbench", "SUSPECT");
    }
}
