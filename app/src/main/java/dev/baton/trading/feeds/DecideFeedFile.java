package dev.baton.trading.feeds;

import dev.baton.inventory.DecideFeed;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.Work;
import dev.baton.trading.feeds.FeedFile.Answer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The merchant, or the supplier when asked, says whether a stock file that waits is right. */
@Component
public final class DecideFeedFile {

    private final Tenancy tenancy;
    private final Feeds feeds;
    private final FeedFiles files;
    private final DecideFeed decide;
    private final Work work;
    private final Clock clock;

    DecideFeedFile(Tenancy tenancy, Feeds feeds, FeedFiles files, DecideFeed decide, Work work, Clock clock) {
        this.tenancy = tenancy;
        this.feeds = feeds;
        this.files = files;
        this.decide = decide;
        this.work = work;
        this.clock = clock;
    }

    /**
     * The file is right and is merged now. Opens or joins a transaction; once more changes nothing.
     *
     * @throws Problem {@link FeedProblem#FEED_FILE_UNKNOWN}; FEED_DECIDED when it was refused or replaced
     */
    public void accept(MerchantId merchant, FeedFileId id) {
        tenancy.run(merchant, () -> {
            FeedFile file = found(merchant, id);
            decide.accept(merchant, file.run());
            goOn(merchant, file);
        });
    }

    /**
     * The file is wrong and none of it is used. Opens or joins a transaction; once more changes nothing.
     *
     * @param reason in words
     * @throws Problem {@link FeedProblem#FEED_FILE_UNKNOWN}; FEED_DECIDED when it is merged
     */
    public void refuse(MerchantId merchant, FeedFileId id, String reason) {
        tenancy.run(merchant, () -> {
            FeedFile file = found(merchant, id);
            decide.refuse(merchant, file.run(), reason);
            goOn(merchant, file);
        });
    }

    /**
     * The supplier's answer to the question whether its file is right; the first one counts. Opens or joins a transaction.
     *
     * @return the answer that counts
     * @throws Problem {@link FeedProblem#FEED_FILE_UNKNOWN}; FEED_DECIDED when the merchant, or a later file, was first
     */
    public Answer answer(MerchantId merchant, FeedFileId id, Answer answer) {
        return tenancy.inTransaction(merchant, () -> {
            if (files.answered(merchant, id, answer, clock.instant())) {
                switch (answer) {
                    case RIGHT -> accept(merchant, id);
                    case WRONG -> refuse(merchant, id, "the supplier says that the file is wrong");
                }
                return answer;
            }
            Answer first = found(merchant, id).answer();
            return first == null ? answer : first;
        });
    }

    /** The same reader that stopped: it merges, or clears away. */
    private void goOn(MerchantId merchant, FeedFile file) {
        Instant now = clock.instant();
        work.remove(merchant, ReadFeedFiles.KIND, List.of(file.id().value()));
        work.add(
                merchant,
                List.of(ReceiveFeedFile.reading(feeds.any(merchant, file.feed()).orElseThrow(), file.id(), now)));
        Crash.at("trading.feed-decided");
    }

    private FeedFile found(MerchantId merchant, FeedFileId id) {
        return files.find(merchant, id).orElseThrow(() -> unknown(id));
    }

    static Problem unknown(FeedFileId id) {
        return new Problem(FeedProblem.FEED_FILE_UNKNOWN, "There is no stock file " + id.value() + " here.");
    }
}
