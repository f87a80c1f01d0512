package dev.baton.world.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Business time: it showed {@code origin} when the system's clock showed the same instant, and runs at {@code rate}
 * business seconds per second from there. Baton keeps the same time when it is started with the same two numbers.
 */
public final class WorldClock extends Clock {

    private final Clock system;
    private final Instant origin;
    private final double before;
    private final double rate;
    private final ZoneId zone;

    private WorldClock(Clock system, Instant origin, double before, double rate, ZoneId zone) {
        this.system = system;
        this.origin = origin;
        this.before = before;
        this.rate = rate;
        this.zone = zone;
    }

    /** A clock at the given rate; 1 is the time on the wall. */
    public static WorldClock of(Instant origin, double rate) {
        return catchingUp(origin, rate, rate);
    }

    /**
     * A clock that shows {@code origin} when the system's clock shows the same instant; until then it runs at the one
     * rate, so that it begins in the past, and from then on at the other.
     */
    public static WorldClock catchingUp(Instant origin, double until, double rate) {
        if (!(rate > 0 && until > 0)) {
            throw new IllegalArgumentException("the time rate must be above 0, not " + rate);
        }
        return new WorldClock(Clock.systemUTC(), origin, until, rate, ZoneOffset.UTC);
    }

    /** How long a stretch of business time that begins now takes on the wall. */
    public Duration onTheWall(Duration business) {
        long wall = Duration.between(system.instant(), origin).toNanos();
        double fast = wall <= 0 ? 0 : Math.min((double) business.toNanos(), wall * before);
        return Duration.ofNanos((long) (fast / before + (business.toNanos() - fast) / rate));
    }

    /** When it has caught up with the system's clock: the instant both show the same. */
    public Instant present() {
        return origin;
    }

    /** Whether it has caught up with the system's clock. */
    public boolean isPresent() {
        return !system.instant().isBefore(origin);
    }

    /** Business seconds per second, now. */
    public double rate() {
        return isPresent() ? rate : before;
    }

    @Override
    public Instant instant() {
        long nanos = Duration.between(origin, system.instant()).toNanos();
        return origin.plusNanos((long) (nanos * (nanos < 0 ? before : rate)));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new WorldClock(system, origin, before, rate, other);
    }
}
