package dev.baton.world.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** Business time that begins in the past and catches up. */
class WorldClockTest {

    @Test
    void beginsInThePastAndTakesAsLongOnTheWallAsBothRatesSay() {
        Instant wall = Clock.systemUTC().instant();
        WorldClock clock = WorldClock.catchingUp(wall.plusSeconds(60), 3_600, 60);

        assertThat(clock.isPresent()).isFalse();
        assertThat(clock.rate()).isEqualTo(3_600);
        assertThat(clock.instant())
                .isCloseTo(wall.plusSeconds(60).minus(Duration.ofHours(60)), within(3, ChronoUnit.HOURS));
        assertThat(clock.onTheWall(Duration.ofHours(10))).isEqualTo(Duration.ofSeconds(10));
        Duration across = clock.onTheWall(
                Duration.between(clock.instant(), clock.present()).plusMinutes(10));
        assertThat(across).isCloseTo(Duration.ofSeconds(70), Duration.ofSeconds(3));
    }

    @Test
    void runsAtTheLaterRateOnceItHasCaughtUp() {
        Instant wall = Clock.systemUTC().instant();
        WorldClock clock = WorldClock.catchingUp(wall.minusSeconds(10), 3_600, 60);

        assertThat(clock.isPresent()).isTrue();
        assertThat(clock.rate()).isEqualTo(60);
        assertThat(clock.instant()).isCloseTo(wall.minusSeconds(10).plusSeconds(600), within(3, ChronoUnit.MINUTES));
        assertThat(clock.onTheWall(Duration.ofMinutes(1))).isEqualTo(Duration.ofSeconds(1));
    }
}
