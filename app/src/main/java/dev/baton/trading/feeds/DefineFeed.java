package dev.baton.trading.feeds;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Secrets;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.Work;
import dev.baton.suppliers.SupplierId;
import dev.baton.trading.feeds.FeedView.Freshness;
import dev.baton.trading.sources.FileSource;
import dev.baton.trading.sources.FileSources;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** States how a supplier's stock files come and what they mean. */
@Component
public final class DefineFeed {

    private final Tenancy tenancy;
    private final Feeds feeds;
    private final FileSources sources;
    private final LimitStock limits;
    private final Secrets secrets;
    private final Work work;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    DefineFeed(
            Tenancy tenancy,
            Feeds feeds,
            FileSources sources,
            LimitStock limits,
            Secrets secrets,
            Work work,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.tenancy = tenancy;
        this.feeds = feeds;
        this.sources = sources;
        this.limits = limits;
        this.secrets = secrets;
        this.work = work;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Defines the feed of that code, or gives it a new version; files that came before keep the one they were read by.
     * Opens or joins a transaction.
     *
     * @param secret password, or private key in OpenSSH's form, of its source; null keeps the one stored for its server,
     *     "" forgets it
     * @return the version, from 1
     * @throws Problem {@link FeedProblem#FEED_INVALID} naming the field
     */
    public int define(
            MerchantId merchant, SupplierId supplier, String code, FeedDefinition definition, @Nullable String secret) {
        FeedChecks.check(code, definition);
        return tenancy.inTransaction(merchant, () -> {
            Instant now = clock.instant();
            FeedId fresh = new FeedId(ids.next());
            boolean isNew = feeds.insert(merchant, fresh, supplier, code, now);
            if (isNew) {
                feeds.insertVersion(merchant, fresh, 1, definition, now);
            }
            FeedView known = feeds.lock(merchant, code).orElseThrow();
            requireOneRest(merchant, supplier, known, definition);
            if (!known.supplier().equals(supplier)) {
                throw FeedChecks.invalid("code", "The feed " + code + " is another supplier's: choose another code.");
            }
            boolean same = known.definition().source().equals(definition.source()) && secret == null;
            int version = isNew ? 1 : known.version() + 1;
            if (!isNew) {
                feeds.insertVersion(merchant, known.id(), version, definition, now);
            }
            feeds.define(merchant, known.id(), version, same, now);
            keepSource(merchant, known, definition.source(), secret, same);
            if (known.freshness() == Freshness.STALE
                    && !known.retired()
                    && limitsOtherwise(known.definition(), definition)) {
                limits.instead(merchant, known, feeds.any(merchant, known.id()).orElseThrow());
            }
            plan(merchant, known.id(), definition, now);
            audit.record(
                    merchant,
                    List.of(new AuditEntry(
                            "DefineFeed", "feed", known.id().value(), null, "version " + version, null)));
            return version;
        });
    }

    private static boolean limitsOtherwise(FeedDefinition before, FeedDefinition now) {
        return before.whenStale() != now.whenStale()
                || before.capUnits() != now.capUnits()
                || !Objects.equals(before.shipFrom(), now.shipFrom());
    }

    private void keepSource(
            MerchantId merchant, FeedView known, FileSource source, @Nullable String secret, boolean same) {
        boolean server = source.isServerOf(known.definition().source());
        FileSources.Kept kept =
                same ? FileSources.Kept.ALL : server ? FileSources.Kept.SERVER : FileSources.Kept.NOTHING;
        byte @Nullable [] sealed = secret == null || secret.isEmpty() ? null : secrets.seal(merchant, secret);
        sources.define(merchant, known.id().value(), sealed, kept);
        if (secret != null && secret.isEmpty()) {
            sources.forgetSecret(merchant, known.id().value());
        }
    }

    /** Figures name their supplier, not their feed. */
    private void requireOneRest(MerchantId merchant, SupplierId supplier, FeedView known, FeedDefinition definition) {
        if (definition.source().kind() != FileSource.Kind.REST) {
            return;
        }
        feeds.rest(merchant, supplier)
                .filter(other -> !other.id().equals(known.id()) && !other.retired())
                .ifPresent(other -> {
                    throw FeedChecks.invalid(
                            "source.kind",
                            "The figures this supplier sends to the API come by the feed " + other.code()
                                    + ": define that one, or take it out of use first.");
                });
    }

    private void plan(MerchantId merchant, FeedId feed, FeedDefinition definition, Instant now) {
        List<UUID> subject = List.of(feed.value());
        work.remove(merchant, WatchFeeds.KIND, subject);
        work.remove(merchant, FetchFeeds.KIND, subject);
        String queue = queue(feed);
        boolean expected = definition.everyMinutes() != FeedDefinition.NEVER_DUE;
        Instant firstLook = expected ? now.plus(Duration.ofMinutes(definition.everyMinutes())) : now;
        work.add(merchant, List.of(new NewWork(queue, WatchFeeds.KIND, feed.value(), firstLook, false)));
        if (definition.source().isFetched()) {
            work.add(merchant, List.of(new NewWork(queue, FetchFeeds.KIND, feed.value(), now, false)));
        }
    }

    private static String queue(FeedId feed) {
        return "feed:" + feed.value();
    }

    /**
     * Takes a feed that is out of use into use again, as it was defined last; its files are due anew. Opens or joins a
     * transaction.
     *
     * @return false when there is none, or it is in use
     */
    public boolean revive(MerchantId merchant, String code) {
        return tenancy.inTransaction(merchant, () -> {
            FeedView known =
                    feeds.lock(merchant, code).filter(FeedView::retired).orElse(null);
            if (known == null) {
                return false;
            }
            define(merchant, known.supplier(), code, known.definition(), null);
            return true;
        });
    }

    /**
     * Takes the feed out of use: nothing is fetched or watched any more, and what it held back is given free. Opens or
     * joins a transaction.
     *
     * @throws Problem {@link FeedProblem#FEED_UNKNOWN}
     */
    public void retire(MerchantId merchant, String code) {
        tenancy.run(merchant, () -> {
            FeedView feed = feeds.find(merchant, code).orElseThrow(() -> FeedChecks.unknown(code));
            Instant now = clock.instant();
            feeds.retire(merchant, feed.id(), now);
            List<UUID> subject = List.of(feed.id().value());
            work.remove(merchant, FetchFeeds.KIND, subject);
            work.remove(merchant, WatchFeeds.KIND, subject);
            work.add(
                    merchant,
                    List.of(new NewWork(
                            queue(feed.id()), WatchFeeds.KIND, feed.id().value(), now, true)));
            audit.record(
                    merchant,
                    List.of(new AuditEntry("DefineFeed", "feed", feed.id().value(), null, "retired", null)));
        });
    }
}
