package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.inventory.FeedMerge.Tally;
import dev.baton.inventory.FeedRuns.Arrival;
import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The first and the last step of a run. Each needs an open transaction. */
@Component
final class FeedBounds {

    static final String QUARANTINED = "inventory.feed-quarantined";

    private final FeedRuns runs;
    private final StagedRuns staged;
    private final FeedScopes scopes;
    private final StockRows rows;
    private final StockChanges stock;
    private final Deductions deductions;
    private final CoverDeductions cover;
    private final Tasks tasks;
    private final Audit audit;
    private final WatchNewFigures watch;

    FeedBounds(
            FeedRuns runs,
            StagedRuns staged,
            FeedScopes scopes,
            StockRows rows,
            StockChanges stock,
            Deductions deductions,
            CoverDeductions cover,
            Tasks tasks,
            Audit audit,
            WatchNewFigures watch) {
        this.runs = runs;
        this.staged = staged;
        this.scopes = scopes;
        this.rows = rows;
        this.stock = stock;
        this.deductions = deductions;
        this.cover = cover;
        this.tasks = tasks;
        this.audit = audit;
        this.watch = watch;
    }

    boolean fitsOneTransaction(MerchantId merchant, SupplierId supplier) {
        return rows.page(merchant, supplier, null, ApplyFeed.CHUNK + 1).size() <= ApplyFeed.CHUNK;
    }

    /** Opens the run; false for a full run that is older than another that began, so that its absences mean nothing. */
    boolean begin(MerchantId merchant, FeedMerge run, Arrival arrival) {
        Scope scope = scopes.lock(merchant, run.supplier());
        runs.begin(merchant, run, arrival, FeedRuns.State.MERGING);
        return announce(merchant, run, scope);
    }

    /** As {@link #begin}, for a run whose row is there already. */
    boolean resume(MerchantId merchant, FeedMerge run) {
        Scope scope = scopes.lock(merchant, run.supplier());
        runs.move(merchant, run.id(), FeedRuns.State.MERGING);
        return announce(merchant, run, scope);
    }

    private boolean announce(MerchantId merchant, FeedMerge run, Scope scope) {
        runs.interruptOthers(merchant, run);
        boolean current = isCurrent(run, scope);
        if (run.mode() == FeedMode.FULL && current) {
            scopes.write(merchant, scope.announcing(run.order()));
        }
        return current;
    }

    private static boolean isCurrent(FeedMerge run, Scope scope) {
        return run.order().against(scope.announcedAt(), scope.announcedSequence()) != FeedOrder.Age.OLDER;
    }

    /** Lets the run speak for what it did not list, and covers what that contains. */
    void finish(MerchantId merchant, FeedMerge run, Tally tally) {
        Scope before = scopes.lock(merchant, run.supplier());
        Scope after = switch (run.mode()) {
            case FULL -> isCurrent(run, before) ? before.merged(run.order()) : before;
            case DELTA -> before.heard(run.order(), run.silenceConfirms());
        };
        if (!after.equals(before)) {
            scopes.write(merchant, after);
            sweep(merchant, run, after);
        }
        stock.wake(merchant, run.supplier());
        runs.finish(merchant, run, tally);
        watch.plan(merchant, run.supplier());
        if (!staged.anyQuarantined(merchant, run.supplier())) {
            tasks.closeFor(merchant, QUARANTINED, run.supplier().value(), "a later stock file was merged");
        }
        audit.record(
                merchant,
                List.of(new AuditEntry(
                        "ApplyFeed", "feed_run", run.id().value(), null, FeedRuns.State.MERGED.name(), words(tally))));
    }

    /** Deductions of offers the run did not write, and those that came in while it was merged. */
    private void sweep(MerchantId merchant, FeedMerge run, Scope scope) {
        Set<OfferId> offers = deductions.openOffers(merchant, run.supplier(), run.contains(), ApplyFeed.CHUNK);
        LockedStock locked = stock.lock(merchant, offers);
        Map<OfferId, Instant> figuresAt = new HashMap<>();
        for (Balance balance : locked.all()) {
            @Nullable Instant effective = scope.effective(balance.before());
            if (effective != null) {
                figuresAt.put(balance.offer(), run.contains(effective));
            }
        }
        cover.cover(merchant, locked, run.supplier(), figuresAt);
        stock.settle(merchant, locked);
    }

    /** Keeps the run without believing it, and asks a person. */
    void quarantine(MerchantId merchant, FeedMerge run, Arrival arrival) {
        runs.begin(merchant, run, arrival, FeedRuns.State.QUARANTINED);
        tasks.open(
                merchant,
                new NewTask(
                        QUARANTINED,
                        "supplier",
                        run.supplier().value(),
                        "A full stock file of " + run.terms().name() + " names none of its offers",
                        "None of its " + arrival.sent().rows().size()
                                + " rows has an item that is offered, so the file was not used and"
                                + " the last figures stand and age. If nothing is done, stock is sold on old figures. Ask the"
                                + " supplier whether it sent the right file, or define its offers; the task closes by itself"
                                + " with the next file that can be used."));
        audit.record(
                merchant,
                List.of(new AuditEntry(
                        "ApplyFeed",
                        "feed_run",
                        run.id().value(),
                        null,
                        FeedRuns.State.QUARANTINED.name(),
                        "no row names an offer")));
    }

    private static String words(Tally tally) {
        return tally.applied() + " applied, " + tally.unchanged() + " unchanged, " + tally.superseded() + " superseded";
    }
}
