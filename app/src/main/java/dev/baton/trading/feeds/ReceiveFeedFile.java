package dev.baton.trading.feeds;

import dev.baton.inventory.FeedGuard;
import dev.baton.inventory.FeedMode;
import dev.baton.inventory.NewStagedRun;
import dev.baton.inventory.StageFeed;
import dev.baton.platform.Crash;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.documents.LargeDocuments;
import dev.baton.platform.documents.LargeDocuments.About;
import dev.baton.platform.documents.LargeDocuments.Stored;
import dev.baton.platform.documents.RetentionClass;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.Work;
import dev.baton.trading.sources.FileSource;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps a stock file as it came, of any size, and has it read. */
@Component
public final class ReceiveFeedFile {

    private final Tenancy tenancy;
    private final Feeds feeds;
    private final FeedFiles files;
    private final LargeDocuments documents;
    private final StageFeed stage;
    private final Work work;
    private final Ids ids;
    private final Clock clock;

    ReceiveFeedFile(
            Tenancy tenancy,
            Feeds feeds,
            FeedFiles files,
            LargeDocuments documents,
            StageFeed stage,
            Work work,
            Ids ids,
            Clock clock) {
        this.tenancy = tenancy;
        this.feeds = feeds;
        this.files = files;
        this.documents = documents;
        this.stage = stage;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is known of a file that comes in.
     *
     * @param name as the sender calls it
     * @param observedAt the time its figures are of by the sender's word; null when it gives none
     * @param preview true: nothing is merged before a person has seen what would change
     * @param mends the file whose faulty rows it brings again, corrected; null for a file of its own
     * @param mode what it lists by the sender's word; null = as the feed says
     * @param sequence the sender's own number of it; null when it has none
     */
    public record Incoming(
            String feed,
            String name,
            String mediaType,
            @Nullable Instant observedAt,
            boolean preview,
            @Nullable FeedFileId mends,
            FileSource.Kind cameBy,
            @Nullable FeedMode mode,
            @Nullable Long sequence) {

        /** A file of a feed that says all of that for its files. */
        public Incoming(
                String feed,
                String name,
                String mediaType,
                @Nullable Instant observedAt,
                boolean preview,
                @Nullable FeedFileId mends,
                FileSource.Kind cameBy) {
            this(feed, name, mediaType, observedAt, preview, mends, cameBy, null, null);
        }

        private FeedMode listing(FeedDefinition definition) {
            return mode == null ? definition.mode() : mode;
        }
    }

    /**
     * Keeps the file and plans its reading; call it without an open transaction. When it returns, the file is not lost any
     * more.
     *
     * @throws Problem {@link FeedProblem#FEED_UNKNOWN}, {@link FeedProblem#FEED_FILE_UNKNOWN} of the file to mend;
     *     TOO_LARGE
     * @throws IOException when the stream breaks off; nothing is kept then
     */
    public FeedFileId receive(MerchantId merchant, Incoming incoming, InputStream in) throws IOException {
        FeedView feed = tenancy.inTransaction(merchant, () -> feed(merchant, incoming));
        Stored stored = documents.store(merchant, new About(incoming.mediaType(), "{}", RetentionClass.STOCK_FEED), in);
        Crash.at("trading.feed-stored");
        return tenancy.inTransaction(merchant, () -> keep(merchant, feed, incoming, stored));
    }

    private FeedView feed(MerchantId merchant, Incoming incoming) {
        FeedView feed = feeds.find(merchant, incoming.feed()).orElseThrow(() -> FeedChecks.unknown(incoming.feed()));
        @Nullable FeedFileId mends = incoming.mends();
        if (mends != null) {
            mended(merchant, feed, mends);
        }
        return feed;
    }

    private FeedFile mended(MerchantId merchant, FeedView feed, FeedFileId mends) {
        return files.find(merchant, mends)
                .filter(file -> file.feed().equals(feed.id()))
                .orElseThrow(() -> new Problem(
                        FeedProblem.FEED_FILE_UNKNOWN, "This feed has no stock file of that id to mend.", "mends"));
    }

    private FeedFileId keep(MerchantId merchant, FeedView feed, Incoming incoming, Stored stored) {
        Instant now = clock.instant();
        FeedDefinition definition = feed.definition();
        @Nullable FeedFileId mends = incoming.mends();
        @Nullable FeedFile mended = mends == null ? null : mended(merchant, feed, mends);
        @Nullable
        FeedFile first = mended == null || mended.mends() == null ? mended : mended(merchant, feed, mended.mends());
        NewStagedRun run = new NewStagedRun(
                feed.id().value(),
                feed.supplier(),
                definition.shipFrom(),
                first == null ? incoming.listing(definition) : FeedMode.DELTA,
                definition.absence(),
                definition.maxAgeMinutes() == null ? null : Duration.ofMinutes(definition.maxAgeMinutes()),
                incoming.observedAt(),
                now,
                first == null ? null : first.run(),
                first == null ? incoming.sequence() : null,
                incoming.preview(),
                first == null ? definition.guard() : FeedGuard.NONE);
        FeedFile file = new FeedFile(
                new FeedFileId(ids.next()),
                feed.id(),
                feed.version(),
                stage.begin(merchant, run),
                stored.id(),
                incoming.name(),
                stored.bytes(),
                now,
                incoming.cameBy(),
                first == null ? null : first.id(),
                null,
                null,
                null);
        files.insert(merchant, file, stored.sha256());
        work.add(merchant, List.of(reading(feed, file.id(), now)));
        Crash.at("trading.feed-kept");
        return file.id();
    }

    /** One supplier's files are read one after another. */
    static NewWork reading(FeedView feed, FeedFileId file, Instant now) {
        return new NewWork("feeds-of:" + feed.supplier().value(), ReadFeedFiles.KIND, file.value(), now, true);
    }
}
