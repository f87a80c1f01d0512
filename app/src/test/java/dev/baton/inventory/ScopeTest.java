package dev.baton.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.suppliers.SupplierId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScopeTest {

    private final Scope silent = Scope.silent(new SupplierId(new UUID(0, 1)));

    @Test
    void aFullRunSpeaksForEverythingItDidNotChange() {
        Scope scope = silent.merged(run("08:30", null));

        assertThat(scope.effective(StockWorld.at("08:00"), false)).isEqualTo(StockWorld.at("08:30"));
        assertThat(scope.effective(StockWorld.at("08:45"), false)).isEqualTo(StockWorld.at("08:45"));
        assertThat(scope.effective(StockWorld.at("08:00"), true)).isEqualTo(StockWorld.at("08:00"));
        assertThat(scope.effective(null, false)).isNull();
    }

    @Test
    void silenceConfirmsAfterAFullRunOnly() {
        assertThat(silent.heard(run("08:30", null), true).deltaAt()).isNull();
        assertThat(silent.merged(run("08:00", null))
                        .heard(run("08:30", null), true)
                        .deltaAt())
                .isEqualTo(StockWorld.at("08:30"));
        assertThat(silent.merged(run("08:00", null))
                        .heard(run("08:30", null), false)
                        .deltaAt())
                .isNull();
    }

    @Test
    void silenceConfirmsNothingAfterAMissingNumberUntilTheNextFullRun() {
        Scope gap =
                silent.merged(run("08:00", 1L)).heard(run("08:10", 2L), true).heard(run("08:30", 4L), true);

        assertThat(gap.deltaAt()).isEqualTo(StockWorld.at("08:10"));
        assertThat(gap.heard(run("08:40", 5L), true).deltaAt()).isEqualTo(StockWorld.at("08:10"));
        assertThat(gap.merged(run("08:45", 6L)).heard(run("08:50", 7L), true).deltaAt())
                .isEqualTo(StockWorld.at("08:50"));
    }

    /** The full run 5 came after the deltas 4 and 7: the delta 6 is on its way still, and may list anything. */
    @Test
    void aFullRunThatNumberedDeltasOvertookDoesNotRestoreTheTrust() {
        Scope overtaken =
                silent.merged(run("08:00", 3L)).heard(run("08:50", 7L), true).merged(run("08:30", 5L));

        assertThat(overtaken.heard(run("08:55", 8L), true).deltaAt()).isNull();
        assertThat(silent.heard(run("08:10", 2L), true)
                        .merged(run("08:30", null))
                        .deltaTrusted())
                .isFalse();
    }

    @Test
    void anOlderDeltaConfirmsNothingAFullRunHasSaidSince() {
        Scope scope = silent.merged(run("08:30", null)).heard(run("08:10", null), true);

        assertThat(scope.deltaAt()).isNull();
    }

    private static FeedOrder run(String time, @Nullable Long sequence) {
        return new FeedOrder(StockWorld.at(time), sequence, true);
    }
}
