package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.inventory.FeedLines.Line;
import dev.baton.inventory.FeedMerge.Tally;
import dev.baton.inventory.StagedFigures.Figured;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Merges a stock file that is believed into the figures, at most {@value ApplyFeed#CHUNK} offers a transaction, in the
 * order of the offers and beside orders that claim them. Where it stopped is kept with what it did, so that it goes on
 * from there after a failure.
 */
@Component
public final class MergeStagedFeed {

    private final Tenancy tenancy;
    private final SupplierLookup suppliers;
    private final StagedRuns runs;
    private final StagedFigures figures;
    private final MergeListed listed;
    private final MergeAbsent absent;
    private final FeedBounds bounds;

    MergeStagedFeed(
            Tenancy tenancy,
            SupplierLookup suppliers,
            StagedRuns runs,
            StagedFigures figures,
            MergeListed listed,
            MergeAbsent absent,
            FeedBounds bounds) {
        this.tenancy = tenancy;
        this.suppliers = suppliers;
        this.runs = runs;
        this.figures = figures;
        this.listed = listed;
        this.absent = absent;
        this.bounds = bounds;
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
            boolean more = tenancy.inTransaction(merchant, () -> step(merchant, merge, absences));
            if (!more) {
                return true;
            }
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

    private void mergeListed(MerchantId merchant, FeedMerge merge, StagedRun run) {
        List<Figured> page = figures.page(merchant, run.id(), run.mergedOffer(), ApplyFeed.CHUNK);
        List<Line> lines = new ArrayList<>(page.size());
        for (Figured figure : page) {
            @Nullable Integer quantity = figure.quantity();
            if (quantity != null) {
                lines.add(new Line(figure.offer(), figure.sku(), quantity));
            }
        }
        Tally tally = lines.isEmpty() ? Tally.NONE : listed.merge(merchant, merge, lines);
        boolean whole = page.size() < ApplyFeed.CHUNK;
        runs.merged(merchant, run.id(), whole ? null : page.getLast().offer(), whole, tally);
    }

    private @Nullable OfferId mergeAbsent(MerchantId merchant, FeedMerge merge, StagedRun run) {
        MergeAbsent.Page page = absent.merge(
                merchant, merge, offers -> spoken(merchant, run, offers), run.mergedOffer(), ApplyFeed.CHUNK);
        runs.merged(merchant, run.id(), page.last(), true, page.tally());
        return page.last();
    }

    private MergeAbsent.Spoken spoken(MerchantId merchant, StagedRun run, Set<OfferId> offers) {
        Map<OfferId, @Nullable Integer> staged = figures.among(merchant, run.id(), offers);
        Set<OfferId> listedOffers = new HashSet<>();
        Set<OfferId> unclear = new HashSet<>();
        staged.forEach((offer, quantity) -> (quantity == null ? unclear : listedOffers).add(offer));
        return new MergeAbsent.Spoken(listedOffers, unclear);
    }
}
