package dev.baton.trading.feeds;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.WorkHandler;
import dev.baton.trading.sources.FetchFiles;
import dev.baton.trading.sources.FetchPlan;
import dev.baton.trading.sources.FileSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks at the sources of feeds again and again and takes what is new. */
@Component
class FetchFeeds implements WorkHandler {

    static final String KIND = "trading.feed-fetch.poll";
    static final String UNREACHABLE = "trading.feed-source";

    private final FeedDesk desk;
    private final FetchFiles fetch;
    private final ReceiveFeedFile receive;

    FetchFeeds(FeedDesk desk, FetchFiles fetch, ReceiveFeedFile receive) {
        this.desk = desk;
        this.fetch = fetch;
        this.receive = receive;
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
        return FetchFiles.LEASE;
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        for (LeasedWork item : batch) {
            Optional<FeedView> feed = desk.tenancy()
                    .inTransaction(merchant, () -> desk.feeds().any(merchant, new FeedId(item.subject())));
            if (feed.isEmpty()) {
                desk.tenancy().run(merchant, () -> desk.work().finish(merchant, List.of(item)));
            } else {
                fetch.look(merchant, job(merchant, feed.get()), item);
            }
        }
    }

    private FetchFiles.Job job(MerchantId merchant, FeedView feed) {
        FileSource source = feed.definition().source();
        boolean fetched = !feed.retired() && source.isFetched();
        return new FetchFiles.Job(
                feed.id().value(),
                fetched ? new FetchPlan(source, feed.definition().everyMinutes()) : null,
                (name, mediaType, bytes) -> receive.receive(
                        merchant,
                        new ReceiveFeedFile.Incoming(feed.code(), name, mediaType, null, false, null, source.kind()),
                        bytes),
                reason -> unreachable(feed, reason));
    }

    private static NewTask unreachable(FeedView feed, String reason) {
        return new NewTask(
                UNREACHABLE,
                "feed",
                feed.id().value(),
                "The source of the feed " + feed.code() + " does not let us in",
                "It says: " + reason
                        + ". No stock file comes until that is mended; if nothing is done, the feed becomes"
                        + " stale. Ask the supplier whether the address, the sign-in, the certificate or the host key has"
                        + " changed, and mend that under what is agreed on the feed's page; the task closes by itself when the source answers.");
    }
}
