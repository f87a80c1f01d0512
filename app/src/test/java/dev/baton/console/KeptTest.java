package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Figures that are dear are kept; nobody waits for them twice. */
class KeptTest {

    private static final long DEAR_NANOS = Duration.ofMillis(100).toNanos();

    private final TestClock clock = new TestClock();
    private final Tenancy tenancy = TestBaton.shared().bean(Tenancy.class);
    private final MerchantId merchant = TestBaton.shared().newMerchant();
    private final Kept kept = new Kept(clock, tenancy);
    private final AtomicInteger counted = new AtomicInteger();

    @Test
    void whatIsCountedQuicklyIsCountedAnewEveryTime() {
        assertThat(kept.of(merchant, "orders", counted::incrementAndGet)).isEqualTo(1);
        assertThat(kept.of(merchant, "orders", counted::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void whatIsDearIsShownForAMinuteAndThenCountedAnewBeside() {
        assertThat(kept.of(merchant, "orders", this::slowly)).isEqualTo(1);
        clock.advance(Duration.ofSeconds(59));
        assertThat(kept.of(merchant, "orders", this::slowly)).isEqualTo(1);

        clock.advance(Duration.ofSeconds(2));
        assertThat(kept.of(merchant, "orders", this::slowly))
                .as("nobody waits for it")
                .isEqualTo(1);
        await().until(() -> kept.of(merchant, "orders", this::slowly) == 2);

        assertThat(counted).hasValue(2);
    }

    @Test
    void whatIsTooOldIsWaitedFor() {
        kept.of(merchant, "orders", this::slowly);

        clock.advance(Duration.ofMinutes(11));

        assertThat(kept.of(merchant, "orders", this::slowly)).isEqualTo(2);
    }

    @Test
    void aCountThatFailsBesideIsTriedAgain() {
        kept.of(merchant, "orders", this::slowly);
        clock.advance(Duration.ofMinutes(2));

        kept.of(merchant, "orders", () -> {
            throw new IllegalStateException("away");
        });

        await().until(() -> kept.of(merchant, "orders", this::slowly) == 2);
    }

    @Test
    void nobodySeesTheFiguresOfAnother() {
        kept.of(merchant, "orders", this::slowly);

        assertThat(kept.of(TestBaton.shared().newMerchant(), "orders", this::slowly))
                .isEqualTo(2);
    }

    private int slowly() {
        LockSupport.parkNanos(DEAR_NANOS);
        return counted.incrementAndGet();
    }
}
