package dev.baton.inventory;

import static dev.baton.inventory.FeedMode.DELTA;
import static dev.baton.inventory.FeedMode.FULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.catalog.DefineOffers;
import dev.baton.catalog.OfferId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tasks;
import dev.baton.suppliers.Absence;
import dev.baton.suppliers.DeclareClosure;
import dev.baton.suppliers.SampleSupplier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StagedFeedTest {

    private static final FeedGuard GUARD = new FeedGuard(4, 50, 50);

    private final StockWorld world = new StockWorld(SampleSupplier.coded("acme"));
    private final UUID source = UUID.randomUUID();
    private final StageFeed stage = world.baton.bean(StageFeed.class);
    private final JudgeFeed judge = world.baton.bean(JudgeFeed.class);
    private final MergeStagedFeed merge = world.baton.bean(MergeStagedFeed.class);
    private final DecideFeed decide = world.baton.bean(DecideFeed.class);

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
    void stopsAFileOfZerosAndTheSameFileAgain() {
        List<OfferId> offers = stocked(5);

        FeedRunId first = staged(run(FULL, "08:30"), zeros(5));
        FeedRunId second = staged(run(FULL, "08:40"), zeros(5));

        assertThat(judge.judge(world.merchant, second)).isEqualTo(FeedVerdict.QUARANTINED);
        assertThat(view(first))
                .extracting(StagedRunView::state, StagedRunView::reason)
                .containsExactly("REFUSED", "a later file took its place");
        assertThat(view(second).reason()).isEqualTo("5 of 5 are 0");
        assertThat(offers).allMatch(offer -> world.stock(offer).observed() == 7);
        assertThat(world.tasks()).extracting(Tasks.Task::kind).containsExactly("inventory.feed-quarantined");
        assertThat(world.tasks().getFirst().title()).contains("5 of 5 are 0");
    }

    @Test
    void stopsAFileWithHalfItsRowsGone() {
        stocked(6);

        FeedRunId run = staged(run(FULL, "08:30"), "I0=7", "I1=7", "I2=7");

        assertThat(view(run).state()).isEqualTo("QUARANTINED");
        assertThat(view(run).diff())
                .extracting(FeedDiff::offers, FeedDiff::stocked, FeedDiff::lost, FeedDiff::previousOffers)
                .containsExactly(3, 6, 3, 6);
    }

    @Test
    void stopsHalfTheRowsGoneEvenWhereAbsenceIsKept() {
        stocked(6);
        NewStagedRun keeps = with(run(FULL, "08:30"), null, Absence.KEEP, null, false, GUARD);

        FeedRunId run = staged(keeps, "I0=7", "I1=7", "I2=7");

        assertThat(view(run).reason()).isEqualTo("it has 3 items, the last one had 6");
    }

    @Test
    void believesAFileThatShrinksALittleAndASmallSupplierThatRunsOut() {
        stocked(6);
        believed(run(FULL, "08:30"), "I0=7", "I1=7", "I2=7", "I3=7", "I4=0");

        StockWorld small = new StockWorld(SampleSupplier.coded("small"));
        small.offer("CUP");
        small.feed(FULL, "08:00", "CUP=3");
        NewStagedRun own = new NewStagedRun(
                source, small.supplier, null, FULL, null, null, null, StockWorld.at("08:30"), null, false, GUARD);
        FeedRunId run = small.baton.bean(StageFeed.class).begin(small.merchant, own);
        stage.stage(small.merchant, run, List.of(new StagedRow(2, "S-CUP", null, 0)), List.of(), 2);
        assertThat(judge.judge(small.merchant, run)).isEqualTo(FeedVerdict.BELIEVED);
    }

    @Test
    void aDeclaredClosureMakesZerosValid() {
        List<OfferId> offers = stocked(5);
        world.baton
                .bean(DeclareClosure.class)
                .declare(
                        world.merchant,
                        world.supplier,
                        new DeclareClosure.Absence(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-03"), null));

        believed(run(FULL, "08:30"), zeros(5));

        assertThat(offers).allMatch(offer -> world.stock(offer).observed() == 0);
    }

    @Test
    void stopsAFullFileThatNamesNothingOffered() {
        world.offer("CUP");

        assertThat(view(staged(run(FULL, "08:30"), "OTHER=3")).reason()).contains("none of its rows");
    }

    @Test
    void mergesWhatAPersonAccepts() {
        List<OfferId> offers = stocked(5);
        FeedRunId run = staged(run(FULL, "08:30"), zeros(5));

        decide.accept(world.merchant, run);
        decide.accept(world.merchant, run);
        merge.merge(world.merchant, run, () -> true);

        assertThat(offers).allMatch(offer -> world.stock(offer).observed() == 0);
        assertThat(world.tasks()).isEmpty();
        assertThatThrownBy(() -> decide.refuse(world.merchant, run, "no"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(InventoryProblem.FEED_DECIDED));
    }

    @Test
    void mergesNothingOfWhatAPersonRefuses() {
        List<OfferId> offers = stocked(5);
        FeedRunId run = staged(run(FULL, "08:30"), zeros(5));

        decide.refuse(world.merchant, run, "the supplier says it was a mistake");
        decide.refuse(world.merchant, run, "again");
        merge.merge(world.merchant, run, () -> true);
        decide.clear(world.merchant, run);

        assertThat(offers).allMatch(offer -> world.stock(offer).observed() == 7);
        assertThat(view(run))
                .extracting(StagedRunView::state, StagedRunView::reason)
                .containsExactly("REFUSED", "the supplier says it was a mistake");
        assertThat(world.tasks()).isEmpty();
        assertThatThrownBy(() -> decide.accept(world.merchant, run)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> judge.judge(world.merchant, run)).isInstanceOf(Problem.class);
    }

    @Test
    void showsWhatAProposalWouldChangeBeforeItIsApplied() {
        OfferId cup = world.offer("CUP");
        OfferId pot = world.offer("POT");
        world.offer("JUG");
        believed(run(FULL, "08:00"), "CUP=10", "POT=5");
        NewStagedRun proposal = with(run(FULL, "08:30"), null, null, null, true, GUARD);

        FeedRunId run = staged(proposal, "CUP=12", "POT=5", "JUG=1");

        assertThat(view(run).state()).isEqualTo("PROPOSED");
        assertThat(view(run).diff())
                .extracting(FeedDiff::raised, FeedDiff::unchanged, FeedDiff::firstSeen, FeedDiff::lost)
                .containsExactly(2, 1, 1, 0);
        assertThat(world.baton.bean(StagedRunLookup.class).changes(world.merchant, run, null, 10))
                .contains(new FeedChange(cup, 10, 12))
                .hasSize(2);
        assertThat(world.stock(cup).observed()).isEqualTo(10);
        assertThat(world.stock(pot).observed()).isEqualTo(5);
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

    private List<OfferId> stocked(int items) {
        List<OfferId> offers =
                IntStream.range(0, items).mapToObj(i -> world.offer("I" + i)).toList();
        String[] rows = IntStream.range(0, items).mapToObj(i -> "I" + i + "=7").toArray(String[]::new);
        believed(run(FULL, "08:00"), rows);
        return offers;
    }

    private static String[] zeros(int items) {
        return IntStream.range(0, items).mapToObj(i -> "I" + i + "=0").toArray(String[]::new);
    }

    private OfferId place(String place, String sku) {
        world.catalog.sku(sku);
        return world.baton
                .bean(DefineOffers.class)
                .define(world.merchant, List.of(world.catalog.offer(world.supplier, sku, place, 1_000_000)))
                .getFirst();
    }

    private NewStagedRun run(FeedMode mode, String observedAt) {
        Instant at = StockWorld.at(observedAt);
        return new NewStagedRun(source, world.supplier, null, mode, null, null, at, at, null, false, GUARD);
    }

    private static NewStagedRun with(
            NewStagedRun run,
            @Nullable String place,
            @Nullable Absence absence,
            @Nullable FeedRunId mends,
            boolean proposal,
            FeedGuard guard) {
        return new NewStagedRun(
                run.source(),
                run.supplier(),
                place,
                run.mode(),
                absence,
                null,
                run.observedAt(),
                run.receivedAt(),
                mends,
                proposal,
                guard);
    }

    private FeedRunId believed(NewStagedRun run, String... rows) {
        FeedRunId id = stage.begin(world.merchant, run);
        stage.stage(world.merchant, id, rows(2, rows), List.of(), rows.length + 1);
        finish(id);
        return id;
    }

    private FeedRunId staged(NewStagedRun run, String... rows) {
        FeedRunId id = stage.begin(world.merchant, run);
        stage.stage(world.merchant, id, rows(2, rows), List.of(), rows.length + 1);
        stage.complete(world.merchant, id);
        judge.judge(world.merchant, id);
        return id;
    }

    private void finish(FeedRunId run) {
        stage.complete(world.merchant, run);
        assertThat(judge.judge(world.merchant, run)).as(view(run).reason()).isEqualTo(FeedVerdict.BELIEVED);
        assertThat(merge.merge(world.merchant, run, () -> true)).isTrue();
    }

    private static List<StagedRow> rows(int first, String... rows) {
        List<StagedRow> figures = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            String[] parts = rows[i].split("=", -1);
            figures.add(new StagedRow(first + i, "S-" + parts[0], null, Integer.parseInt(parts[1])));
        }
        return figures;
    }

    private StagedRunView view(FeedRunId run) {
        return Objects.requireNonNull(world.baton
                .bean(StagedRunLookup.class)
                .runs(world.merchant, List.of(run))
                .get(run));
    }

    private long observations(FeedRunId run) {
        return world.baton.in(
                world.merchant,
                () -> world.baton
                        .jdbc()
                        .sql(
                                "select count(*) from stock_observation where merchant_id = :merchant and source_id = :run")
                        .param("merchant", world.merchant.value())
                        .param("run", run.value())
                        .query(Long.class)
                        .single());
    }

    private void loseStaging() {
        world.baton.in(
                world.merchant,
                () -> world.baton
                        .jdbc()
                        .sql("delete from feed_staged where merchant_id = :merchant")
                        .param("merchant", world.merchant.value())
                        .update());
    }
}
