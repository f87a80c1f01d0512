package dev.baton.world.graphql;

import dev.baton.world.http.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** The leaky bucket of one app at one shop: points that run out and come back with time. */
public final class CostBucket {

    private final Clock clock;
    private final double maximum;
    private final double restoredPerSecond;
    private double available;
    private Instant seenAt;

    /**
     * @param maximum points a full bucket holds (Shopify: 2,000 on the basic plans)
     * @param restoredPerSecond points that come back each second (Shopify: 100)
     */
    public CostBucket(Clock clock, double maximum, double restoredPerSecond) {
        this.clock = clock;
        this.maximum = maximum;
        this.restoredPerSecond = restoredPerSecond;
        this.available = maximum;
        this.seenAt = clock.instant();
    }

    /** Takes the points when there are enough. */
    synchronized boolean take(int points) {
        restore();
        if (available < points) {
            return false;
        }
        available -= points;
        return true;
    }

    /** Gives back what a request did not need. */
    synchronized void giveBack(int points) {
        available = Math.min(maximum, available + points);
    }

    /** Empties the bucket, as a burst of another client of the same app does. */
    public synchronized void drain() {
        restore();
        available = 0;
    }

    synchronized ObjectNode status() {
        restore();
        return Json.object()
                .put("maximumAvailable", maximum)
                .put("currentlyAvailable", (int) available)
                .put("restoreRate", restoredPerSecond);
    }

    private void restore() {
        Instant now = clock.instant();
        double seconds = Duration.between(seenAt, now).toNanos() / 1e9;
        if (seconds > 0) {
            available = Math.min(maximum, available + seconds * restoredPerSecond);
            seenAt = now;
        }
    }
}
