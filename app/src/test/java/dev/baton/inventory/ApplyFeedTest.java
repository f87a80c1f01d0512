package dev.baton.inventory;

import static dev.baton.inventory.FeedMode.DELTA;
import static dev.baton.inventory.FeedMode.FULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.catalog.DefineOffers;
import dev.baton.catalog.OfferId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tasks;
import dev.baton.suppliers.Absence;
import dev.baton.suppliers.SampleSupplier;
import dev.baton.suppliers.SupplierId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class ApplyFeedTest {

    private final StockWorld world = new StockWorld(SampleSupplier.coded("acme"));

    @Test
    void appliesWhatChangedAndConfirmsTheRest() {
        OfferId cup = world.offer("CUP");
        world.offer("POT");
        world.feed(FULL, "08:00", "CUP=10", "POT=5");

        FeedOutcome outcome = world.feed(FULL, "08:30", "CUP=9", "POT=5");

        assertThat(outcome)
                .extracting(FeedOutcome::applied, FeedOutcome::unchanged)
                .containsExactly(1, 1);
        assertThat(world.stock(cup).observed()).isEqualTo(9);
        assertThat(world.stock(cup).effectiveAt()).isEqualTo(StockWorld.at("08:30"));
    }

    @Test
    void aFigureAFullRunConfirmedIsAsYoungAsThatRun() {
        OfferId cup = world.offer("CUP");
        world.feed(FULL, "08:00", "CUP=10");
        world.feed(FULL, "08:30", "CUP=10");

        assertThat(world.stock(cup).effectiveAt()).isEqualTo(StockWorld.at("08:30"));
        FeedOutcome late = world.feed(DELTA, "08:15", "CUP=3");

        assertThat(late.superseded()).isEqualTo(1);
        assertThat(world.stock(cup).observed()).isEqualTo(10);
    }

    @Test
    void anOlderRunIsKeptAsSuperseded() {
        OfferId cup = world.offer("CUP");
        OfferId pot = world.offer("POT");
        world.feed(DELTA, "08:30", "CUP=4");

        FeedOutcome late = world.feed(FULL, "08:00", "CUP=10", "POT=5");

        assertThat(late)
                .extracting(FeedOutcome::applied, FeedOutcome::superseded)
                .containsExactly(1, 1);
        assertThat(world.stock(cup).observed()).isEqualTo(4);
        assertThat(world.stock(pot).observed()).isEqualTo(5);
        assertThat(ledger(cup)).containsExactly("APPLIED 0→4", "SUPERSEDED 4→10");
    }

    @Test
    void aRunSentTwiceChangesNothing() {
        OfferId cup = world.offer("CUP");
        world.feed(DELTA, "08:00", "CUP=10");
        world.feed(DELTA, "08:30", "CUP=4");

        world.feed(DELTA, "08:30", "CUP=4");
        world.feed(DELTA, "08:00", "CUP=10");

        assertThat(world.stock(cup).observed()).isEqualTo(4);
    }

    @Test
    void anyOrderOfArrivalGivesTheSameStock() {
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4));
        for (int round = 0; round < 8; round++) {
            Collections.shuffle(order, new Random(round));
            StockWorld here = new StockWorld(SampleSupplier.coded("acme"));
            OfferId cup = here.offer("CUP");
            OfferId pot = here.offer("POT");
            for (int which : order) {
                switch (which) {
                    case 0 -> here.feed(FULL, "08:00", "CUP=10", "POT=10");
                    case 1 -> here.feed(DELTA, "08:10", "CUP=9");
                    case 2 -> here.feed(FULL, "08:20", "CUP=8");
                    case 3 -> here.feed(DELTA, "08:30", "POT=7");
                    default -> here.feed(DELTA, "08:30", "POT=6");
                }
            }
            assertThat(List.of(here.stock(cup).observed(), here.stock(pot).observed()))
                    .as("order %s", order)
                    .containsExactly(8, 6);
        }
    }

    @Test
    void absenceInAFullRunMeansNothingIsLeft() {
        OfferId cup = world.offer("CUP");
        OfferId pot = world.offer("POT");
        world.feed(FULL, "08:00", "CUP=10", "POT=5");

        FeedOutcome outcome = world.feed(FULL, "08:30", "CUP=10");

        assertThat(outcome.applied()).isEqualTo(1);
        assertThat(world.stock(pot).observed()).isZero();
        assertThat(world.stock(cup).observed()).isEqualTo(10);
    }

    /** The row was there: it only did not say of which place. */
    @Test
    void aRowThatDoesNotSayOfWhichPlaceIsNoAbsence() {
        world.offer("CUP");
        OfferId pot = world.offer("POT");
        OfferId west = world.baton
                .bean(DefineOffers.class)
                .define(world.merchant, List.of(world.catalog.offer(world.supplier, "POT", "WEST", 1)))
                .getFirst();
        world.feed(FULL, "08:00", "CUP=10");
        world.apply(new NewFeedRun(
                world.supplier,
                DELTA,
                StockWorld.at("08:10"),
                null,
                List.of(new FeedRow("S-POT", "MAIN", 7), new FeedRow("S-POT", "WEST", 3))));

        FeedOutcome outcome = world.feed(FULL, "08:30", "CUP=9", "POT=5");

        assertThat(outcome.faults()).hasSize(1);
        assertThat(world.stock(pot).observed()).isEqualTo(7);
        assertThat(world.stock(west).observed()).isEqualTo(3);
        assertThat(world.stock(pot).effectiveAt()).isEqualTo(StockWorld.at("08:10"));
    }

    @Test
    void absenceInAFullRunMayMeanDiscontinued() {
        StockWorld here = new StockWorld(SampleSupplier.coded("acme").reading(Absence.DISCONTINUED));
        OfferId cup = here.offer("CUP");
        OfferId pot = here.offer("POT");
        here.feed(FULL, "08:00", "CUP=10", "POT=5");
        here.feed(FULL, "08:30", "CUP=10");

        assertThat(here.stock(pot).observed()).isZero();
        assertThat(explained(here, pot).discontinued()).isTrue();

        here.feed(DELTA, "08:40", "POT=2");
        assertThat(explained(here, pot).discontinued()).isFalse();
        assertThat(here.available(pot)).isEqualTo(2);
        assertThat(here.available(cup)).isEqualTo(10);
    }

    @Test
    void absenceInAFullRunMayMeanNothingWasSaid() {
        StockWorld here = new StockWorld(SampleSupplier.coded("acme").reading(Absence.KEEP));
        OfferId pot = here.offer("POT");
        here.offer("CUP");
        here.feed(FULL, "08:00", "CUP=10", "POT=5");
        here.feed(FULL, "08:30", "CUP=9");

        assertThat(here.stock(pot).observed()).isEqualTo(5);
        assertThat(here.stock(pot).effectiveAt()).isEqualTo(StockWorld.at("08:00"));
        assertThat(explained(here, pot).leftOut()).isTrue();

        here.feed(DELTA, "08:15", "POT=4");
        assertThat(here.stock(pot).observed()).isEqualTo(4);
        here.feed(FULL, "08:45", "CUP=9", "POT=4");
        assertThat(here.stock(pot).effectiveAt()).isEqualTo(StockWorld.at("08:45"));
        assertThat(explained(here, pot).leftOut()).isFalse();
    }

    @Test
    void aDeltasSilenceConfirmsOnlyWhereAgreedAndNoNumberIsMissing() {
        StockWorld here = new StockWorld(SampleSupplier.coded("acme").silentDeltaConfirms());
        OfferId cup = here.offer("CUP");
        here.offer("POT");
        here.feed(FULL, "08:00", 1L, "CUP=10", "POT=5");

        here.feed(DELTA, "08:10", 2L, "POT=4");
        assertThat(here.stock(cup).effectiveAt()).isEqualTo(StockWorld.at("08:10"));

        here.feed(DELTA, "08:30", 4L, "POT=2");
        assertThat(here.stock(cup).effectiveAt()).isEqualTo(StockWorld.at("08:10"));

        here.feed(DELTA, "08:20", 3L, "CUP=7");
        assertThat(here.stock(cup).observed()).isEqualTo(7);

        OfferId plain = world.offer("CUP");
        world.offer("POT");
        world.feed(FULL, "08:00", 1L, "CUP=10", "POT=5");
        world.feed(DELTA, "08:10", 2L, "POT=4");
        assertThat(world.stock(plain).effectiveAt()).isEqualTo(StockWorld.at("08:00"));
    }

    @Test
    void aFeedWithoutATimeIsAsOldAsAgreed() {
        OfferId cup = world.offer("CUP");

        world.feed(FULL, null, "CUP=10");

        assertThat(world.stock(cup).effectiveAt()).isEqualTo(StockWorld.at("08:00"));
    }

    @Test
    void aTimeToComeIsTakenAsNow() {
        OfferId cup = world.offer("CUP");

        world.feed(FULL, "23:59", "CUP=10");

        assertThat(world.stock(cup).effectiveAt()).isEqualTo(StockWorld.at("09:00"));
        world.time("09:01");
        world.feed(FULL, "09:01", "CUP=8");
        assertThat(world.stock(cup).observed()).isEqualTo(8);
    }

    @Test
    void rowsThatNameNoOfferAreReportedAndTheRestGoesOn() {
        OfferId cup = world.offer("CUP");
        OfferId pot = world.offer("POT");
        world.baton
                .bean(DefineOffers.class)
                .define(world.merchant, List.of(world.catalog.offer(world.supplier, "POT", "SOUTH", 1)));

        FeedOutcome outcome = world.apply(new NewFeedRun(
                world.supplier,
                FULL,
                null,
                null,
                List.of(
                        new FeedRow("S-CUP", null, -3),
                        new FeedRow("GONE", null, 1),
                        new FeedRow("S-POT", null, 1),
                        new FeedRow("S-POT", "WEST", 1),
                        new FeedRow("S-POT", "MAIN", 7),
                        new FeedRow(" S-POT ", "MAIN", 6))));

        assertThat(outcome.faults()).extracting(FeedFault::row).containsExactly(0, 1, 2, 3, 5);
        assertThat(outcome.quarantined()).isFalse();
        assertThat(world.stock(cup).observed()).isZero();
        assertThat(world.stock(pot).observed()).isEqualTo(6);
    }

    @Test
    void aFullRunThatNamesNoOfferIsNotAppliedAndAPersonIsAsked() {
        OfferId cup = world.offer("CUP");
        world.feed(FULL, "08:00", "CUP=10");

        FeedOutcome outcome = world.feed(FULL, "08:30", "WRONG=1", "FILE=2");

        assertThat(outcome.quarantined()).isTrue();
        assertThat(world.available(cup)).isEqualTo(10);
        assertThat(world.tasks()).extracting(Tasks.Task::kind).containsExactly(FeedBounds.QUARANTINED);
        world.feed(FULL, "08:40", "CUP=9");
        assertThat(world.tasks()).isEmpty();
    }

    @Test
    void refusesAFullRunWithoutRowsAndASupplierNobodyKnows() {
        assertThatThrownBy(() -> world.feed(FULL, "08:00"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(InventoryProblem.FEED_EMPTY));
        NewFeedRun strange = new NewFeedRun(new SupplierId(UUID.randomUUID()), DELTA, null, null, List.of());
        assertThatThrownBy(() -> world.apply(strange))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(InventoryProblem.FEED_SUPPLIER_UNKNOWN));
        List<FeedRow> many = Collections.nCopies(ApplyFeed.MOST_ROWS + 1, new FeedRow("A", null, 1));
        assertThatThrownBy(() -> world.apply(new NewFeedRun(world.supplier, DELTA, null, null, many)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(InventoryProblem.FEED_TOO_LARGE));
    }

    /** More than one transaction's worth: chunks in key order, absences at the end, then the scope speaks. */
    @Test
    void aLargeRunIsMergedInChunks() {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < ApplyFeed.CHUNK + 2_000; i++) {
            codes.add("P" + i);
        }
        List<OfferId> offers = new ArrayList<>();
        for (List<String> part :
                List.of(codes.subList(0, ApplyFeed.CHUNK), codes.subList(ApplyFeed.CHUNK, codes.size()))) {
            world.catalog.skus(part);
            offers.addAll(world.catalog.offers(world.supplier, part));
        }
        String[] all = codes.stream().map(code -> code + "=3").toArray(String[]::new);
        assertThat(world.feed(FULL, "08:00", all).applied()).isEqualTo(codes.size());

        all[0] = "P0=2";
        String[] butOne = Arrays.copyOf(all, all.length - 1);
        FeedOutcome second = world.feed(FULL, "08:30", butOne);

        assertThat(second)
                .extracting(FeedOutcome::applied, FeedOutcome::unchanged)
                .containsExactly(2, codes.size() - 2);
        assertThat(world.stock(offers.getFirst()).observed()).isEqualTo(2);
        assertThat(world.stock(offers.getLast()).observed()).isZero();
        assertThat(world.stock(offers.get(17)).effectiveAt()).isEqualTo(StockWorld.at("08:30"));
    }

    @Test
    void lessThanIsPromisedStopsSalesAndAsksAPersonUntilItAgreesAgain() {
        OfferId cup = world.offer("CUP");
        world.feed(FULL, "08:00", "CUP=10");
        world.claim(cup, 6);

        world.feed(FULL, "08:30", "CUP=4");

        assertThat(world.available(cup)).isZero();
        assertThat(world.tasks())
                .extracting(Tasks.Task::kind, Tasks.Task::subject)
                .containsExactly(Tuple.tuple(Shortages.KIND, cup.value()));
        assertThat(explained(world, cup).shortSince()).isNotNull();
        world.feed(FULL, "08:40", "CUP=6");
        assertThat(world.tasks()).isEmpty();
    }

    private List<String> ledger(OfferId offer) {
        return world.baton.in(
                world.merchant,
                () -> world.baton
                        .jdbc()
                        .sql("""
                select outcome || ' ' || was || '→' || quantity from stock_observation
                where merchant_id = :merchant and offer_id = :offer order by source_id
                """)
                        .param("merchant", world.merchant.value())
                        .param("offer", offer.value())
                        .query(String.class)
                        .list());
    }

    private static OfferStock explained(StockWorld world, OfferId offer) {
        return world.baton
                .bean(InventoryLookup.class)
                .explain(world.merchant, world.skuOf(offer))
                .offers()
                .getFirst();
    }
}
