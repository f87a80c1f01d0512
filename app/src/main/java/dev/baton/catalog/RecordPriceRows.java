package dev.baton.catalog;

import dev.baton.catalog.PriceChecks.Usable;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.Work;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What rows of a supplier's price list do to its offers: a cost holds at once or from its day on, one that jumped waits
 * for a person, and what no offer is yet is kept to be matched. A row that cannot be used is named; the others go on.
 */
@Component
public final class RecordPriceRows {

    /** Most rows of one call; the transaction stays bounded. */
    public static final int MOST_ROWS = 5_000;

    /** Why a second jump of one offer in one list is left out. */
    static final String ASKED_ALREADY =
            "another cost of the same item waits for a decision: send this row again once that is decided";

    private final Tenancy tenancy;
    private final TakePriceRows take;
    private final SupplierLookup suppliers;
    private final Recording recording;
    private final Clock clock;

    RecordPriceRows(
            Tenancy tenancy, TakePriceRows take, SupplierLookup suppliers, Recording recording, WorkAndClock later) {
        this.tenancy = tenancy;
        this.take = take;
        this.suppliers = suppliers;
        this.recording = recording;
        this.clock = later.clock();
    }

    /** What is to be done later, and when that is. */
    @Component
    record WorkAndClock(Work work, Clock clock) {}

    /**
     * What became of the rows.
     *
     * @param applied costs that hold now
     * @param planned costs that hold from their day on
     * @param waiting costs that jumped and wait for a person
     * @param unchanged rows that say what was known
     * @param unmatched items that are no offer yet
     * @param faults rows that cannot be used
     */
    public record Outcome(int applied, int planned, int waiting, int unchanged, int unmatched, List<Fault> faults) {

        public Outcome {
            faults = List.copyOf(faults);
        }
    }

    /** A row that cannot be used; {@code row} counts from 0, the message names the way out. */
    public record Fault(int row, String field, String message) {}

    /**
     * Records the rows; opens or joins a transaction. A cost stated for a day that has passed holds from now: what was
     * decided before keeps its cost.
     *
     * @param since from when the costs hold of rows that name no day of their own
     * @throws Problem {@link CatalogProblem#BATCH_TOO_LARGE}, {@link CatalogProblem#SUPPLIER_UNKNOWN}
     */
    public Outcome record(MerchantId merchant, SupplierId supplier, List<PriceRow> rows, Instant since) {
        if (rows.size() > MOST_ROWS) {
            throw new Problem(
                    CatalogProblem.BATCH_TOO_LARGE,
                    rows.size() + " rows are more than one call takes: send at most " + MOST_ROWS + " at a time.",
                    "rows");
        }
        return tenancy.inTransaction(merchant, () -> {
            SupplierTerms terms = terms(suppliers, merchant, supplier);
            Instant now = clock.instant();
            List<Fault> faults = new ArrayList<>();
            List<Usable> good = PriceChecks.usable(rows, since, now, faults);
            List<TakenRow> taken =
                    take.take(merchant, terms, good, new PriceStatement(since, now, null, List.of(), false));
            taken.stream()
                    .filter(each -> each.outcome() == null)
                    .forEach(each -> faults.add(new Fault(each.row().index(), "unitCost", ASKED_ALREADY)));
            Outcome outcome = outcome(taken, faults);
            recording.audit().record(merchant, List.of(entry(supplier, outcome)));
            return outcome;
        });
    }

    static SupplierTerms terms(SupplierLookup suppliers, MerchantId merchant, SupplierId supplier) {
        SupplierTerms terms = suppliers.terms(merchant, List.of(supplier)).get(supplier);
        if (terms == null) {
            throw new Problem(
                    CatalogProblem.SUPPLIER_UNKNOWN, "The supplier is not known: define it first.", "supplier");
        }
        return terms;
    }

    private static Outcome outcome(List<TakenRow> taken, List<Fault> faults) {
        return new Outcome(
                count(taken, PriceOutcome.APPLIED),
                count(taken, PriceOutcome.PLANNED),
                count(taken, PriceOutcome.WAITING),
                count(taken, PriceOutcome.UNCHANGED) + count(taken, PriceOutcome.SUPERSEDED),
                count(taken, PriceOutcome.UNMATCHED),
                faults);
    }

    static int count(List<TakenRow> taken, PriceOutcome outcome) {
        return (int) taken.stream().filter(each -> each.outcome() == outcome).count();
    }

    private static AuditEntry entry(SupplierId supplier, Outcome outcome) {
        return new AuditEntry(
                "RecordPriceRows",
                "supplier",
                supplier.value(),
                null,
                outcome.applied() + " applied, " + outcome.planned() + " planned, " + outcome.waiting() + " waiting, "
                        + outcome.unmatched() + " unmatched",
                null);
    }
}
