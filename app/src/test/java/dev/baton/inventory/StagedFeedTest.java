package dev.baton.inventory;

import static dev.baton.inventory.FeedMode.DELTA;
import static dev.baton.inventory.FeedMode.FULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.catalog.OfferId;
import dev.baton.platform.Problem;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StagedFeedTest extends StagedFiles {

    @Test
    void mergesAFullFileAsAFullRun() {
        OfferId cup = world.offer("CUP");
        OfferId pot = world.offer("POT");
        believed(run(FULL, "08:00"), "CUP=10", "POT=5");

        FeedRunId second = believed(run(FULL, "08:30"), "CUP=9");

        assertThat(List.of(world.stock(cup).observed(), world.stock(pot).observed()))
                .containsExactly(9, 0);
        assertThat(view(second))
                .extracting(StagedRunView::state, StagedRunView::applied, StagedRunView::unchanged)
                .containsExactly("MERGED", 2, 0);
        assertThat(world.differences()).isEmpty();
    }

    @Test
    void writesOnlyWhatChangedAndLetsTheScopeSpeakForTheRest() {
        OfferId cup = world.offer("CUP");
        believed(run(FULL, "08:00"), "CUP=10");
        FeedRunId second = believed(run(FULL, "08:30"), "CUP=10");

        assertThat(view(second).unchanged()).isEqualTo(1);
        assertThat(observations(second)).isZero();
        assertThat(world.stock(cup).effectiveAt()).isEqualTo(StockWorld.at("08:30"));
    }

    @Test
    void takesTheLowerOfTwoFiguresInDifferentPieces() {
        OfferId cup = world.offer("CUP");
        FeedRunId run = stage.begin(world.merchant, run(FULL, "08:00"));
        stage.stage(world.merchant, run, rows(2, "CUP=3"), List.of(), 2);
        stage.stage(world.merchant, run, rows(3, "CUP=8"), List.of(), 3);

        finish(run);

        assertThat(world.stock(cup).observed()).isEqualTo(3);
    }

    @Test
    void aPieceTakenTwiceIsTakenOnce() {
        world.offer("CUP");
        FeedRunId run = stage.begin(world.merchant, run(FULL, "08:00"));
        stage.stage(world.merchant, run, rows(2, "CUP=3", "NONE=1"), List.of(), 3);
        stage.stage(world.merchant, run, rows(2, "CUP=3", "NONE=1"), List.of(), 3);

        assertThat(stage.reached(world.merchant, run)).isEqualTo(3);
        assertThat(view(run).faults()).isEqualTo(1);
    }

    @Test
    void beginsAnewWhenTheDatabaseLostTheStaging() {
        OfferId cup = world.offer("CUP");
        FeedRunId run = stage.begin(world.merchant, run(FULL, "08:00"));
        stage.stage(world.merchant, run, rows(2, "CUP=3"), List.of(), 2);
        loseStaging();

        assertThatThrownBy(() -> judge.judge(world.merchant, run)).hasMessageContaining("lost");
        assertThat(stage.reached(world.merchant, run)).isZero();
        stage.stage(world.merchant, run, rows(2, "CUP=3"), List.of(), 2);
        finish(run);

        assertThat(world.stock(cup).observed()).isEqualTo(3);
    }

    @Test
    void aLostStagingIsNeverReadAsAbsence() {
        OfferId cup = world.offer("CUP");
        believed(run(FULL, "08:00"), "CUP=10");
        FeedRunId run = stage.begin(world.merchant, run(FULL, "08:30"));
        stage.stage(world.merchant, run, rows(2, "CUP=9"), List.of(), 2);
        judge.judge(world.merchant, run);
        loseStaging();

        assertThatThrownBy(() -> merge.merge(world.merchant, run, () -> true))
                .isInstanceOf(MergeStagedFeed.StagingLost.class);
        assertThat(world.stock(cup).observed()).isEqualTo(10);

        stage.again(world.merchant, run);
        stage.stage(world.merchant, run, rows(2, "CUP=9"), List.of(), 2);
        finish(run);
        assertThat(world.stock(cup).observed()).isEqualTo(9);
    }

    @Test
    void goesOnMergingWhereItWasCutOff() {
        OfferId cup = world.offer("CUP");
        FeedRunId run = stage.begin(world.merchant, run(FULL, "08:00"));
        stage.stage(world.merchant, run, rows(2, "CUP=3"), List.of(), 2);
        judge.judge(world.merchant, run);
        int[] steps = {1};

        assertThat(merge.merge(world.merchant, run, () -> steps[0]-- > 0)).isFalse();
        assertThat(world.stock(cup).observed()).isEqualTo(3);
        assertThat(view(run).state()).isEqualTo("MERGING");
        assertThat(merge.merge(world.merchant, run, () -> true)).isTrue();

        assertThat(view(run))
                .extracting(StagedRunView::state, StagedRunView::applied)
                .containsExactly("MERGED", 1);
    }

    @Test
    void aFileOfOnePlaceSaysNothingOfTheOthers() {
        OfferId east = place("EAST", "CUP");
        OfferId eastPot = place("EAST", "POT");
        OfferId west = place("WEST", "CUP");
        believed(with(run(FULL, "08:00"), "EAST", null, null, false, GUARD), "CUP=4", "POT=3");
        believed(with(run(FULL, "08:10"), "WEST", null, null, false, GUARD), "CUP=9");

        believed(with(run(FULL, "08:30"), "EAST", null, null, false, GUARD), "CUP=2");

        assertThat(List.of(
                        world.stock(east).observed(),
                        world.stock(eastPot).observed(),
                        world.stock(west).observed()))
                .containsExactly(2, 0, 9);
        assertThat(world.stock(west).effectiveAt()).isEqualTo(StockWorld.at("08:10"));
    }

    @Test
    void aMendedFileAddsExactlyTheMissingRows() {
        OfferId cup = world.offer("CUP");
        OfferId pot = world.offer("POT");
        OfferId jug = world.offer("JUG");
        believed(run(FULL, "08:00"), "CUP=10", "POT=5", "JUG=2");
        FeedRunId broken = stage.begin(world.merchant, run(FULL, "08:30"));
        stage.stage(
                world.merchant,
                broken,
                rows(2, "CUP=8", "JUG=1"),
                List.of(new StagedFault(4, "1.23E+11", false, "shortened")),
                4);
        finish(broken);
        assertThat(world.stock(pot).observed()).isZero();
        world.feed(DELTA, "08:40", "JUG=0");

        believed(with(run(DELTA, "09:00"), null, null, broken, false, FeedGuard.NONE), "POT=4", "JUG=1");

        assertThat(List.of(
                        world.stock(cup).observed(),
                        world.stock(pot).observed(),
                        world.stock(jug).observed()))
                .as("the mended rows are of 08:30: the younger figure of the jug stands")
                .containsExactly(8, 4, 0);
    }

    @Test
    void refusesToMendWhatIsNotThere() {
        NewStagedRun mends = with(run(DELTA, "09:00"), null, null, new FeedRunId(UUID.randomUUID()), false, GUARD);

        assertThatThrownBy(() -> stage.begin(world.merchant, mends)).isInstanceOf(Problem.class);
    }

    @Test
    void keepsWhatItDoesNotUnderstandAndSaysWhetherItWasUsed() {
        world.offer("CUP");
        FeedRunId run = stage.begin(world.merchant, run(FULL, "08:00"));
        stage.stage(world.merchant, run, rows(2, "CUP=-3", "NONE=1"), List.of(), 3);

        assertThat(world.baton.bean(StagedRunLookup.class).faults(world.merchant, run, 0, 10))
                .extracting(StagedFault::row, StagedFault::used)
                .containsExactly(tuple(2L, true), tuple(3L, false));
    }
}
