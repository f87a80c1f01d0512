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
    private final double rate;
    private final ZoneId zone;

    private BusinessClock(Clock system, Instant origin, Instant startedAt, double rate, ZoneId zone) {
        this.system = system;
        this.origin = origin;
        this.startedAt = startedAt;
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
        return new BusinessClock(Clock.systemUTC(), origin, origin, rate, ZoneOffset.UTC);
    }

    @Override
    public Instant instant() {
        double elapsedNanos =
                java.time.Duration.between(startedAt, system.instant()).toNanos() * rate;
        return origin.plusNanos((long) elapsedNanos);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new BusinessClock(system, origin, startedAt, rate, other);
    }
}
