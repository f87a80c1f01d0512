package dev.baton.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * After each class of tests nothing is due any more for the merchants it made: {@link TestBaton#shared} does the work of
 * every merchant, and a clock put forward by days would have thousands of them busy. The clocks go back to
 * {@link TestClock#START}, so that no class begins on a Friday afternoon because of those that went before it. A whole Baton whose engine runs
 * between classes cannot go back (who was asked to wait until Tuesday would wait for good): its clock goes on to the next
 * morning, so that no class's day ends while it counts what happened today. Found through {@code META-INF/services}.
 */
public final class MerchantsRetire implements AfterAllCallback {

    private static final LocalTime MORNING = LocalTime.ofInstant(TestClock.START, ZoneOffset.UTC);
    private static final Set<TestClock> GOING_ON = ConcurrentHashMap.newKeySet();

    /** From now on this clock, which many classes share, stands at the next morning after each of them. */
    public static void goesOnInTheMorning(TestClock clock) {
        GOING_ON.add(clock);
    }

    /** The first {@link TestClock#START} of a day at or after the instant. */
    static Instant morning(Instant from) {
        Instant same = from.atZone(ZoneOffset.UTC).with(MORNING).toInstant();
        return same.isBefore(from) ? same.plus(Duration.ofDays(1)) : same;
    }

    @Override
    public void afterAll(ExtensionContext ended) {
        if (ended.getRequiredTestClass().getEnclosingClass() == null) {
            TestBaton.setClocksBack();
            TestBaton.retireMerchants();
            GOING_ON.forEach(clock -> clock.set(morning(clock.instant())));
        }
    }
}
