package dev.baton.inventory;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tenancy;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A person says whether a stock file that waits is to be believed. */
@Component
public final class DecideFeed {

    private final Tenancy tenancy;
    private final StagedRuns staged;
    private final StagedFigures figures;
    private final FeedRuns runs;
    private final Tasks tasks;
    private final Audit audit;
    private final Clock clock;

    DecideFeed(
            Tenancy tenancy,
            StagedRuns staged,
            StagedFigures figures,
            FeedRuns runs,
            Tasks tasks,
            Audit audit,
            Clock clock) {
        this.tenancy = tenancy;
        this.staged = staged;
        this.figures = figures;
        this.runs = runs;
        this.tasks = tasks;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The file is right: it may be merged ({@link MergeStagedFeed}). Opens or joins a transaction. Once more changes
     * nothing.
     *
     * @throws Problem NOT_FOUND; {@link InventoryProblem#FEED_DECIDED} when it was refused or replaced, or is not read yet
     */
    public void accept(MerchantId merchant, FeedRunId run) {
        tenancy.run(merchant, () -> {
            StagedRun found = found(merchant, run);
            switch (found.state()) {
                case MERGING, MERGED, INTERRUPTED -> {
                    return;
                }
                case STAGING, REFUSED -> throw decidedAlready();
                case PROPOSED, QUARANTINED -> decide(merchant, found, FeedRuns.State.MERGING, null);
            }
        });
    }

    /**
     * The file is wrong: nothing of it is merged. Opens or joins a transaction. Once more changes nothing.
     *
     * @param reason in words
     * @throws Problem NOT_FOUND; {@link InventoryProblem#FEED_DECIDED} when it is merged, or being merged
     */
    public void refuse(MerchantId merchant, FeedRunId run, String reason) {
        tenancy.run(merchant, () -> {
            StagedRun found = found(merchant, run);
            switch (found.state()) {
                case REFUSED -> {
                    return;
                }
                case MERGING, MERGED, INTERRUPTED -> throw decidedAlready();
                case STAGING, PROPOSED, QUARANTINED -> decide(merchant, found, FeedRuns.State.REFUSED, reason);
            }
        });
    }

    /** A later file took its place; the task of the supplier is the later one's. Needs an open transaction. */
    void replace(MerchantId merchant, FeedRunId run, String reason) {
        runs.move(merchant, run, FeedRuns.State.REFUSED);
        staged.decided(merchant, run, reason, FeedOrder.micros(clock.instant()));
    }

    private StagedRun found(MerchantId merchant, FeedRunId run) {
        return staged.lock(merchant, run)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no stock file of that id."));
    }

    private void decide(MerchantId merchant, StagedRun run, FeedRuns.State to, @Nullable String reason) {
        runs.move(merchant, run.id(), to);
        staged.decided(merchant, run.id(), reason, FeedOrder.micros(clock.instant()));
        tasks.closeFor(
                merchant,
                FeedBounds.QUARANTINED,
                run.supplier().value(),
                to == FeedRuns.State.REFUSED ? "the file was refused" : "the file was accepted");
        audit.record(
                merchant,
                List.of(new AuditEntry(
                        "DecideFeed", "feed_run", run.id().value(), run.state().name(), to.name(), reason)));
    }

    /** Empties the staging of a run that needs it no more; a transaction a piece. */
    public void clear(MerchantId merchant, FeedRunId run) {
        boolean more;
        do {
            more = tenancy.inTransaction(merchant, () -> figures.purge(merchant, run));
        } while (more);
    }

    static Problem decidedAlready() {
        return new Problem(
                InventoryProblem.FEED_DECIDED,
                "The stock file is not waiting for a decision: read its state, and send a newer file where it is wrong.");
    }
}
