package dev.baton.catalog;

import dev.baton.catalog.PriceChecks.Usable;
import dev.baton.catalog.PriceRunRows.Listed;
import dev.baton.catalog.PriceRunView.Counts;
import dev.baton.catalog.PriceRunView.State;
import dev.baton.catalog.RecordPriceRows.Fault;
import dev.baton.catalog.TakePriceRows.Item;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes a price list in, a piece at a time and twice: first it is judged as a whole without effect, then each row counts.
 * What was done stays done when the reader dies; it goes on behind the row it is told.
 */
@Component
public final class TakePriceList {

    /** Most rows of one piece. */
    public static final int MOST_ROWS = RecordPriceRows.MOST_ROWS;

    /** Kind of the task that asks whether a list is right; its subject is the supplier. */
    static final String DOUBTED = "catalog.price-list-doubted";

    /** Offers from which on a list is looked at as a whole. */
    private static final int GUARD_FROM = 10;

    private final Tenancy tenancy;
    private final PriceRuns runs;
    private final Lines lines;
    private final TakePriceRows take;
    private final SupplierLookup suppliers;
    private final Tasks tasks;
    private final Recording recording;
    private final Ids ids;
    private final Clock clock;

    TakePriceList(
            Tenancy tenancy,
            PriceRuns runs,
            Lines lines,
            TakePriceRows take,
            SupplierLookup suppliers,
            Tasks tasks,
            Recording recording,
            IdsAndClock time) {
        this.tenancy = tenancy;
        this.runs = runs;
        this.lines = lines;
        this.take = take;
        this.suppliers = suppliers;
        this.tasks = tasks;
        this.recording = recording;
        this.ids = time.ids();
        this.clock = time.clock();
    }

    /** Where rows of price lists are kept. */
    @Component
    record Lines(PriceRunRows rows, PriceFaults faults) {}

    /** Where ids and the time come from. */
    @Component
    record IdsAndClock(Ids ids, Clock clock) {}

    /**
     * Opens a run. Opens or joins a transaction.
     *
     * @throws Problem {@link CatalogProblem#SUPPLIER_UNKNOWN}; NOT_FOUND when there is no run to mend
     */
    public PriceRunId begin(MerchantId merchant, NewPriceRun run) {
        return tenancy.inTransaction(merchant, () -> {
            RecordPriceRows.terms(suppliers, merchant, run.supplier());
            @Nullable PriceRunId mends = run.mends();
            Instant statedAt =
                    mends == null ? run.statedAt() : locked(merchant, mends).statedAt();
            Instant since =
                    mends == null ? run.since() : locked(merchant, mends).since();
            Instant at = statedAt.truncatedTo(ChronoUnit.MICROS);
            PriceRunId id = new PriceRunId(ids.next());
            runs.insert(merchant, id, run, at, since == null ? at : since.truncatedTo(ChronoUnit.MICROS));
            return id;
        });
    }

    private PriceRunView locked(MerchantId merchant, PriceRunId run) {
        return runs.lock(merchant, run)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no price list of that id."));
    }

    /** The row up to which all is done, 0 = none yet; null when the run takes no rows. Opens or joins a transaction. */
    public @Nullable Long reached(MerchantId merchant, PriceRunId run) {
        return tenancy.<@Nullable Long>inTransaction(merchant, () -> {
            PriceRunView found = locked(merchant, run);
            return found.state() == State.JUDGING || found.state() == State.APPLYING ? found.reachedRow() : null;
        });
    }

    /**
     * Takes the next piece of rows, in one transaction; nothing when they are done already.
     *
     * @param found what the reader found wrong with rows of this piece
     * @param upTo the last row of the file this piece covers
     * @throws IllegalStateException when the piece is too large
     */
    public void take(MerchantId merchant, PriceRunId run, List<ListedPrice> rows, List<PriceFault> found, long upTo) {
        if (rows.size() > MOST_ROWS) {
            throw new IllegalStateException(rows.size() + " rows in one piece");
        }
        tenancy.run(merchant, () -> {
            PriceRunView open = locked(merchant, run);
            boolean reads = open.state() == State.JUDGING || open.state() == State.APPLYING;
            if (!reads || upTo <= open.reachedRow()) {
                return;
            }
            List<PriceFault> faults = new ArrayList<>(found);
            List<PriceChange> changes = changes(merchant, open, rows, faults);
            lines.rows().keep(merchant, run, changes);
            lines.faults().keep(merchant, run, faults);
            int faulty = (int) faults.stream().map(PriceFault::row).distinct().count();
            runs.reached(merchant, run, upTo, counts(changes), faulty);
        });
    }

    private List<PriceChange> changes(
            MerchantId merchant, PriceRunView run, List<ListedPrice> rows, List<PriceFault> faults) {
        Instant now = clock.instant();
        List<Fault> wrong = new ArrayList<>();
        List<Usable> usable =
                PriceChecks.usable(rows.stream().map(ListedPrice::row).toList(), run.since(), now, wrong);
        List<PriceChange> changes = new ArrayList<>(rows.size());
        List<Usable> open = first(merchant, run, rows, usable, now, wrong, changes);
        SupplierTerms terms = RecordPriceRows.terms(suppliers, merchant, run.supplier());
        PriceStatement stated = new PriceStatement(
                run.since(),
                run.statedAt(),
                run.id(),
                rows.stream().map(ListedPrice::number).toList(),
                run.state() == State.JUDGING);
        for (TakenRow taken : take.take(merchant, terms, open, stated)) {
            @Nullable PriceOutcome outcome = taken.outcome();
            if (outcome == null) {
                wrong.add(new Fault(taken.row().index(), "unitCost", RecordPriceRows.ASKED_ALREADY));
            } else {
                changes.add(change(rows, taken.row(), outcome, taken.before()));
            }
        }
        for (Fault fault : wrong) {
            ListedPrice row = rows.get(fault.row());
            faults.add(new PriceFault(
                    row.number(), row.row().supplierSku(), false, fault.field() + ": " + fault.message() + "."));
        }
        return changes;
    }

    /** The rows of which the list has not said the same, or something of a later day that has come, before. */
    private List<Usable> first(
            MerchantId merchant,
            PriceRunView run,
            List<ListedPrice> rows,
            List<Usable> usable,
            Instant now,
            List<Fault> wrong,
            List<PriceChange> passed) {
        Map<Item, List<Listed>> known = new HashMap<>();
        List<Item> items =
                usable.stream().map(each -> Item.of(each.row())).distinct().toList();
        lines.rows()
                .listed(merchant, run.id(), items)
                .forEach(each -> known.computeIfAbsent(each.item(), none -> new ArrayList<>())
                        .add(each));
        List<Usable> open = new ArrayList<>();
        for (Usable each : usable) {
            long number = rows.get(each.index()).number();
            @Nullable Listed same = null;
            boolean overtaken = false;
            for (Listed other : known.getOrDefault(Item.of(each.row()), List.of())) {
                if (other.number() < number && other.since().equals(each.since())) {
                    same = other;
                }
                overtaken |= other.number() < number
                        && other.since().isAfter(each.since())
                        && !other.since().isAfter(now);
            }
            if (same != null) {
                wrong.add(new Fault(
                        each.index(), "supplierSku", "the item stands on row " + same.number() + " too: keep one"));
            } else if (overtaken) {
                passed.add(change(rows, each, PriceOutcome.SUPERSEDED, null));
            } else {
                open.add(each);
            }
        }
        return open;
    }

    private static PriceChange change(List<ListedPrice> rows, Usable row, PriceOutcome outcome, @Nullable Cost before) {
        return new PriceChange(
                rows.get(row.index()).number(),
                row.row().supplierSku(),
                row.row().shipFrom(),
                row.since(),
                outcome,
                before,
                row.row().over(before));
    }

    private static Counts counts(List<PriceChange> changes) {
        Map<PriceOutcome, Integer> counts = new HashMap<>();
        changes.forEach(each -> counts.merge(each.outcome(), 1, Integer::sum));
        return new Counts(
                counts.getOrDefault(PriceOutcome.APPLIED, 0),
                counts.getOrDefault(PriceOutcome.PLANNED, 0),
                counts.getOrDefault(PriceOutcome.WAITING, 0),
                counts.getOrDefault(PriceOutcome.UNCHANGED, 0),
                counts.getOrDefault(PriceOutcome.UNMATCHED, 0),
                counts.getOrDefault(PriceOutcome.SUPERSEDED, 0));
    }

    /**
     * All rows of the file are done: what was judged is let through, or waits for a person; what was applied is done.
     * Opens or joins a transaction; once more changes nothing.
     *
     * @return the state now; with APPLYING the file is to be read once more
     */
    public State end(MerchantId merchant, PriceRunId id) {
        return tenancy.inTransaction(merchant, () -> {
            PriceRunView run = locked(merchant, id);
            return switch (run.state()) {
                case JUDGING -> judge(merchant, run);
                case APPLYING -> {
                    runs.move(merchant, id, State.APPLIED, null, clock.instant());
                    recording.audit().record(merchant, List.of(entry(run, State.APPLIED)));
                    yield State.APPLIED;
                }
                case PROPOSED, QUARANTINED, APPLIED, REFUSED -> run.state();
            };
        });
    }

    private State judge(MerchantId merchant, PriceRunView run) {
        Counts counts = run.counts();
        boolean wild = counts.known() >= GUARD_FROM && counts.waiting() * 2 > counts.known();
        if (wild) {
            String reason = counts.waiting() + " of " + counts.known() + " costs would jump";
            runs.move(merchant, run.id(), State.QUARANTINED, reason, null);
            tasks.open(merchant, doubted(merchant, run, reason));
            return State.QUARANTINED;
        }
        if (run.proposal()) {
            runs.move(merchant, run.id(), State.PROPOSED, null, null);
            return State.PROPOSED;
        }
        runs.apply(merchant, run.id());
        return State.APPLYING;
    }

    private NewTask doubted(MerchantId merchant, PriceRunView run, String reason) {
        SupplierTerms terms = RecordPriceRows.terms(suppliers, merchant, run.supplier());
        return new NewTask(
                DOUBTED,
                "supplier",
                run.supplier().value(),
                "A price list of " + terms.name() + " looks wrong",
                reason + ", more than half. Is it in another currency, per pack, or read from the wrong column? Nothing"
                        + " of it counts until somebody decides; if nothing is done, the costs from before go on. See"
                        + " what the price list's file would change, then accept or refuse it.");
    }

    private static AuditEntry entry(PriceRunView run, State to) {
        Counts counts = run.counts();
        return new AuditEntry(
                "TakePriceList",
                "price_run",
                run.id().value(),
                run.state().name(),
                to.name(),
                counts.applied() + " applied, " + counts.planned() + " planned, " + counts.waiting() + " waiting, "
                        + counts.unmatched() + " unmatched");
    }

    /** Forgets what rows of earlier, ended editions of the list came to; a transaction a piece. */
    public void forgetEarlier(MerchantId merchant, PriceRunId run) {
        boolean more;
        do {
            more = tenancy.inTransaction(merchant, () -> {
                Optional<PriceRunId> earlier = lines.rows().earlier(merchant, run);
                earlier.ifPresent(edition -> lines.rows().forget(merchant, edition, MOST_ROWS));
                return earlier.isPresent();
            });
        } while (more);
    }
}
