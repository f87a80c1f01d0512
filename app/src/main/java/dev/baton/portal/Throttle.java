package dev.baton.portal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Counts requests per minute of real time, in this node's memory, so that nobody tries many links, codes or forms.
 *
 * <p>The memory is the same however many links are tried: a count-min sketch. Each one is counted in four of the counters,
 * chosen by a hash with a secret; the lowest of them is never less than what that one did, so that no flood of others lets
 * it through, and is more only where others share all four, which takes millions of requests a minute. Source: Cormode and
 * Muthukrishnan, "An improved data stream summary: the count-min sketch and its applications", 2005.
 */
@Component
final class Throttle {

    /** Requests by one link in a minute: more than all scanners of a mail make together. */
    static final int BY_LINK = 240;
    /** Forms sent by one link in a minute. */
    static final int FORMS_BY_LINK = 60;
    /** Links nobody made and codes, by one network address in a minute; {@link dev.baton.platform.http.ClientAddress} tells whose. */
    static final int BY_ADDRESS = 300;

    private static final int ROWS = 4;
    /** Counters a row, a power of two: a megabyte in all. */
    private static final int WIDTH = 1 << 16;

    private static final int SECRET_BYTES = 16;
    private static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final byte[] secret = new byte[SECRET_BYTES];
    private final LongSupplier nanos;
    private final AtomicReference<Counters> counters = new AtomicReference<>(new Counters(Long.MIN_VALUE));

    @Autowired
    Throttle() {
        this(System::nanoTime);
    }

    /** By another clock, in nanoseconds that only grow. */
    Throttle(LongSupplier nanos) {
        this.nanos = nanos;
        new SecureRandom().nextBytes(secret);
    }

    /** What was seen in one minute. */
    private record Counters(long minute, AtomicIntegerArray seen) {
        Counters(long minute) {
            this(minute, new AtomicIntegerArray(minute == Long.MIN_VALUE ? 0 : ROWS * WIDTH));
        }
    }

    /** Counts one; false when it is one too many in this minute. */
    boolean admits(String whom, int most) {
        AtomicIntegerArray seen = thisMinute();
        ByteBuffer places = ByteBuffer.wrap(hash(whom));
        int least = Integer.MAX_VALUE;
        for (int row = 0; row < ROWS; row++) {
            least = Math.min(least, seen.incrementAndGet(row * WIDTH + (places.getInt() & (WIDTH - 1))));
        }
        return least <= most;
    }

    /** Seconds until a new minute is counted, 1 to 60. */
    int secondsToWait() {
        long left = MINUTE_NANOS - Math.floorMod(nanos.getAsLong(), MINUTE_NANOS);
        return Math.toIntExact((left + TimeUnit.SECONDS.toNanos(1) - 1) / TimeUnit.SECONDS.toNanos(1));
    }

    private AtomicIntegerArray thisMinute() {
        long minute = Math.floorDiv(nanos.getAsLong(), MINUTE_NANOS);
        Counters known = counters.get();
        if (known.minute() == minute) {
            return known.seen();
        }
        return counters.updateAndGet(now -> now.minute() == minute ? now : new Counters(minute))
                .seen();
    }

    private byte[] hash(String whom) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(secret);
            return digest.digest(whom.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
