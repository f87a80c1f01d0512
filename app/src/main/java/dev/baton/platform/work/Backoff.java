package dev.baton.platform.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** Waiting time between attempts: doubling from two seconds to an hour, with jitter of a quarter each way. */
public final class Backoff {

    private static final long FIRST_MILLIS = 2_000;
    private static final long MOST_MILLIS = 3_600_000;
    private static final int DOUBLINGS = 11;

    private Backoff() {}

    /** When the attempt after the given number of attempts is due. */
    public static Instant next(Clock clock, int attempts) {
        long base = Math.min(MOST_MILLIS, FIRST_MILLIS << Math.min(DOUBLINGS, Math.max(0, attempts - 1)));
        long jitter = ThreadLocalRandom.current().nextLong(-base / 4, base / 4 + 1);
        return clock.instant().plusMillis(base + jitter);
    }

    /** For a wait that is no failure: half as long again as it has lasted, from two seconds to the given most. */
    public static Instant byAge(Clock clock, Instant since, Duration most) {
        Instant now = clock.instant();
        long half = Duration.between(since, now).toMillis() / 2;
        return now.plusMillis(Math.clamp(half, FIRST_MILLIS, most.toMillis()));
    }
}
