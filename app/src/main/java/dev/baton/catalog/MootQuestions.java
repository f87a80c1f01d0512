package dev.baton.catalog;

import dev.baton.platform.MerchantId;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Costs that wait for a person, and that the merchant states by itself: there is nothing left to ask. */
@Component
class MootQuestions {

    private final CostProposals proposals;
    private final SupplierLookup suppliers;
    private final TellCosts tell;
    private final Clock clock;

    MootQuestions(CostProposals proposals, SupplierLookup suppliers, TellCosts tell, Clock clock) {
        this.proposals = proposals;
        this.suppliers = suppliers;
        this.tell = tell;
        this.clock = clock;
    }

    /** Closes the questions whether these very costs hold. Needs an open transaction; the offers are locked. */
    void close(MerchantId merchant, Map<OfferId, Cost> stated) {
        List<CostProposal> moot = proposals.openOf(merchant, stated.keySet()).values().stream()
                .filter(asked -> asked.proposed().equals(stated.get(asked.offer())))
                .toList();
        if (moot.isEmpty()) {
            return;
        }
        List<OfferId> offers = Columns.of(moot, CostProposal::offer);
        proposals.replaced(merchant, offers, null, clock.instant());
        tellOf(merchant, moot);
        tell.asked(merchant, offers);
    }

    private void tellOf(MerchantId merchant, Collection<CostProposal> moot) {
        Set<SupplierId> concerned = moot.stream().map(CostProposal::supplier).collect(Collectors.toSet());
        Map<SupplierId, SupplierTerms> terms = suppliers.terms(merchant, concerned);
        concerned.forEach(supplier -> {
            SupplierTerms known = terms.get(supplier);
            proposals.tell(merchant, supplier, known == null ? "the supplier" : known.name());
        });
    }
}
