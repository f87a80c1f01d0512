package dev.baton.catalog;

import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.NewWork;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A person's word on costs that jumped. */
@Component
public final class DecideCosts {

    private final Tenancy tenancy;
    private final Offers offers;
    private final CostRows costs;
    private final CostProposals proposals;
    private final SupplierLookup suppliers;
    private final Recording recording;
    private final RecordPriceRows.WorkAndClock later;

    DecideCosts(
            Tenancy tenancy,
            Offers offers,
            CostRows costs,
            CostProposals proposals,
            SupplierLookup suppliers,
            Recording recording,
            RecordPriceRows.WorkAndClock later) {
        this.tenancy = tenancy;
        this.offers = offers;
        this.costs = costs;
        this.proposals = proposals;
        this.suppliers = suppliers;
        this.recording = recording;
        this.later = later;
    }

    /**
     * Lets the costs hold, from their day on or at once. What was decided, replaced or is not this merchant's is passed
     * over. Opens or joins a transaction.
     *
     * @return how many were accepted
     */
    public int accept(MerchantId merchant, Collection<UUID> wanted, String why) {
        return tenancy.inTransaction(merchant, () -> {
            List<CostProposal> open = decide(merchant, wanted, "ACCEPTED", why);
            if (open.isEmpty()) {
                return 0;
            }
            Instant now = later.clock().instant();
            List<OfferId> ids = Columns.of(open, CostProposal::offer);
            List<Offer> before = offers.lockByIds(merchant, ids);
            costs.keep(
                    merchant,
                    open.stream()
                            .map(each -> new CostRows.New(
                                    each.offer(),
                                    each.proposed(),
                                    each.since().isBefore(now) ? now : each.since(),
                                    OfferCost.Source.ACCEPTED,
                                    each.listed()))
                            .toList());
            costs.settle(merchant, ids);
            open.stream()
                    .map(CostProposal::since)
                    .filter(now::isBefore)
                    .distinct()
                    .forEach(day -> later.work()
                            .add(
                                    merchant,
                                    List.of(new NewWork(
                                            ApplyDueCosts.QUEUE, ApplyDueCosts.KIND, merchant.value(), day, false))));
            recording.tell().changed(merchant, before, offers.lockByIds(merchant, ids));
            return open.size();
        });
    }

    /** Leaves the costs as they were. As {@link #accept} otherwise. */
    public int refuse(MerchantId merchant, Collection<UUID> wanted, String why) {
        return tenancy.inTransaction(
                merchant, () -> decide(merchant, wanted, "REFUSED", why).size());
    }

    private List<CostProposal> decide(MerchantId merchant, Collection<UUID> wanted, String state, String why) {
        List<CostProposal> open = proposals.lock(merchant, wanted);
        if (open.isEmpty()) {
            return open;
        }
        proposals.decided(
                merchant,
                Columns.of(open, CostProposal::id),
                state,
                why,
                later.clock().instant());
        Set<SupplierId> concerned = open.stream().map(CostProposal::supplier).collect(Collectors.toSet());
        Map<SupplierId, SupplierTerms> terms = suppliers.terms(merchant, concerned);
        concerned.forEach(supplier -> {
            SupplierTerms known = terms.get(supplier);
            proposals.tell(merchant, supplier, known == null ? "the supplier" : known.name());
        });
        recording
                .audit()
                .record(
                        merchant,
                        open.stream()
                                .map(each ->
                                        new AuditEntry("DecideCosts", "cost_proposal", each.id(), "OPEN", state, why))
                                .toList());
        recording.tell().asked(merchant, Columns.of(open, CostProposal::offer));
        return open;
    }
}
