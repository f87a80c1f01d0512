package dev.baton.shopper;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How often an order may be looked up: per address of the caller and per order number, in windows of ten minutes. Kept
 * in the memory of this node, at most ten thousand keys, the least lately used forgotten first; several nodes allow as
 * many times more.
 */
@Component
class LookupLimits {

    private static final int MOST_KEYS = 10_000;
    private static final int PER_ADDRESS = 20;
    private static final int PER_ORDER = 5;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<String, Window> windows = new LinkedHashMap<>(64, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > MOST_KEYS;
        }
    };

    private record Window(Instant until, int used) {}

    LookupLimits(Clock clock) {
        this.clock = clock;
    }

    /** Counts a try; false when the address, or anybody about this order, has tried too often. */
    synchronized boolean allows(String address, String order) {
        boolean first = take("a:" + address, PER_ADDRESS);
        boolean second = take("o:" + order, PER_ORDER);
        return first && second;
    }

    private boolean take(String key, int most) {
        Instant now = clock.instant();
        Window known = windows.get(key);
        Window window = known == null || !now.isBefore(known.until()) ? new Window(now.plus(WINDOW), 0) : known;
        windows.put(key, new Window(window.until(), Math.min(most, window.used()) + 1));
        return window.used() < most;
    }
}
