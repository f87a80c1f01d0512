package dev.baton.platform;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Named points at which a test kills the process. {@code BATON_CRASH_AT=point} halts at the first pass,
 * {@code BATON_CRASH_AT=point:3} at the third; of several points, separated by commas, the one reached first ends it.
 * Unset, a point costs one comparison.
 */
public final class Crash {

    /** The exit status of a process halted here, as that of a process killed by signal 9. */
    public static final int STATUS = 137;

    /** The last line on the error output of a process halted here begins so; the name of the point follows. */
    public static final String LAST_WORDS = "halted at ";

    private static final Map<String, AtomicInteger> LEFT = passesLeft(System.getenv("BATON_CRASH_AT"));

    private Crash() {}

    private static Map<String, AtomicInteger> passesLeft(@Nullable String wanted) {
        return wanted == null || wanted.isBlank()
                ? Map.of()
                : Arrays.stream(wanted.split(",", -1))
                        .map(point -> point.split(":", 2))
                        .collect(Collectors.toUnmodifiableMap(
                                words -> words[0],
                                words -> new AtomicInteger(words.length == 1 ? 1 : Integer.parseInt(words[1]))));
    }

    /** Halts the process here when the environment asks for it; nothing is flushed or closed. */
    public static void at(String point) {
        if (!LEFT.isEmpty()) {
            pass(point);
        }
    }

    /** One at a time: of two threads that meet their points together, only the first has last words. */
    private static synchronized void pass(String point) {
        AtomicInteger left = LEFT.get(point);
        if (left != null && left.decrementAndGet() == 0) {
            // a line of its own in one write, whatever another thread was about to say
            System.err.print("\n" + LAST_WORDS + point + "\n");
            System.err.flush();
            Runtime.getRuntime().halt(STATUS);
        }
    }
}
