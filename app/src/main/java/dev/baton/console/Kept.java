package dev.baton.console;

import dev.baton.platform.MerchantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Figures that are dear to count are kept for a minute; what is counted quickly is counted anew for every page, so that a
 * figure and the list it opens are of the same moment wherever that costs nothing.
 */
@Component
class Kept {

    private static final Duration DEAR = Duration.ofMillis(80);
    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final int MOST = 1_000;

    private record Key(MerchantId merchant, String name) {}

    private record Value(Object figures, Instant at) {}

    private final Clock clock;
    private final Map<Key, Value> values = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Value> eldest) {
            return size() > MOST;
        }
    };

    Kept(Clock clock) {
        this.clock = clock;
    }

    /**
     * The figures of that name, counted now or, where that was dear, at most a minute ago.
     *
     * @param <T> always the same for one name
     */
    @SuppressWarnings("unchecked") // one name, one type
    <T> T of(MerchantId merchant, String name, Supplier<T> count) {
        Key key = new Key(merchant, name);
        Instant now = clock.instant();
        synchronized (values) {
            Value known = values.get(key);
            if (known != null
                    && known.at().plus(LIFE).isAfter(now)
                    && !known.at().isAfter(now)) {
                return (T) known.figures();
            }
        }
        long began = System.nanoTime();
        T figures = count.get();
        synchronized (values) {
            if (System.nanoTime() - began > DEAR.toNanos()) {
                values.put(key, new Value(figures, now));
            } else {
                values.remove(key);
            }
        }
        return figures;
    }
}
