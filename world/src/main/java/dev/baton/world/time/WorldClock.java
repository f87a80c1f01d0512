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
    private final double rate;
    private final ZoneId zone;

    private WorldClock(Clock system, Instant origin, double rate, ZoneId zone) {
        this.system = system;
        this.origin = origin;
        this.rate = rate;
        this.zone = zone;
    }

    /** A clock at the given rate; 1 is the time on the wall. */
    public static WorldClock of(Instant origin, double rate) {
        if (!(rate > 0)) {
            throw new IllegalArgumentException("the time rate must be above 0, not " + rate);
        }
        return new WorldClock(Clock.systemUTC(), origin, rate, ZoneOffset.UTC);
    }

    /** How long a stretch of business time takes on the wall. */
    public Duration onTheWall(Duration business) {
        return Duration.ofNanos((long) (business.toNanos() / rate));
    }

    /** Business seconds per second. */
    public double rate() {
        return rate;
    }

    @Override
    public Instant instant() {
        double nanos = Duration.between(origin, system.instant()).toNanos() * rate;
        return origin.plusNanos((long) nanos);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new WorldClock(system, origin, rate, other);
    }
}
