package dev.baton.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The clock of the business. It is the system's clock unless a demo, bench or torture run lets it go faster:
 * then it starts at the given origin and runs at the given rate.
 */
public final class BusinessClock extends Clock {

    private final Clock system;
    private final Instant origin;
    private final Instant startedAt;
    private final double before;
    private final double rate;
    private final ZoneId zone;

    private BusinessClock(Clock system, Instant origin, Instant startedAt, double before, double rate, ZoneId zone) {
        this.system = system;
        this.origin = origin;
        this.startedAt = startedAt;
        this.before = before;
        this.rate = rate;
        this.zone = zone;
    }

    /** The system's own clock, in UTC. */
    public static Clock system() {
        return Clock.systemUTC();
    }

    /**
     * A clock that shows {@code origin} when the system's clock showed the same instant, and runs at
     * {@code rate} business seconds per second from there.
     */
    public static Clock atRate(Instant origin, double rate) {
        return catchingUp(origin, rate, rate);
    }

    /**
     * A clock that shows {@code origin} when the system's clock shows the same instant. Until then it runs at the one
     * rate, so that it begins in the past and catches up; from then on at the other.
     */
    public static Clock catchingUp(Instant origin, double until, double rate) {
        return new BusinessClock(Clock.systemUTC(), origin, origin, until, rate, ZoneOffset.UTC);
    }

    @Override
    public Instant instant() {
        long nanos = java.time.Duration.between(startedAt, system.instant()).toNanos();
        return origin.plusNanos((long) (nanos * (nanos < 0 ? before : rate)));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new BusinessClock(system, origin, startedAt, before, rate, other);
    }
}
