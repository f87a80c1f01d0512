package dev.baton.inventory;

import static dev.baton.inventory.FeedOrder.Age.NEWER;
import static dev.baton.inventory.FeedOrder.Age.OLDER;
import static dev.baton.inventory.FeedOrder.Age.SAME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.suppliers.SupplierId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedOrderTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final Duration AN_HOUR = Duration.ofHours(1);

    @Test
    void takesTheFeedsOwnTime() {
        assertThat(FeedOrder.of(run(NINE, null), TEN, AN_HOUR)).isEqualTo(new FeedOrder(NINE, null, true));
    }

    @Test
    void clampsATimeToComeToItsArrival() {
        assertThat(FeedOrder.of(run(TEN.plusSeconds(1), 7L), TEN, AN_HOUR)).isEqualTo(new FeedOrder(TEN, 7L, true));
    }

    @Test
    void datesAFeedWithoutATimeByItsAgreedAge() {
        assertThat(FeedOrder.of(run(null, null), TEN, AN_HOUR)).isEqualTo(new FeedOrder(NINE, null, false));
    }

    @Test
    void timeOrdersAndTheNumberBreaksTies() {
        FeedOrder run = new FeedOrder(TEN, 5L, true);

        assertThat(run.against(null, null)).isEqualTo(NEWER);
        assertThat(run.against(NINE, 9L)).isEqualTo(NEWER);
        assertThat(run.against(TEN.plusSeconds(1), 1L)).isEqualTo(OLDER);
        assertThat(run.against(TEN, 4L)).isEqualTo(NEWER);
        assertThat(run.against(TEN, 5L)).isEqualTo(SAME);
        assertThat(run.against(TEN, 6L)).isEqualTo(OLDER);
        assertThat(run.against(TEN, null)).isEqualTo(SAME);
    }

    /** The arrival of a run that was overtaken on its way is no measure of its age. */
    @Test
    void theNumberOrdersRunsWithoutATime() {
        FeedOrder run = new FeedOrder(TEN, 5L, false);

        assertThat(run.against(NINE, 6L)).isEqualTo(OLDER);
        assertThat(run.against(NINE, 5L)).isEqualTo(SAME);
        assertThat(run.against(NINE, 4L)).isEqualTo(NEWER);
        assertThat(run.against(NINE, null)).isEqualTo(NEWER);
        assertThat(run.against(TEN.plusSeconds(1), 4L)).isEqualTo(OLDER);
    }

    private static NewFeedRun run(@Nullable Instant observedAt, @Nullable Long sequence) {
        return new NewFeedRun(new SupplierId(new UUID(0, 1)), FeedMode.DELTA, observedAt, sequence, List.of());
    }
}
