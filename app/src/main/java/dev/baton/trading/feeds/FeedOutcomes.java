package dev.baton.trading.feeds;

import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.trading.feeds.FeedView.Freshness;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What becomes of a feed when one of its files ends. Each method opens a transaction. */
@Component
final class FeedOutcomes {

    static final String UNREADABLE = "trading.feed-unreadable";
    static final String LATE = "trading.feed-late";

    private final FeedDesk desk;
    private final LimitStock limits;
    private final AskSupplier askSupplier;

    FeedOutcomes(FeedDesk desk, LimitStock limits, AskSupplier askSupplier) {
        this.desk = desk;
        this.limits = limits;
        this.askSupplier = askSupplier;
    }

    /** Its figures count: the feed is fresh, and what was held back for its age is given free. */
    void merged(MerchantId merchant, FeedFile file) {
        desk.tenancy()
                .run(
                        merchant,
                        () -> desk.tasks()
                                .closeFor(merchant, UNREADABLE, file.feed().value(), "a later file could be read"));
        if (file.mends() == null) {
            came(merchant, file.feed(), file.receivedAt());
        }
    }

    /** Figures that arrived then count: as {@link #merged}. */
    void came(MerchantId merchant, FeedId feed, Instant receivedAt) {
        limits.liftIfStale(merchant, feed);
        desk.tenancy().run(merchant, () -> {
            desk.feeds().good(merchant, feed, receivedAt);
            desk.tasks().closeFor(merchant, LATE, feed.value(), "a file came");
            desk.feeds().freshness(merchant, feed, Freshness.FRESH);
            Crash.at("trading.feed-merged");
        });
    }

    /** It looks wrong, or a person wanted to see it first. */
    void waits(MerchantId merchant, FeedFile file) {
        desk.tenancy().run(merchant, () -> {
            desk.tasks().closeFor(merchant, UNREADABLE, file.feed().value(), "a later file could be read");
            askSupplier.plan(merchant, file);
            Crash.at("trading.feed-waits");
        });
    }

    /** It is no table, or lacks a column. */
    void unreadable(MerchantId merchant, FeedFile file, String why) {
        desk.tenancy().run(merchant, () -> {
            desk.files().unreadable(merchant, file.id(), why);
            desk.feeds()
                    .any(merchant, file.feed())
                    .ifPresent(feed -> desk.tasks()
                            .open(
                                    merchant,
                                    new NewTask(
                                            UNREADABLE,
                                            "feed",
                                            feed.id().value(),
                                            "A stock file of the feed " + feed.code() + " cannot be read",
                                            why + " The file (" + file.id().value()
                                                    + ") was not used; the last figures stand and"
                                                    + " age. If nothing is done, the feed becomes stale. Ask the supplier for a"
                                                    + " better file, or mend the feed's mapping and send the file again; the task"
                                                    + " closes by itself with the next file that can be read.")));
        });
    }
}
