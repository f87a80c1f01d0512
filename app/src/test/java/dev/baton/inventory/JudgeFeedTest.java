package dev.baton.inventory;

import static dev.baton.inventory.FeedMode.FULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.catalog.OfferId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tasks;
import dev.baton.suppliers.Absence;
import dev.baton.suppliers.DeclareClosure;
import dev.baton.suppliers.SampleSupplier;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgeFeedTest extends StagedFiles {

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
        assertThat(changes(run, FeedChange.Kind.LOST))
                .hasSize(3)
                .isEqualTo(changes(run, null))
                .allMatch(each -> each.equals(new FeedChange(each.offer(), 7, 0)));
        assertThat(changes(run, FeedChange.Kind.RAISED)).isEmpty();
    }

    private List<FeedChange> changes(FeedRunId run, FeedChange.@Nullable Kind kind) {
        return world.baton.bean(StagedRunLookup.class).changes(world.merchant, run, kind, null, 10);
    }

    @Test
    void stopsHalfTheRowsGoneEvenWhereAbsenceIsKept() {
        stocked(6);
        NewStagedRun keeps = with(run(FULL, "08:30"), null, Absence.KEEP, null, false, GUARD);

        FeedRunId run = staged(keeps, "I0=7", "I1=7", "I2=7");

        assertThat(view(run).reason()).isEqualTo("it has 3 items, the last one had 6");
        assertThat(changes(run, null)).isEmpty();
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
    void stopsAFirstFileThatLeavesMostOffersWithoutStockUntilAPersonAccepts() {
        for (int i = 0; i < 6; i++) {
            world.offer("I" + i);
        }
        FeedRunId run = staged(run(FULL, "08:30"), "I0=7", "I1=7", "I2=0", "I3=0");

        assertThat(view(run).state()).isEqualTo("QUARANTINED");
        assertThat(view(run).reason()).isEqualTo("it is the first one and would leave 4 of 6 offers without stock");
        assertThat(view(run).diff())
                .extracting(FeedDiff::offers, FeedDiff::zeros, FeedDiff::firstSeen, FeedDiff::previousOffers)
                .containsExactly(4, 2, 4, null);
        assertThat(world.tasks()).extracting(Tasks.Task::kind).containsExactly("inventory.feed-quarantined");

        decide.accept(world.merchant, run);
        merge.merge(world.merchant, run, () -> true);
        believed(run(FULL, "08:40"), "I0=7", "I1=7", "I2=0", "I3=0");
    }

    @Test
    void believesAFirstFileThatStocksMoreThanHalfOrSpeaksOfOnePlaceOrComesBeforeTheOffers() {
        for (int i = 0; i < 6; i++) {
            world.offer("I" + i);
        }
        for (int i = 0; i < 4; i++) {
            place("SOUTH", "P" + i);
        }
        believed(with(run(FULL, "08:20"), "SOUTH", null, null, false, GUARD), "P0=1", "P1=1", "P2=1", "P3=0");
        believed(
                new NewStagedRun(
                        UUID.randomUUID(),
                        world.supplier,
                        null,
                        FULL,
                        null,
                        null,
                        StockWorld.at("08:30"),
                        StockWorld.at("08:30"),
                        null,
                        false,
                        GUARD),
                "I0=7",
                "I1=7",
                "I2=1",
                "I3=3",
                "P0=1",
                "P1=1",
                "P2=1");
    }

    @Test
    void aSupplierOfAFewOffersMayBeginWithZeros() {
        world.offer("I0");
        world.offer("I1");

        believed(run(FULL, "08:30"), "I0=0");
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
        assertThat(world.baton.bean(StagedRunLookup.class).changes(world.merchant, run, null, null, 10))
                .contains(new FeedChange(cup, 10, 12))
                .hasSize(2);
        assertThat(world.stock(cup).observed()).isEqualTo(10);
        assertThat(world.stock(pot).observed()).isEqualTo(5);
    }
}
