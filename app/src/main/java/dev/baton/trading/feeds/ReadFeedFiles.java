package dev.baton.trading.feeds;

import dev.baton.inventory.DecideFeed;
import dev.baton.inventory.FeedRunId;
import dev.baton.inventory.FeedVerdict;
import dev.baton.inventory.InventoryProblem;
import dev.baton.inventory.JudgeFeed;
import dev.baton.inventory.MergeStagedFeed;
import dev.baton.inventory.MergeStagedFeed.StagingLost;
import dev.baton.inventory.StageFeed;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.documents.LargeDocuments;
import dev.baton.platform.tables.MendingTable;
import dev.baton.platform.tables.TableProblem;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.WorkHandler;
import dev.baton.trading.feeds.FeedPieces.Piece;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads a stock file row by row, has it judged as a whole and merged. It works in slices shorter than its lease; killed
 * in any of them, the next goes on behind the last row, or the last offer, that is done.
 */
@Component
class ReadFeedFiles implements WorkHandler {

    static final String KIND = "trading.feed-file";

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final FeedDesk desk;
    private final LargeDocuments documents;
    private final StageFeed stage;
    private final JudgeFeed judge;
    private final MergeStagedFeed merge;
    private final DecideFeed decide;
    private final FeedOutcomes outcomes;

    ReadFeedFiles(
            FeedDesk desk,
            LargeDocuments documents,
            StageFeed stage,
            JudgeFeed judge,
            MergeStagedFeed merge,
            DecideFeed decide,
            FeedOutcomes outcomes) {
        this.desk = desk;
        this.documents = documents;
        this.stage = stage;
        this.judge = judge;
        this.merge = merge;
        this.decide = decide;
        this.outcomes = outcomes;
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
            boolean done = desk.tenancy()
                    .inTransaction(merchant, () -> desk.files().find(merchant, new FeedFileId(item.subject())))
                    .map(file -> advance(merchant, file, item))
                    .orElse(true);
            desk.tenancy().run(merchant, () -> {
                if (done) {
                    desk.work().finish(merchant, List.of(item));
                } else {
                    desk.work().again(merchant, item, desk.clock().instant(), "the file is being read");
                }
            });
        }
    }

    /** True when nothing is left to do for now: it is merged, refused, or waits for a person. */
    private boolean advance(MerchantId merchant, FeedFile file, LeasedWork item) {
        try {
            if (!read(merchant, file, item)) {
                return false;
            }
            stage.complete(merchant, file.run());
            if (judge.judge(merchant, file.run()) != FeedVerdict.BELIEVED) {
                outcomes.waits(merchant, file);
                return true;
            }
            boolean merged = merge.merge(merchant, file.run(), () -> item.hasLeft(MARGIN));
            if (merged) {
                outcomes.merged(merchant, file);
                decide.clear(merchant, file.run());
            }
            return merged;
        } catch (StagingLost lost) {
            stage.again(merchant, file.run());
            return false;
        } catch (Problem refused) {
            if (refused.code() == InventoryProblem.FEED_DECIDED) {
                decide.clear(merchant, file.run());
                return true;
            }
            if (!(refused.code() instanceof TableProblem) && !(refused.code() instanceof FeedProblem)) {
                throw refused;
            }
            decide.refuse(merchant, file.run(), refused.detail());
            outcomes.unreadable(merchant, file, refused.detail());
            decide.clear(merchant, file.run());
            return true;
        }
    }

    /** True when every row is staged. */
    private boolean read(MerchantId merchant, FeedFile file, LeasedWork item) {
        @Nullable Long reached = stage.reached(merchant, file.run());
        if (reached == null) {
            return true;
        }
        FeedDefinition definition = desk.tenancy()
                .inTransaction(merchant, () -> desk.feeds().definition(merchant, file.feed(), file.version()));
        ColumnMapping mapping = definition.mapping();
        try {
            return MendingTable.read(
                    () -> documents.open(merchant, file.document()),
                    mapping.reading(file.mends() != null),
                    table -> stage(
                            merchant,
                            file.run(),
                            new FeedPieces(table, new RowReader(mapping, table.header()), reached),
                            item));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A piece is staged while the offers of the next are found and the one behind that is read. */
    private boolean stage(MerchantId merchant, FeedRunId run, FeedPieces pieces, LeasedWork item) {
        try (ExecutorService reader = thread("feed-reader");
                ExecutorService finder = thread("feed-finder")) {
            Future<Piece> read = reader.submit(pieces::next);
            Future<Found> found = find(merchant, run, finder, read);
            while (true) {
                Piece piece = of(read);
                if (!piece.last()) {
                    read = reader.submit(pieces::next);
                }
                Found done = of(found);
                if (!done.last()) {
                    found = find(merchant, run, finder, read);
                }
                stage.stage(merchant, run, done.piece());
                if (done.last()) {
                    return true;
                }
                if (!item.hasLeft(MARGIN)) {
                    return false;
                }
            }
        }
    }

    private record Found(StageFeed.Piece piece, boolean last) {}

    private Future<Found> find(MerchantId merchant, FeedRunId run, ExecutorService finder, Future<Piece> read) {
        return finder.submit(() -> {
            Piece piece = of(read);
            return new Found(stage.match(merchant, run, piece.figures(), piece.faults(), piece.upTo()), piece.last());
        });
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    private static <T> T of(Future<T> piece) {
        try {
            return piece.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a stock file was read", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
