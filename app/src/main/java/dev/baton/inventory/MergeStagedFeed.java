package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.inventory.FeedLines.Line;
import dev.baton.inventory.FeedMerge.Tally;
import dev.baton.inventory.MergePlain.Part;
import dev.baton.inventory.MergePlain.Written;
import dev.baton.inventory.StagedRuns.Stretch;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Merges a stock file that is believed into the figures, at most {@value ApplyFeed#CHUNK} offers a transaction, in the
 * order of the offers and beside orders that claim them. Where it stopped is kept with what it did, so
 * that it goes on from there after a failure.
 */
@Component
public final class MergeStagedFeed {

    /** Offers nobody could claim before: no order waits for their rows, so that more of them fit a transaction. */
    private static final int FRESH = 4 * ApplyFeed.CHUNK;

    private final Tenancy tenancy;
    private final SupplierLookup suppliers;
    private final StagedRuns runs;
    private final StagedFigures figures;
    private final StockRows rows;
    private final MergePlain plain;
    private final MergeListed listed;
    private final MergeAbsent absent;
    private final FeedBounds bounds;
    private final SideBySide sides;
    private final int widest;

    /**
     * A merger.
     *
     * @param widest staged figures looked through in one transaction at most
     */
    MergeStagedFeed(
            Tenancy tenancy,
            SupplierLookup suppliers,
            StagedRuns runs,
            StagedFigures figures,
            StockRows rows,
            MergePlain plain,
            MergeListed listed,
            MergeAbsent absent,
            FeedBounds bounds,
            SideBySide sides,
            @Value("${baton.inventory.figures-at-once:1000000}") int widest) {
        this.tenancy = tenancy;
        this.suppliers = suppliers;
        this.runs = runs;
        this.figures = figures;
        this.rows = rows;
        this.plain = plain;
        this.listed = listed;
        this.absent = absent;
        this.bounds = bounds;
        this.sides = sides;
        this.widest = widest;
    }

    /**
     * Merges until the run's end or until there is no time left; call it without an open transaction.
     *
     * @param hasTime asked before each transaction
     * @return true when nothing is left to merge
     * @throws Problem NOT_FOUND when there is none of that id
     * @throws StagingLost when its rows have to be staged again first
     */
    public boolean merge(MerchantId merchant, FeedRunId id, BooleanSupplier hasTime) {
        StagedRun run = tenancy.inTransaction(merchant, () -> locked(merchant, id));
        if (run.state() != FeedRuns.State.MERGING && run.state() != FeedRuns.State.INTERRUPTED) {
            return true;
        }
        FeedMerge merge = tenancy.inTransaction(merchant, () -> mergeOf(merchant, run));
        boolean current = tenancy.inTransaction(merchant, () -> bounds.resume(merchant, merge));
        boolean absences = merge.mode() == FeedMode.FULL && current;
        while (hasTime.getAsBoolean()) {
            boolean more = tenancy.inTransaction(merchant, () -> {
                boolean left = step(merchant, merge, absences);
                Crash.at("inventory.stretch-merged");
                return left;
            });
            if (!more) {
                return true;
            }
            Crash.at("inventory.stretch-left");
        }
        return false;
    }

    /** The rows of a run are gone: the database lost its memory. Its file is kept and can be staged again. */
    public static final class StagingLost extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private StagingLost(FeedRunId run) {
            super("the staging of run " + run.value() + " was lost");
        }
    }

    private StagedRun locked(MerchantId merchant, FeedRunId run) {
        return runs.lock(merchant, run)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no stock file of that id."));
    }

    private FeedMerge mergeOf(MerchantId merchant, StagedRun run) {
        SupplierTerms terms = Objects.requireNonNull(
                suppliers.terms(merchant, Set.of(run.supplier())).get(run.supplier()));
        boolean silenceConfirms = terms.silentDeltaConfirms() && run.place() == null && run.mends() == null;
        return new FeedMerge(run.id(), terms, run.mergedAs(), run.order(), run.absence(), silenceConfirms);
    }

    /** One transaction: the next listed offers, else the next absent ones, else the end; false after the end. */
    private boolean step(MerchantId merchant, FeedMerge merge, boolean absences) {
        StagedRun run = locked(merchant, merge.id());
        if (!figures.isMarked(merchant, run.id())) {
            throw new StagingLost(run.id());
        }
        if (!run.plainMerged()) {
            mergePlain(merchant, merge, run);
            return true;
        }
        if (!run.listedMerged()) {
            mergeListed(merchant, merge, run);
            return true;
        }
        @Nullable OfferId last = absences ? mergeAbsent(merchant, merge, run) : null;
        if (last != null) {
            return true;
        }
        bounds.finish(merchant, merge, locked(merchant, merge.id()).tally());
        return false;
    }

    private void mergePlain(MerchantId merchant, FeedMerge merge, StagedRun run) {
        if (!plain.fits(merchant, merge)) {
            runs.merged(merchant, run.id(), null, Stretch.LISTED, Tally.NONE);
            return;
        }
        OfferId upTo = run.offers() > widest ? plain.partAfter(merchant, merge, run.mergedOffer(), widest) : null;
        Part part = new Part(run.mergedOffer(), upTo);
        Tally tally = Tally.NONE;
        @Nullable OfferId last = null;
        if (run.firstSeen() > 0) {
            Written fresh = plain.insertFresh(merchant, run, merge, part, FRESH);
            tally = new Tally(fresh.applied(), 0, 0);
            last = fresh.rows() == FRESH ? fresh.last() : null;
            part = new Part(part.after(), last == null ? upTo : last);
        }
        if (run.changesKnown()) {
            Written written = plain.merge(merchant, run, merge, part, ApplyFeed.CHUNK);
            tally = new Tally(tally.applied() + written.applied(), 0, 0);
            if (written.rows() == ApplyFeed.CHUNK) {
                last = written.last();
            }
        }
        OfferId reached = last == null ? upTo : last;
        runs.merged(merchant, run.id(), reached, reached == null ? Stretch.LISTED : Stretch.PLAIN, tally);
    }

    private void mergeListed(MerchantId merchant, FeedMerge merge, StagedRun run) {
        boolean looksAtRest = plain.fits(merchant, merge);
        List<Line> lines = looksAtRest
                ? plain.rest(merchant, run, merge, run.mergedOffer(), ApplyFeed.CHUNK)
                : figures.listed(merchant, run.id(), run.mergedOffer(), ApplyFeed.CHUNK);
        Tally tally = lines.isEmpty() ? Tally.NONE : listed.merge(merchant, merge, lines);
        if (lines.size() == ApplyFeed.CHUNK) {
            Tally meant = new Tally(tally.applied(), 0, tally.superseded());
            runs.merged(merchant, run.id(), lines.getLast().offer(), Stretch.LISTED, meant);
            return;
        }
        int others =
                run.offers() - run.tally().applied() - run.tally().superseded() - tally.applied() - tally.superseded();
        runs.merged(
                merchant,
                run.id(),
                null,
                Stretch.ABSENT,
                new Tally(tally.applied(), Math.max(0, others), tally.superseded()));
    }

    private @Nullable OfferId mergeAbsent(MerchantId merchant, FeedMerge merge, StagedRun run) {
        MergeAbsent.Page page =
                absent.merge(merchant, merge, new Staged(merchant, run), run.mergedOffer(), ApplyFeed.CHUNK);
        runs.merged(merchant, run.id(), page.last(), Stretch.ABSENT, page.tally());
        return page.last();
    }

    /** What a staged run speaks of; only offers that it does not list are looked at. */
    private final class Staged implements MergeAbsent.Speech {

        private final MerchantId merchant;
        private final StagedRun run;

        Staged(MerchantId merchant, StagedRun run) {
            this.merchant = merchant;
            this.run = run;
        }

        @Override
        public List<StockRow> page(@Nullable OfferId after, int limit) {
            return sides.read(run.offers(), () -> rows.unlisted(merchant, run, after, limit));
        }

        @Override
        public MergeAbsent.Spoken among(Set<OfferId> offers) {
            Map<OfferId, @Nullable Integer> staged = figures.among(merchant, run.id(), offers);
            Set<OfferId> listedOffers = new HashSet<>();
            Set<OfferId> unclear = new HashSet<>();
            staged.forEach((offer, quantity) -> (quantity == null ? unclear : listedOffers).add(offer));
            return new MergeAbsent.Spoken(listedOffers, unclear);
        }
    }
}
