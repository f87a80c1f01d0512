package dev.baton.trading.feeds;

import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.WorkHandler;
import dev.baton.trading.feeds.Fetched.Nothing;
import dev.baton.trading.feeds.Fetched.Taken;
import dev.baton.trading.feeds.Fetched.Trouble;
import dev.baton.trading.feeds.Fetched.Unsettled;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks at the sources of feeds again and again and takes what is new. */
@Component
class FetchFeeds implements WorkHandler {

    static final String KIND = "trading.feed-fetch.poll";
    static final String UNREACHABLE = "trading.feed-source";

    /** After which a file is looked at a second time, to see that it has not grown. */
    static final Duration SETTLING = Duration.ofMinutes(1);

    private static final Duration LEASE = FetchByHttps.TIMEOUT.plus(Duration.ofMinutes(3));

    private final FeedDesk desk;
    private final FetchByHttps https;
    private final FetchBySftp sftp;

    FetchFeeds(FeedDesk desk, FetchByHttps https, FetchBySftp sftp) {
        this.desk = desk;
        this.https = https;
        this.sftp = sftp;
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
                    .inTransaction(merchant, () -> desk.feeds().any(merchant, new FeedId(item.subject())))
                    .filter(found ->
                            !found.retired() && found.definition().source().kind() != FeedSource.Kind.UPLOAD);
            if (feed.isEmpty()) {
                desk.tenancy().run(merchant, () -> desk.work().finish(merchant, List.of(item)));
            } else {
                look(merchant, feed.get(), item);
            }
        }
    }

    private void look(MerchantId merchant, FeedView feed, LeasedWork item) {
        Fetched fetched = fetch(merchant, feed);
        if (fetched instanceof Taken) {
            Crash.at("trading.feed-fetched");
        }
        Instant now = desk.clock().instant();
        desk.tenancy().run(merchant, () -> {
            note(merchant, feed, fetched, now);
            Duration pause = fetched instanceof Unsettled
                    ? SETTLING
                    : Duration.ofMinutes(feed.definition().everyMinutes());
            desk.work().again(merchant, item, now.plus(pause), words(fetched));
        });
    }

    private Fetched fetch(MerchantId merchant, FeedView feed) {
        try {
            return switch (feed.definition().source().kind()) {
                case HTTPS -> https.fetch(merchant, feed);
                case SFTP -> sftp.fetch(merchant, feed);
                case UPLOAD -> new Nothing();
            };
        } catch (Problem refused) {
            return new Trouble(refused.detail(), true);
        }
    }

    private void note(MerchantId merchant, FeedView feed, Fetched fetched, Instant now) {
        switch (fetched) {
            case Nothing nothing -> well(merchant, feed, now);
            case Unsettled unsettled -> {
                desk.feeds().saw(merchant, feed.id(), unsettled.mark());
                well(merchant, feed, now);
            }
            case Taken taken -> {
                desk.feeds().took(merchant, feed.id(), taken);
                well(merchant, feed, now);
                Crash.at("trading.feed-taken");
            }
            case Trouble trouble -> {
                desk.feeds().checked(merchant, feed.id(), trouble.reason(), now);
                if (trouble.lasting()) {
                    desk.tasks().open(merchant, task(feed, trouble.reason()));
                }
            }
        }
    }

    private void well(MerchantId merchant, FeedView feed, Instant now) {
        desk.feeds().checked(merchant, feed.id(), null, now);
        desk.tasks().closeFor(merchant, UNREACHABLE, feed.id().value(), "its source answers again");
    }

    private static NewTask task(FeedView feed, String reason) {
        return new NewTask(
                UNREACHABLE,
                "feed",
                feed.id().value(),
                "The source of the feed " + feed.code() + " does not let us in",
                "It says: " + reason
                        + ". No stock file comes until that is mended; if nothing is done, the feed becomes"
                        + " stale. Ask the supplier whether the address, the sign-in or the host key has changed, and define"
                        + " the feed anew; the task closes by itself when the source answers.");
    }

    private static String words(Fetched fetched) {
        return switch (fetched) {
            case Nothing nothing -> "nothing new";
            case Unsettled unsettled -> "a file may still be growing";
            case Taken taken -> "a file was taken";
            case Trouble trouble -> trouble.reason();
        };
    }
}
