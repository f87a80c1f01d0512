package dev.baton.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong nanos = new AtomicLong(-90 * SECOND);
    private final Throttle throttle = new Throttle(nanos::get);

    @Test
    void admitsSoManyInAMinuteAndCountsEachApart() {
        assertThat(admitted("link", 20, 9)).isEqualTo(9);
        assertThat(throttle.admits("another", 9)).isTrue();
        assertThat(throttle.secondsToWait()).isEqualTo(30);

        nanos.addAndGet(30 * SECOND);
        assertThat(throttle.secondsToWait()).isEqualTo(60);
        assertThat(admitted("link", 20, 9)).as("in another minute").isEqualTo(9);
    }

    @Test
    void aFloodOfOthersNeitherLetsOneThroughNorKeepsOneOut() {
        assertThat(admitted("spent", 10, 9)).isEqualTo(9);

        admitted(IntStream.range(0, 200_000).mapToObj(i -> "look:" + i).toArray(String[]::new));

        assertThat(throttle.admits("spent", 9)).isFalse();
        assertThat(throttle.admits("honest", 60)).isTrue();
    }

    private void admitted(String... others) {
        for (String other : others) {
            throttle.admits(other, 9);
        }
    }

    private long admitted(String whom, int times, int most) {
        return IntStream.range(0, times)
                .filter(i -> throttle.admits(whom, most))
                .count();
    }
}
