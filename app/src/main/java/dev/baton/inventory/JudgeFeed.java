package dev.baton.inventory;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks at a stock file as a whole before any of it is believed: a file of zeros, one with half its rows gone or one in
 * which most of what was there has run out, or a first one that leaves most offers without stock, waits for a person, and the last good figures stand and age. The same file
 * again is stopped again: a repeat is no consent. Days the supplier declared itself away make zeros valid.
 */
@Component
public final class JudgeFeed {

    private final Tenancy tenancy;
    private final SupplierLookup suppliers;
    private final FeedDoubts doubts;
    private final StagedRuns staged;
    private final StagedFigures figures;
    private final FeedRuns runs;
    private final DecideFeed decide;
    private final Tasks tasks;
    private final Audit audit;

    JudgeFeed(
            Tenancy tenancy,
            SupplierLookup suppliers,
            FeedDoubts doubts,
            StagedRuns staged,
            StagedFigures figures,
            FeedRuns runs,
            DecideFeed decide,
            Tasks tasks,
            Audit audit) {
        this.tenancy = tenancy;
        this.suppliers = suppliers;
        this.doubts = doubts;
        this.staged = staged;
        this.figures = figures;
        this.runs = runs;
        this.decide = decide;
        this.tasks = tasks;
        this.audit = audit;
    }

    /**
     * Judges a run all of whose rows are taken; opens a transaction. A run that is judged already keeps its verdict.
     *
     * @throws Problem NOT_FOUND when there is none of that id; {@link InventoryProblem#FEED_DECIDED} when it was refused
     */
    public FeedVerdict judge(MerchantId merchant, FeedRunId run) {
        return tenancy.inTransaction(merchant, () -> {
            StagedRun found = staged.lock(merchant, run)
                    .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no stock file of that id."));
            return switch (found.state()) {
                case STAGING -> judge(merchant, found);
                case PROPOSED -> FeedVerdict.PROPOSED;
                case QUARANTINED -> FeedVerdict.QUARANTINED;
                case MERGING, MERGED, INTERRUPTED -> FeedVerdict.BELIEVED;
                case REFUSED -> throw DecideFeed.decidedAlready();
            };
        });
    }

    private FeedVerdict judge(MerchantId merchant, StagedRun run) {
        if (!figures.isMarked(merchant, run.id())) {
            throw new IllegalStateException("the staging of run " + run.id().value() + " was lost and begins anew");
        }
        if (run.decided()) {
            runs.move(merchant, run.id(), FeedRuns.State.MERGING);
            return FeedVerdict.BELIEVED;
        }
        SupplierTerms terms = Objects.requireNonNull(
                suppliers.terms(merchant, Set.of(run.supplier())).get(run.supplier()));
        FeedDiff counted = figures.diff(merchant, run);
        FeedDiff diff = new FeedDiff(
                counted.offers(),
                counted.zeros(),
                counted.stocked(),
                counted.lost(),
                counted.raised(),
                counted.lowered(),
                counted.unchanged(),
                counted.firstSeen(),
                staged.previousOffers(merchant, run.source(), run.id()).orElse(null));
        @Nullable String reason = doubts.about(merchant, FeedDoubts.Looked.of(run, diff), terms);
        FeedVerdict verdict =
                run.proposal() ? FeedVerdict.PROPOSED : reason == null ? FeedVerdict.BELIEVED : FeedVerdict.QUARANTINED;
        staged.judged(merchant, run.id(), diff, reason);
        staged.undecidedBefore(merchant, run.source(), run.id(), run.mode())
                .forEach(older -> decide.replace(merchant, older, "a later file took its place"));
        FeedRuns.State state = switch (verdict) {
            case BELIEVED -> FeedRuns.State.MERGING;
            case PROPOSED -> FeedRuns.State.PROPOSED;
            case QUARANTINED -> FeedRuns.State.QUARANTINED;
        };
        runs.move(merchant, run.id(), state);
        if (verdict == FeedVerdict.QUARANTINED) {
            tasks.open(merchant, task(run, terms, Objects.requireNonNull(reason)));
        }
        audit.record(
                merchant,
                List.of(new AuditEntry("JudgeFeed", "feed_run", run.id().value(), null, state.name(), reason)));
        Crash.at("inventory.feed-judged");
        return verdict;
    }

    private static NewTask task(StagedRun run, SupplierTerms terms, String reason) {
        return new NewTask(
                FeedBounds.QUARANTINED,
                "supplier",
                run.supplier().value(),
                "A stock file of " + terms.name() + " looks wrong: " + reason,
                "The whole file (" + run.id().value() + ") was set aside: what was known before stands and ages, and no"
                        + " shortage opens. If nothing is done, stock is sold on that until the feed counts as"
                        + " stale. Ask the supplier, \"" + reason + ": right?\", then accept the file or refuse it; the"
                        + " task closes by itself with the next file that can be used.");
    }
}
