package dev.baton.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Where the clock of a Baton that runs on between classes stands after one. */
class MerchantsRetireTest {

    @Test
    void aClockGoesOnToTheNextMorningAndNeverBack() {
        assertThat(MerchantsRetire.morning(TestClock.START)).isEqualTo(TestClock.START);
        assertThat(MerchantsRetire.morning(Instant.parse("2026-03-04T22:30:00Z")))
                .isEqualTo(Instant.parse("2026-03-05T09:00:00Z"));
        assertThat(MerchantsRetire.morning(Instant.parse("2026-03-04T03:00:01Z")))
                .isEqualTo(Instant.parse("2026-03-04T09:00:00Z"));
    }
}
