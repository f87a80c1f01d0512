package dev.baton.portal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Counts requests per minute of real time, in this node's memory, so that nobody tries many links, codes or forms. */
@Component
final class Throttle {

    /** Requests by one link in a minute: more than all scanners of a mail make together. */
    static final int BY_LINK = 240;
    /** Forms sent by one link in a minute. */
    static final int FORMS_BY_LINK = 60;
    /** Links nobody made and codes, by one network address in a minute; {@link dev.baton.platform.http.ClientAddress} tells whose. */
    static final int BY_ADDRESS = 300;

    private static final int MOST_KEPT = 50_000;
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final Map<String, Window> windows = new ConcurrentHashMap<>();

    private record Window(long minute, AtomicInteger seen) {}

    /** Counts one; false when it is one too many in this minute. */
    boolean admits(String whom, int most) {
        long minute = System.nanoTime() / MINUTE_NANOS;
        if (windows.size() > MOST_KEPT) {
            windows.values().removeIf(window -> window.minute() != minute);
        }
        Window window = windows.compute(
                whom,
                (key, known) ->
                        known == null || known.minute() != minute ? new Window(minute, new AtomicInteger()) : known);
        return window.seen().incrementAndGet() <= most;
    }
}
