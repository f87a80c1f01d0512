package dev.baton.trading.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.catalog.OfferId;
import dev.baton.suppliers.DeclareClosure;
import dev.baton.trading.feeds.FeedView.Freshness;
import dev.baton.trading.sources.FileSource;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchFeedsTest {

    private final FeedShop shop = new FeedShop();
    private final List<OfferId> offers = shop.offers(5);

    @Test
    void isLateAfterOneIntervalAndStaleAfterTwo() {
        begin(StalePolicy.KEEP);

        pass(65);
        assertThat(shop.feed().freshness()).isEqualTo(Freshness.FRESH);
        pass(2);
        assertThat(shop.feed().freshness()).isEqualTo(Freshness.LATE);
        assertThat(shop.tasks()).containsExactly(FeedOutcomes.LATE);
        pass(60);
        assertThat(shop.feed().freshness()).isEqualTo(Freshness.STALE);
        assertThat(shop.stock(offers.getFirst()).available())
                .as("it is sold on")
                .isEqualTo(7);

        shop.send(FeedShop.all(5, 6));
        shop.work();
        assertThat(shop.feed().freshness()).isEqualTo(Freshness.FRESH);
        assertThat(shop.tasks()).isEmpty();
    }

    @Test
    void sellsNothingOfAStaleFeedUntilAFileComes() {
        begin(StalePolicy.STOP);
        stale();

        assertThat(offers).allMatch(offer -> shop.stock(offer).available() == 0);
        assertThat(offers).allMatch(offer -> shop.stock(offer).observed() == 7);
        assertThat(shop.tasks()).as("no shortage opens").containsExactly(FeedOutcomes.LATE);

        shop.send(FeedShop.all(5, 7));
        shop.work();
        assertThat(offers).allMatch(offer -> shop.stock(offer).available() == 7);
    }

    @Test
    void sellsAFewUnitsOfAStaleFeed() {
        begin(StalePolicy.CAP);
        stale();

        assertThat(offers).allMatch(offer -> shop.stock(offer).available() == 2);
    }

    @Test
    void aFileThatWaitsForADecisionIsNoFreshOne() {
        begin(StalePolicy.KEEP);
        pass(50);
        FeedFileId zeros = shop.send(FeedShop.all(5, 0));
        shop.work();
        pass(20);

        assertThat(shop.state(zeros)).isEqualTo("QUARANTINED");
        assertThat(shop.feed().freshness()).isEqualTo(Freshness.LATE);
    }

    @Test
    void daysTheSupplierIsAwayDoNotCount() {
        begin(StalePolicy.STOP);
        shop.baton
                .bean(DeclareClosure.class)
                .declare(
                        shop.merchant,
                        shop.supplier,
                        new DeclareClosure.Absence(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-02"), null));
        stale();
        assertThat(shop.feed().freshness()).isEqualTo(Freshness.FRESH);

        shop.at("2026-03-03T02:00:00Z");
        shop.work();
        shop.at("2026-03-03T04:30:00Z");
        shop.work();
        assertThat(shop.feed().freshness()).isNotEqualTo(Freshness.FRESH);
    }

    @Test
    void whatIsAgreedWhileItIsStaleHoldsAtOnceAndNothingStaysHeldBack() {
        begin(StalePolicy.STOP);
        stale();

        shop.define(FileSource.UPLOAD, StalePolicy.CAP, null);
        assertThat(offers).allMatch(offer -> shop.stock(offer).available() == 2);
        shop.define(FileSource.UPLOAD, StalePolicy.KEEP, null);
        assertThat(offers).allMatch(offer -> shop.stock(offer).available() == 7);
        shop.define(FileSource.UPLOAD, StalePolicy.STOP, null);
        assertThat(offers).allMatch(offer -> shop.stock(offer).available() == 0);

        shop.send(FeedShop.all(5, 7));
        shop.work();
        assertThat(offers).allMatch(offer -> shop.stock(offer).available() == 7);
    }

    @Test
    void takenOutOfUseItHoldsNothingBackAnyMore() {
        begin(StalePolicy.STOP);
        stale();

        shop.baton.bean(DefineFeed.class).retire(shop.merchant, FeedShop.FEED);
        shop.work();

        assertThat(offers).allMatch(offer -> shop.stock(offer).available() == 7);
        assertThat(shop.tasks()).isEmpty();
    }

    private void begin(StalePolicy policy) {
        shop.define(FileSource.UPLOAD, policy, null);
        shop.send(FeedShop.all(5, 7));
        shop.work();
    }

    private void stale() {
        pass(67);
        pass(60);
    }

    private void pass(int minutes) {
        shop.later(Duration.ofMinutes(minutes));
        shop.work();
    }
}
