package dev.baton.trading.feeds;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.WorkHandler;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.feeds.FeedView.Freshness;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Sees to it that a feed that brings nothing is noticed: late after one interval, stale after two, when what is agreed for
 * that happens to its supplier's stock. Days the supplier declared itself away do not count.
 */
@Component
class WatchFeeds implements WorkHandler {

    static final String KIND = "trading.feed-watch.poll";

    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Duration LEAST_GRACE = Duration.ofMinutes(2);
    private static final Duration LEAST_PAUSE = Duration.ofMinutes(1);

    private final FeedDesk desk;
    private final LimitStock limits;

    WatchFeeds(FeedDesk desk, LimitStock limits) {
        this.desk = desk;
        this.limits = limits;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Effect effect() {
        return Effect.REPEATABLE;
    }

    @Override
    public int batchLimit() {
        return 1;
    }

    @Override
    public Duration lease() {
        return LEASE;
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        for (LeasedWork item : batch) {
            Optional<FeedView> feed = desk.tenancy()
                    .inTransaction(merchant, () -> desk.feeds().any(merchant, new FeedId(item.subject())));
            if (feed.isPresent() && isWatched(feed.get())) {
                watch(merchant, feed.get(), item);
            } else {
                feed.ifPresent(unwatched -> end(merchant, unwatched));
                desk.tenancy().run(merchant, () -> desk.work().finish(merchant, List.of(item)));
            }
        }
    }

    private static boolean isWatched(FeedView feed) {
        return !feed.retired() && feed.definition().everyMinutes() != FeedDefinition.NEVER_DUE;
    }

    private void end(MerchantId merchant, FeedView feed) {
        if (feed.freshness() == Freshness.STALE) {
            limits.lift(merchant, feed);
        }
        desk.tenancy().run(merchant, () -> {
            desk.feeds().freshness(merchant, feed.id(), Freshness.FRESH);
            desk.tasks().closeFor(merchant, FeedOutcomes.LATE, feed.id().value(), "the feed is watched no more");
            desk.tasks().closeFor(merchant, FeedOutcomes.UNREADABLE, feed.id().value(), "the feed is watched no more");
        });
    }

    private void watch(MerchantId merchant, FeedView feed, LeasedWork item) {
        Instant now = desk.clock().instant();
        SupplierTerms supplier = desk.tenancy().inTransaction(merchant, () -> terms(merchant, feed.supplier()));
        boolean away = supplier.hours().isClosed(now, supplier.zone());
        Freshness found = away ? feed.freshness() : freshness(feed, now);
        boolean worse = found.compareTo(feed.freshness()) > 0;
        if (worse && found == Freshness.STALE) {
            limits.apply(merchant, feed);
        }
        desk.tenancy().run(merchant, () -> {
            if (away) {
                desk.feeds().countFrom(merchant, feed.id(), now);
            } else if (worse) {
                desk.feeds().freshness(merchant, feed.id(), found);
                desk.tasks().open(merchant, task(feed, supplier, found));
            }
            desk.work().again(merchant, item, next(feed, found, now), "the feed is watched");
        });
    }

    private SupplierTerms terms(MerchantId merchant, SupplierId supplier) {
        return Optional.ofNullable(
                        desk.suppliers().terms(merchant, Set.of(supplier)).get(supplier))
                .orElseThrow();
    }

    private static Duration interval(FeedView feed) {
        return Duration.ofMinutes(feed.definition().everyMinutes());
    }

    /** After so many intervals a feed has missed them: a file is allowed to be a little late. */
    private static Instant missed(FeedView feed, int intervals) {
        Duration tenth = interval(feed).dividedBy(10);
        Duration grace = tenth.compareTo(LEAST_GRACE) < 0 ? LEAST_GRACE : tenth;
        return feed.countsFrom().plus(interval(feed).multipliedBy(intervals)).plus(grace);
    }

    private static Freshness freshness(FeedView feed, Instant now) {
        if (!now.isBefore(missed(feed, 2))) {
            return Freshness.STALE;
        }
        return now.isBefore(missed(feed, 1)) ? Freshness.FRESH : Freshness.LATE;
    }

    private static Instant next(FeedView feed, Freshness found, Instant now) {
        Instant wanted = switch (found) {
            case FRESH -> missed(feed, 1);
            case LATE -> missed(feed, 2);
            case STALE -> now.plus(interval(feed));
        };
        Instant soonest = now.plus(LEAST_PAUSE);
        return wanted.isBefore(soonest) ? soonest : wanted;
    }

    private static NewTask task(FeedView feed, SupplierTerms supplier, Freshness found) {
        String missing = "No stock file that can be used came by the feed " + feed.code() + " of " + supplier.name()
                + " since " + feed.countsFrom() + "; one is expected every "
                + feed.definition().everyMinutes() + " minutes.";
        String reason = feed.trouble() == null ? "" : " The last look at its source said: " + feed.trouble() + ".";
        return found == Freshness.STALE
                ? new NewTask(
                        FeedOutcomes.LATE,
                        "feed",
                        feed.id().value(),
                        "The stock of " + supplier.name() + " is stale",
                        missing + reason + " " + consequence(feed)
                                + " Ask the supplier, accept a file that was set aside, or send one by hand; the task closes"
                                + " by itself when one comes.")
                : new NewTask(
                        FeedOutcomes.LATE,
                        "feed",
                        feed.id().value(),
                        "A stock file of " + supplier.name() + " is late",
                        missing + reason + " If nothing is done, the feed is stale after one more interval, then: "
                                + consequence(feed));
    }

    private static String consequence(FeedView feed) {
        return switch (feed.definition().whenStale()) {
            case KEEP -> "The last figures are sold on, at the risk of selling what is not there.";
            case CAP -> "At most " + feed.definition().capUnits() + " units of each offer are sold until a file comes.";
            case STOP -> "Nothing of it is sold until a file comes.";
        };
    }
}
