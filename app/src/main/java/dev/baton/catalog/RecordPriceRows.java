package dev.baton.catalog;

import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.Work;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What rows of a supplier's price list do to its offers: a cost holds at once or from its day on, one that jumped waits
 * for a person, and what no offer is yet is kept to be matched. A row that cannot be used is named; the others go on.
 */
@Component
public final class RecordPriceRows {

    /** Most rows of one call; the transaction stays bounded. */
    public static final int MOST_ROWS = 5_000;

    private final Tenancy tenancy;
    private final Offers offers;
    private final CostRows costs;
    private final PriceListParts parts;
    private final SupplierLookup suppliers;
    private final Recording recording;
    private final Work work;
    private final Clock clock;

    RecordPriceRows(
            Tenancy tenancy,
            Offers offers,
            CostRows costs,
            PriceListParts parts,
            SupplierLookup suppliers,
            Recording recording,
            WorkAndClock later) {
        this.tenancy = tenancy;
        this.offers = offers;
        this.costs = costs;
        this.parts = parts;
        this.suppliers = suppliers;
        this.recording = recording;
        this.work = later.work();
        this.clock = later.clock();
    }

    /** What rows that name no offer, or jump, are kept in, and by which rule. */
    @Component
    record PriceListParts(CostPolicies policies, CostProposals proposals, SupplierItems items) {}

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
     * @param since from when the costs hold
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
            SupplierTerms terms = suppliers.terms(merchant, List.of(supplier)).get(supplier);
            if (terms == null) {
                throw new Problem(
                        CatalogProblem.SUPPLIER_UNKNOWN, "The supplier is not known: define it first.", "supplier");
            }
            List<Fault> faults = new ArrayList<>();
            List<PriceRow> good = PriceChecks.usable(rows, faults);
            return new Run(merchant, terms, since).record(good, faults);
        });
    }

    private record Key(String supplierSku, String shipFrom) {}

    /** One call's rows on their way. */
    private final class Run {

        private final MerchantId merchant;
        private final SupplierTerms terms;
        private final Instant now = clock.instant();
        private final Instant since;
        private final List<Offer> before = new ArrayList<>();
        private final List<Offer> changed = new ArrayList<>();
        private final List<CostRows.New> kept = new ArrayList<>();
        private final List<CostProposals.New> asked = new ArrayList<>();
        private final Set<OfferId> settled = new LinkedHashSet<>();
        private int applied;
        private int planned;
        private int unchanged;

        Run(MerchantId merchant, SupplierTerms terms, Instant since) {
            this.merchant = merchant;
            this.terms = terms;
            this.since = since.isBefore(now) ? now : since;
        }

        Outcome record(List<PriceRow> rows, List<Fault> faults) {
            Map<Key, Offer> known = new HashMap<>();
            offers.lockItems(merchant, terms.id(), Columns.of(rows, PriceRow::supplierSku))
                    .forEach(offer -> known.put(new Key(offer.supplierSku(), offer.shipFrom()), offer));
            int percent = parts.policies().jumpPercent(merchant, terms.id());
            List<PriceRow> unmatched = new ArrayList<>();
            for (PriceRow row : rows) {
                Offer offer = known.get(new Key(row.supplierSku(), row.shipFrom()));
                if (offer == null) {
                    unmatched.add(row);
                } else {
                    sort(row, offer, percent);
                }
            }
            write(unmatched);
            return new Outcome(applied, planned, asked.size(), unchanged, unmatched.size(), faults);
        }

        private void sort(PriceRow row, Offer offer, int percent) {
            Cost is = Cost.of(offer);
            Offer wanted = terms(row, offer);
            if (is.equals(row.cost())) {
                settled.add(offer.id());
                unchanged += wanted.equals(offer) ? 1 : 0;
                applied += wanted.equals(offer) ? 0 : 1;
            } else if (is.jumpsTo(row.cost(), percent)) {
                asked.add(new CostProposals.New(offer, row.cost(), since));
            } else {
                settled.add(offer.id());
                kept.add(new CostRows.New(offer.id(), row.cost(), since, OfferCost.Source.PRICE_LIST));
                if (since.isAfter(now)) {
                    planned++;
                } else {
                    applied++;
                    wanted = wanted.costing(row.cost());
                }
            }
            if (!wanted.equals(offer)) {
                before.add(offer);
                changed.add(wanted);
            }
        }

        private static Offer terms(PriceRow row, Offer offer) {
            return new Offer(
                    offer.id(),
                    offer.sku(),
                    offer.supplier(),
                    offer.shipFrom(),
                    offer.supplierSku(),
                    offer.unitCostMicros(),
                    offer.currency(),
                    Objects.requireNonNullElse(row.packSize(), offer.packSize()),
                    offer.countries(),
                    Objects.requireNonNullElse(row.leadTimeDays(), offer.leadTimeDays()));
        }

        private void write(List<PriceRow> unmatched) {
            offers.update(merchant, changed);
            costs.keep(merchant, kept);
            costs.settle(merchant, Columns.of(kept, CostRows.New::offer));
            parts.proposals().replaced(merchant, settled, now);
            parts.proposals().ask(merchant, terms.id(), asked, now);
            parts.proposals().tell(merchant, terms.id(), terms.name());
            parts.items().put(merchant, terms.id(), unmatched, since, now);
            if (planned > 0) {
                work.add(
                        merchant,
                        List.of(new NewWork(ApplyDueCosts.QUEUE, ApplyDueCosts.KIND, merchant.value(), since, false)));
            }
            recording
                    .audit()
                    .record(
                            merchant,
                            List.of(new AuditEntry(
                                    "RecordPriceRows",
                                    "supplier",
                                    terms.id().value(),
                                    null,
                                    applied + " applied, " + planned + " planned, " + asked.size() + " waiting, "
                                            + unmatched.size() + " unmatched",
                                    null)));
            recording.tell().changed(merchant, before, changed);
        }
    }
}
