package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.inventory.FeedLines.Line;
import dev.baton.inventory.FeedLines.Matched;
import dev.baton.inventory.FeedMerge.Tally;
import dev.baton.inventory.FeedRuns.Arrival;
import dev.baton.inventory.JudgeFigures.Judged;
import dev.baton.platform.Crash;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a supplier's stock file or message into the figures that orders are promised from. */
@Component
public final class ApplyFeed {

    /** Most rows of one run. */
    public static final int MOST_ROWS = 200_000;

    /** Stock rows of one transaction. */
    static final int CHUNK = 5_000;

    private final Tenancy tenancy;
    private final SupplierLookup suppliers;
    private final FeedLines lines;
    private final MergeListed listed;
    private final MergeAbsent absent;
    private final StockRows rows;
    private final FeedBounds bounds;
    private final JudgeFigures figures;
    private final Ids ids;
    private final Clock clock;

    ApplyFeed(
            Tenancy tenancy,
            SupplierLookup suppliers,
            FeedLines lines,
            MergeListed listed,
            MergeAbsent absent,
            StockRows rows,
            FeedBounds bounds,
            JudgeFigures figures,
            Ids ids,
            Clock clock) {
        this.tenancy = tenancy;
        this.suppliers = suppliers;
        this.lines = lines;
        this.listed = listed;
        this.absent = absent;
        this.rows = rows;
        this.bounds = bounds;
        this.figures = figures;
        this.ids = ids;
        this.clock = clock;
    }

    /** A run with what it speaks of; {@code judged} null: it is believed as it is. */
    private record Prepared(
            FeedMerge merge,
            Arrival arrival,
            Matched matched,
            boolean inOne,
            @Nullable Judged judged) {

        List<Line> lines() {
            return matched.lines();
        }
    }

    /**
     * Merges the run. A figure applies only when its run is newer than what is known of the offer; an older one is
     * kept as superseded, whatever the order of arrival, so that a run sent twice changes nothing. Rows that name no
     * offer are reported and the rest goes on. A full run of which no row names an offer is not applied: a person is
     * asked. A guarded run that does not look right as a whole, or is a preview, changes nothing and is not kept: the
     * answer says what it would change, and why it is doubted.
     *
     * <p>Up to {@value #CHUNK} offers are one transaction; a larger run is several, in the order of the offers, so
     * call it without an open one. When it is cut short, sending it again finishes it.
     *
     * @throws Problem {@link InventoryProblem#FEED_SUPPLIER_UNKNOWN}, {@link InventoryProblem#FEED_EMPTY},
     *     {@link InventoryProblem#FEED_TOO_LARGE}
     */
    public FeedOutcome apply(MerchantId merchant, NewFeedRun run) {
        refuseShape(run);
        FeedRunId id = new FeedRunId(ids.next());
        Prepared prepared = tenancy.inTransaction(merchant, () -> prepare(merchant, id, run));
        List<FeedFault> faults = prepared.arrival().faults();
        @Nullable Judged judged = prepared.judged();
        if (judged != null && !judged.isBelieved()) {
            return new FeedOutcome(id, 0, 0, 0, faults, judged.doubt() != null, judged.diff(), judged.doubt());
        }
        if (run.mode() == FeedMode.FULL && prepared.lines().isEmpty()) {
            tenancy.run(merchant, () -> bounds.quarantine(merchant, prepared.merge(), prepared.arrival()));
            return new FeedOutcome(id, 0, 0, 0, faults, true, null, null);
        }
        Tally tally = prepared.inOne()
                ? tenancy.inTransaction(merchant, () -> merge(merchant, prepared))
                : merge(merchant, prepared);
        return new FeedOutcome(
                id,
                tally.applied(),
                tally.unchanged(),
                tally.superseded(),
                faults,
                false,
                judged == null ? null : judged.diff(),
                null);
    }

    private static void refuseShape(NewFeedRun run) {
        if (run.rows().size() > MOST_ROWS) {
            throw new Problem(
                    InventoryProblem.FEED_TOO_LARGE, "Send at most " + MOST_ROWS + " rows in one run.", "rows");
        }
        if (run.mode() == FeedMode.FULL && run.rows().isEmpty()) {
            throw new Problem(
                    InventoryProblem.FEED_EMPTY,
                    "A full run without rows would say that nothing is left of anything: send its rows, or 0 for each.",
                    "rows");
        }
    }

    private Prepared prepare(MerchantId merchant, FeedRunId id, NewFeedRun run) {
        @Nullable
        SupplierTerms terms = suppliers.terms(merchant, Set.of(run.supplier())).get(run.supplier());
        if (terms == null) {
            throw new Problem(
                    InventoryProblem.FEED_SUPPLIER_UNKNOWN, "The supplier is not known: define it first.", "supplier");
        }
        Instant receivedAt = FeedOrder.micros(clock.instant());
        @Nullable Guarded by = run.guarded();
        Duration maxAge =
                by == null || by.maxAge() == null ? Duration.ofSeconds(terms.maxFeedAgeSeconds()) : by.maxAge();
        FeedOrder order = FeedOrder.of(run, receivedAt, maxAge);
        FeedMerge merge = new FeedMerge(
                id,
                terms,
                run.mode(),
                order,
                by == null || by.absence() == null ? terms.absence() : by.absence(),
                terms.silentDeltaConfirms());
        Matched matched = lines.match(merchant, run);
        boolean inOne = matched.lines().size() <= CHUNK
                && (run.mode() == FeedMode.DELTA || bounds.fitsOneTransaction(merchant, run.supplier()));
        @Nullable Judged judged = by == null ? null : figures.judge(merchant, merge, matched, by, receivedAt);
        return new Prepared(merge, new Arrival(run, receivedAt, matched.faults()), matched, inOne, judged);
    }

    private boolean begin(MerchantId merchant, Prepared run) {
        boolean current = bounds.begin(merchant, run.merge(), run.arrival());
        @Nullable Judged judged = run.judged();
        if (judged != null) {
            figures.believed(merchant, run.merge(), judged);
        }
        return current;
    }

    /** Each step joins the one transaction of a small run, or is a transaction itself. */
    private Tally merge(MerchantId merchant, Prepared run) {
        FeedMerge merge = run.merge();
        List<Line> all = run.lines();
        boolean current = tenancy.inTransaction(merchant, () -> begin(merchant, run));
        Crash.at("inventory.feed-begun");
        Tally tally = Tally.NONE;
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<Line> chunk = all.subList(from, Math.min(all.size(), from + CHUNK));
            tally = tally.plus(tenancy.inTransaction(merchant, () -> listed.merge(merchant, merge, chunk)));
            Crash.at("inventory.feed-chunk");
        }
        if (merge.mode() == FeedMode.FULL && current) {
            tally = tally.plus(mergeAbsent(merchant, merge, run.matched()));
        }
        Tally total = tally;
        tenancy.run(merchant, () -> bounds.finish(merchant, merge, total));
        Crash.at("inventory.feed-finished");
        return total;
    }

    private Tally mergeAbsent(MerchantId merchant, FeedMerge merge, Matched matched) {
        Set<OfferId> present = matched.lines().stream().map(Line::offer).collect(Collectors.toSet());
        MergeAbsent.Spoken spoken =
                new MergeAbsent.Spoken(present, matched.unclear().keySet());
        MergeAbsent.Speech speech = new MergeAbsent.Speech() {
            @Override
            public List<StockRow> page(@Nullable OfferId behind, int limit) {
                return rows.page(merchant, merge.supplier(), behind, limit);
            }

            @Override
            public MergeAbsent.Spoken among(Set<OfferId> offers) {
                return spoken;
            }
        };
        Tally tally = Tally.NONE;
        @Nullable OfferId after = null;
        do {
            @Nullable OfferId from = after;
            MergeAbsent.Page page =
                    tenancy.inTransaction(merchant, () -> absent.merge(merchant, merge, speech, from, CHUNK));
            tally = tally.plus(page.tally());
            after = page.last();
        } while (after != null);
        return tally;
    }
}
