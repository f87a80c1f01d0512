package dev.baton.platform;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Named points at which a test kills the process. {@code BATON_CRASH_AT=point} halts at the first pass,
 * {@code BATON_CRASH_AT=point:3} at the third; unset, a point costs one comparison.
 */
public final class Crash {

    /** The exit status of a process halted here, as that of a process killed by signal 9. */
    public static final int STATUS = 137;

    private static final @Nullable String POINT;
    private static final AtomicInteger LEFT;

    static {
        String wanted = System.getenv("BATON_CRASH_AT");
        int colon = wanted == null ? -1 : wanted.indexOf(':');
        POINT = wanted == null ? null : colon < 0 ? wanted : wanted.substring(0, colon);
        LEFT = new AtomicInteger(wanted == null || colon < 0 ? 1 : Integer.parseInt(wanted.substring(colon + 1)));
    }

    private Crash() {}

    /** Halts the process here when the environment asks for it; nothing is flushed or closed. */
    public static void at(String point) {
        if (POINT != null && POINT.equals(point) && LEFT.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(STATUS);
        }
    }
}
