package dev.baton.console;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Figures that are dear to count are kept: for a minute they are shown as they are, and after that once more while they
 * are counted anew beside, so that nobody waits for them twice. What is counted quickly is counted anew for every page, so
 * that a figure and the list it opens are of the same moment wherever that costs nothing.
 */
@Component
class Kept {

    private static final Logger log = LoggerFactory.getLogger(Kept.class);

    private static final Duration DEAR = Duration.ofMillis(80);
    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final Duration OLDEST = Duration.ofMinutes(10);
    private static final int MOST = 1_000;

    private record Key(MerchantId merchant, String name) {}

    private record Value(Object figures, Instant at) {}

    private final Clock clock;
    private final Tenancy tenancy;
    private final Set<Key> counting = new HashSet<>();
    private final Map<Key, Value> values = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Value> eldest) {
            return size() > MOST;
        }
    };

    Kept(Clock clock, Tenancy tenancy) {
        this.clock = clock;
        this.tenancy = tenancy;
    }

    /**
     * The figures of that name, counted now or, where that is dear, some minutes ago.
     *
     * @param count needs an open transaction of the merchant; may be called on another thread in one of its own
     * @param <T> always the same for one name
     */
    @SuppressWarnings("unchecked") // one name, one type
    <T> T of(MerchantId merchant, String name, Supplier<T> count) {
        Key key = new Key(merchant, name);
        Instant now = clock.instant();
        Value known = known(key, now);
        if (known == null) {
            return counted(key, now, count);
        }
        if (!known.at().plus(LIFE).isAfter(now)) {
            countBeside(key, now, count);
        }
        return (T) known.figures();
    }

    private @Nullable Value known(Key key, Instant now) {
        synchronized (values) {
            Value value = values.get(key);
            boolean usable = value != null
                    && value.at().plus(OLDEST).isAfter(now)
                    && !value.at().isAfter(now);
            return usable ? value : null;
        }
    }

    private <T> T counted(Key key, Instant now, Supplier<T> count) {
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

    private void countBeside(Key key, Instant now, Supplier<?> count) {
        synchronized (values) {
            if (!counting.add(key)) {
                return;
            }
        }
        Thread.ofVirtual().name("count-anew").start(() -> {
            try {
                tenancy.run(key.merchant(), () -> counted(key, now, count));
            } catch (RuntimeException failed) {
                log.warn("{} could not be counted anew: {}", key.name(), failed.toString());
            } finally {
                synchronized (values) {
                    counting.remove(key);
                }
            }
        });
    }
}
