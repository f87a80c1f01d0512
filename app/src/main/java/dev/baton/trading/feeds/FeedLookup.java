package dev.baton.trading.feeds;

import dev.baton.inventory.FeedRunId;
import dev.baton.inventory.StagedRunLookup;
import dev.baton.inventory.StagedRunView;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Feeds and their files as they stand, for reading. Every method opens or joins a transaction. */
@Component
public final class FeedLookup {

    private final Tenancy tenancy;
    private final Feeds feeds;
    private final FeedFiles files;
    private final StagedRunLookup runs;

    FeedLookup(Tenancy tenancy, Feeds feeds, FeedFiles files, StagedRunLookup runs) {
        this.tenancy = tenancy;
        this.feeds = feeds;
        this.files = files;
        this.runs = runs;
    }

    /** A file with what became of it. */
    public record FileView(FeedFile file, StagedRunView run) {}

    /** Feeds behind a code ("" = from the first), in the order of their codes. */
    public List<FeedView> feeds(MerchantId merchant, String after, int limit) {
        return tenancy.inTransaction(merchant, () -> feeds.page(merchant, after, limit));
    }

    /**
     * One feed.
     *
     * @throws Problem {@link FeedProblem#FEED_UNKNOWN}
     */
    public FeedView feed(MerchantId merchant, String code) {
        return tenancy.inTransaction(
                merchant, () -> feeds.find(merchant, code).orElseThrow(() -> FeedChecks.unknown(code)));
    }

    /**
     * A feed's files before one (null = from the newest), newest first.
     *
     * @throws Problem {@link FeedProblem#FEED_UNKNOWN}
     */
    public List<FileView> files(MerchantId merchant, String code, @Nullable FeedFileId before, int limit) {
        return tenancy.inTransaction(merchant, () -> {
            List<FeedFile> page = files.page(merchant, feed(merchant, code).id(), before, limit);
            Map<FeedRunId, StagedRunView> found =
                    runs.runs(merchant, page.stream().map(FeedFile::run).toList());
            return page.stream()
                    .map(file -> new FileView(file, Objects.requireNonNull(found.get(file.run()))))
                    .toList();
        });
    }

    /**
     * One file.
     *
     * @throws Problem {@link FeedProblem#FEED_FILE_UNKNOWN}
     */
    public FileView file(MerchantId merchant, FeedFileId id) {
        return tenancy.inTransaction(merchant, () -> {
            FeedFile file = files.find(merchant, id).orElseThrow(() -> DecideFeedFile.unknown(id));
            return new FileView(
                    file,
                    Objects.requireNonNull(
                            runs.runs(merchant, List.of(file.run())).get(file.run())));
        });
    }
}
