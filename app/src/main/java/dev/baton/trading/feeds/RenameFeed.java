package dev.baton.trading.feeds;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Gives a feed another code; its files, what is agreed and where they come from stay. */
@Component
public final class RenameFeed {

    private final Tenancy tenancy;
    private final Feeds feeds;
    private final Audit audit;

    RenameFeed(Tenancy tenancy, Feeds feeds, Audit audit) {
        this.tenancy = tenancy;
        this.feeds = feeds;
        this.audit = audit;
    }

    /**
     * Renames it. Whoever sends files names the feed and has to learn the new code. Opens a transaction.
     *
     * @throws Problem {@link FeedProblem#FEED_UNKNOWN}; {@link FeedProblem#FEED_INVALID} for a code that cannot be, or is
     *     another feed's, in use or not
     */
    public void rename(MerchantId merchant, String code, String to) {
        FeedChecks.checkCode(to);
        try {
            tenancy.run(merchant, () -> renameLocked(merchant, code, to));
        } catch (DuplicateKeyException taken) {
            throw FeedChecks.invalid("code", "There is a feed " + to + " already, in use or not: choose another code.");
        }
    }

    private void renameLocked(MerchantId merchant, String code, String to) {
        FeedView feed = feeds.lock(merchant, code)
                .filter(known -> !known.retired())
                .orElseThrow(() -> FeedChecks.unknown(code));
        if (to.equals(code)) {
            return;
        }
        feeds.rename(merchant, feed.id(), to);
        audit.record(
                merchant, List.of(new AuditEntry("RenameFeed", "feed", feed.id().value(), code, to, null)));
    }
}
