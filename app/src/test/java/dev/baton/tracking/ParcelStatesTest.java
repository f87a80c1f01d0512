package dev.baton.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ParcelStatesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-09");
    private static final Instant AT = Instant.parse("2026-03-03T10:00:00Z");

    private static ParcelStates.State state(ScanCode status, @Nullable Instant delivered, @Nullable Instant lost) {
        return new ParcelStates.State(status, AT, delivered, DAY, lost);
    }

    @Test
    void isOverdueOnlyWhenTheExpectedDayIsOver() {
        assertThat(state(ScanCode.IN_TRANSIT, null, null).isOverdue(DAY.minusDays(1)))
                .isFalse();
        assertThat(state(ScanCode.IN_TRANSIT, null, null).isOverdue(DAY)).isFalse();
        assertThat(state(ScanCode.IN_TRANSIT, null, null).isOverdue(DAY.plusDays(1)))
                .isTrue();
    }

    @Test
    void isExpectedNoMoreOnceItIsThereLostOrGoesBack() {
        assertThat(state(ScanCode.EXCEPTION, null, null).expected()).isEqualTo(DAY);
        assertThat(state(ScanCode.DELIVERED, AT, null).expected()).isNull();
        assertThat(state(ScanCode.IN_TRANSIT, null, AT).expected()).isNull();
        assertThat(state(ScanCode.RETURNED, null, null).isOverdue(DAY.plusDays(9)))
                .isFalse();
    }
}
