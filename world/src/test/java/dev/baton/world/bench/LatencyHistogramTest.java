package dev.baton.world.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatencyHistogramTest {

    private final LatencyHistogram histogram = new LatencyHistogram();

    @Test
    void findsPercentilesToWithinSixteenThousandths() {
        for (int millis = 1; millis <= 1_000; millis++) {
            histogram.record(Duration.ofMillis(millis).toNanos());
        }

        assertThat(histogram.percentile(50)).isBetween(Duration.ofMillis(500), Duration.ofMillis(508));
        assertThat(histogram.percentile(99)).isBetween(Duration.ofMillis(990), Duration.ofMillis(1_000));
        assertThat(histogram.percentile(100)).isEqualTo(Duration.ofSeconds(1));
        assertThat(histogram.count()).isEqualTo(1_000);
    }

    @Test
    void neverStatesLessThanWasMeasured() {
        for (long nanos = 0; nanos < 100_000; nanos++) {
            var one = new LatencyHistogram();
            one.record(nanos);
            one.record(Long.MAX_VALUE);
            long stated = one.percentile(50).toNanos();

            assertThat(stated).isBetween(nanos, nanos + nanos / 64);
        }
    }

    @Test
    void addsUpWhatSeveralThreadsMeasured() {
        var other = new LatencyHistogram();
        histogram.record(10);
        other.record(20);

        histogram.add(other);

        assertThat(histogram.count()).isEqualTo(2);
        assertThat(histogram.max()).isEqualTo(Duration.ofNanos(20));
    }

    @Test
    void isZeroBeforeAnythingWasMeasuredAndForATimeBelowZero() {
        assertThat(histogram.percentile(99)).isEqualTo(Duration.ZERO);

        histogram.record(-5);

        assertThat(histogram.percentile(99)).isEqualTo(Duration.ZERO);
    }
}
