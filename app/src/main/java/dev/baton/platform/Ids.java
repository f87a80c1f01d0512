package dev.baton.platform;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * Makes UUIDs of version 7 (RFC 9562, 5.7): milliseconds of the business clock, then a counter, then
 * randomness, so that rows made one after another lie side by side in every index.
 */
@Component
public final class Ids {

    private static final int COUNTER_BITS = 12;

    private final Clock clock;

    /** Milliseconds and counter of the last id in one number; it only grows. */
    private final AtomicLong last = new AtomicLong();

    public Ids(Clock clock) {
        this.clock = clock;
    }

    /** The least id there can be of that moment: ids made then or later are not less, those made before are. */
    public static UUID firstOf(Instant moment) {
        return new UUID((moment.toEpochMilli() << 16) | 0x7000L, 0x8000000000000000L);
    }

    /** A new id, greater than every id this node made before. */
    public UUID next() {
        long now = clock.millis() << COUNTER_BITS;
        long stamp = last.updateAndGet(previous -> Math.max(previous + 1, now));
        long millis = stamp >>> COUNTER_BITS;
        long counter = stamp & ((1 << COUNTER_BITS) - 1);
        long high = (millis << 16) | 0x7000L | counter;
        long low = (ThreadLocalRandom.current().nextLong() >>> 2) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
