package dev.baton.trading.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.catalog.OfferId;
import dev.baton.inventory.FeedDiff;
import dev.baton.inventory.FeedGuard;
import dev.baton.inventory.FeedMode;
import dev.baton.inventory.FeedRow;
import dev.baton.inventory.StagedRunView;
import dev.baton.platform.Problem;
import dev.baton.trading.feeds.FeedView.Freshness;
import dev.baton.trading.feeds.ReceiveFigures.Figures;
import dev.baton.trading.feeds.ReceiveFigures.Preview;
import dev.baton.trading.feeds.ReceiveFigures.Received;
import dev.baton.trading.sources.FileSource;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Figures a supplier's system sends to the API, under the guard, preview and watch of its files. */
class ReceiveFiguresTest {

    private static final String FEED = "acme-rest";

    private final FeedShop shop = new FeedShop();
    private final List<OfferId> offers = shop.offers(20);

    private Received send(FeedMode mode, @Nullable Long sequence, Preview preview, List<FeedRow> rows) {
        shop.later(Duration.ofMinutes(1));
        return shop.baton
                .bean(ReceiveFigures.class)
                .receive(
                        shop.merchant,
                        new Figures(shop.supplier, mode, shop.baton.clock().instant(), sequence, preview, rows));
    }

    private Received send(FeedMode mode, List<FeedRow> rows) {
        return send(mode, null, Preview.NO, rows);
    }

    private static List<FeedRow> rows(int from, int to, int quantity) {
        return IntStream.range(from, to)
                .mapToObj(i -> new FeedRow("S-I" + i, null, quantity))
                .toList();
    }

    private int observed(int item) {
        return shop.stock(offers.get(item)).observed();
    }

    private FeedView feed() {
        return shop.baton.bean(FeedLookup.class).feed(shop.merchant, FEED);
    }

    private FeedFileId waiting(Received received) {
        return Objects.requireNonNull(received.file());
    }

    private void define(int everyMinutes, StalePolicy policy) {
        shop.baton
                .bean(DefineFeed.class)
                .define(
                        shop.merchant,
                        shop.supplier,
                        FEED,
                        new FeedDefinition(
                                null,
                                FeedMode.FULL,
                                null,
                                null,
                                ColumnMapping.OF_FIGURES,
                                FeedGuard.USUAL,
                                FileSource.REST,
                                everyMinutes,
                                policy,
                                0),
                        null);
    }

    @Test
    void theFirstFiguresMakeTheirFeedAndCount() {
        Received first = send(FeedMode.FULL, rows(0, 20, 7));
        Received again = send(FeedMode.FULL, rows(0, 20, 7));

        assertThat(first.file()).isNull();
        assertThat(first.outcome().applied()).isEqualTo(20);
        assertThat(again.outcome().unchanged()).isEqualTo(20);
        assertThat(Objects.requireNonNull(again.outcome().diff()).previousOffers())
                .isEqualTo(20);
        assertThat(feed().definition()).isEqualTo(FeedDefinition.OF_FIGURES);
        assertThat(feed().lastGoodAt()).isEqualTo(shop.baton.clock().instant());
    }

    @Test
    void allZerosWaitAsAStockFileAndTheLastFiguresStand() {
        send(FeedMode.FULL, rows(0, 20, 7));

        Received zeros = send(FeedMode.FULL, rows(0, 20, 0));
        Received repeated = send(FeedMode.FULL, rows(0, 20, 0));
        shop.work();

        assertThat(zeros.outcome().quarantined()).isTrue();
        assertThat(zeros.outcome().doubt()).isEqualTo("20 of 20 are 0");
        assertThat(observed(3)).isEqualTo(7);
        assertThat(shop.file(waiting(zeros)).run().state()).isEqualTo("REFUSED");
        StagedRunView run = shop.file(waiting(repeated)).run();
        assertThat(run.state()).isEqualTo("QUARANTINED");
        assertThat(run.diff()).extracting(FeedDiff::zeros, FeedDiff::lost).containsExactly(20, 20);
        assertThat(shop.tasks()).containsExactly("inventory.feed-quarantined");
    }

    @Test
    void whatAPersonAcceptsCountsInTheOrderOfItsNumber() {
        send(FeedMode.FULL, 1L, Preview.NO, rows(0, 20, 7));
        Received zeros = send(FeedMode.FULL, 2L, Preview.NO, rows(0, 20, 0));
        send(FeedMode.DELTA, 3L, Preview.NO, rows(0, 1, 4));
        shop.work();
        assertThat(shop.tasks()).containsExactly("inventory.feed-quarantined");

        shop.baton.bean(DecideFeedFile.class).accept(shop.merchant, waiting(zeros));
        shop.work();

        assertThat(observed(0)).isEqualTo(4);
        assertThat(observed(1)).isZero();
        assertThat(shop.tasks()).isEmpty();
    }

    @Test
    void laterFiguresOfEverythingTakeThePlaceOfWhatWaits() {
        send(FeedMode.FULL, rows(0, 20, 7));
        Received halved = send(FeedMode.FULL, rows(0, 9, 7));
        shop.work();

        send(FeedMode.FULL, rows(0, 20, 5));

        assertThat(halved.outcome().doubt()).isEqualTo("11 of 20 that have stock would fall to 0");
        assertThat(shop.state(waiting(halved))).isEqualTo("REFUSED");
        assertThat(observed(12)).isEqualTo(5);
        assertThat(shop.tasks()).isEmpty();
    }

    @Test
    void whatChangedMayBeWhatHasRunOutButNotHalfOfEverything() {
        send(FeedMode.FULL, rows(0, 20, 7));

        Received few = send(FeedMode.DELTA, rows(0, 9, 0));
        Received many = send(FeedMode.DELTA, rows(9, 20, 0));

        assertThat(few.outcome().applied()).isEqualTo(9);
        assertThat(many.outcome().quarantined()).isTrue();
        assertThat(observed(0)).isZero();
        assertThat(observed(10)).isEqualTo(7);
    }

    @Test
    void aPreviewSaysWhatWouldChangeAndASuppliersIsNotKept() {
        send(FeedMode.FULL, rows(0, 20, 7));

        Received asked = send(FeedMode.DELTA, null, Preview.ANSWER, rows(0, 2, 9));
        Received proposed = send(FeedMode.DELTA, null, Preview.PROPOSAL, rows(0, 2, 9));
        shop.work();

        assertThat(asked.file()).isNull();
        assertThat(Objects.requireNonNull(asked.outcome().diff()).raised()).isEqualTo(2);
        assertThat(shop.state(waiting(proposed))).isEqualTo("PROPOSED");
        assertThat(observed(0)).isEqualTo(7);

        shop.baton.bean(DecideFeedFile.class).accept(shop.merchant, waiting(proposed));
        shop.work();
        assertThat(observed(0)).isEqualTo(9);
        assertThat(observed(2)).isEqualTo(7);
    }

    @Test
    void figuresThatDoNotComeAreLateThenStaleUntilTheyDo() {
        define(60, StalePolicy.STOP);
        send(FeedMode.FULL, rows(0, 20, 7));

        shop.later(Duration.ofMinutes(70));
        shop.work();
        assertThat(feed().freshness()).isEqualTo(Freshness.LATE);
        shop.later(Duration.ofMinutes(70));
        shop.work();
        assertThat(feed().freshness()).isEqualTo(Freshness.STALE);
        assertThat(shop.stock(offers.getFirst()).available()).isZero();

        send(FeedMode.DELTA, rows(0, 1, 6));

        assertThat(feed().freshness()).isEqualTo(Freshness.FRESH);
        assertThat(shop.stock(offers.get(1)).available()).isEqualTo(7);
        assertThat(shop.tasks()).isEmpty();
    }

    @Test
    void whatIsNoLongerExpectedIsNotStale() {
        define(60, StalePolicy.STOP);
        send(FeedMode.FULL, rows(0, 20, 7));
        shop.later(Duration.ofMinutes(140));
        shop.work();

        define(FeedDefinition.NEVER_DUE, StalePolicy.STOP);
        shop.work();

        assertThat(feed().freshness()).isEqualTo(Freshness.FRESH);
        assertThat(shop.stock(offers.getFirst()).available()).isEqualTo(7);
        assertThat(shop.tasks()).isEmpty();
    }

    @Test
    void refusesFiguresOfAFeedOutOfUseAndASecondFeedOfFigures() {
        send(FeedMode.FULL, rows(0, 20, 7));
        assertThatThrownBy(() -> shop.baton
                        .bean(DefineFeed.class)
                        .define(shop.merchant, shop.supplier, "other", FeedDefinition.OF_FIGURES, null))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.field()).isEqualTo("source.kind"));

        shop.baton.bean(DefineFeed.class).retire(shop.merchant, FEED);

        assertThatThrownBy(() -> send(FeedMode.FULL, rows(0, 20, 7)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(FeedProblem.FEED_UNKNOWN));
        shop.baton.bean(DefineFeed.class).revive(shop.merchant, FEED);
        assertThat(send(FeedMode.FULL, rows(0, 20, 8)).outcome().applied()).isEqualTo(20);
    }
}
