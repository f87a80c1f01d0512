package dev.baton.trading.feeds;

import dev.baton.inventory.WithholdStock;
import dev.baton.platform.MerchantId;
import dev.baton.trading.feeds.FeedView.Freshness;
import org.springframework.stereotype.Component;

/**
 * Does to a supplier's stock what is agreed for a feed that has become stale. Call it without an open transaction, but for
 * {@link #instead}.
 */
@Component
final class LimitStock {

    private final FeedDesk desk;
    private final WithholdStock withhold;

    LimitStock(FeedDesk desk, WithholdStock withhold) {
        this.desk = desk;
        this.withhold = withhold;
    }

    void apply(MerchantId merchant, FeedView feed) {
        FeedDefinition definition = feed.definition();
        switch (definition.whenStale()) {
            case KEEP -> {
                // the task says what is being sold on
            }
            case CAP -> withhold.sellAtMost(merchant, feed.supplier(), definition.shipFrom(), definition.capUnits());
            case STOP -> withhold.sellAtMost(merchant, feed.supplier(), definition.shipFrom(), 0);
        }
    }

    void lift(MerchantId merchant, FeedView feed) {
        withhold.free(merchant, feed.supplier(), feed.definition().shipFrom());
    }

    /** What is agreed now takes the place of what was, while the feed is stale; in one transaction, for nothing may slip through. */
    void instead(MerchantId merchant, FeedView before, FeedView now) {
        desk.tenancy().run(merchant, () -> {
            lift(merchant, before);
            apply(merchant, now);
        });
    }

    void liftIfStale(MerchantId merchant, FeedId id) {
        desk.tenancy()
                .inTransaction(merchant, () -> desk.feeds().any(merchant, id))
                .filter(feed -> feed.freshness() == Freshness.STALE)
                .ifPresent(feed -> lift(merchant, feed));
    }
}
