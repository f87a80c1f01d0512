package dev.baton.console;

import dev.baton.catalog.Cost;
import dev.baton.catalog.CostPolicies;
import dev.baton.catalog.CostProposal;
import dev.baton.catalog.CostProposals;
import dev.baton.catalog.DefineOffers;
import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferDefinition;
import dev.baton.console.ExceptionViews.Preview;
import dev.baton.console.ExceptionViews.Way;
import dev.baton.console.OfferForm.About;
import dev.baton.orders.ReleaseKnown;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierTerms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes and changes offers, and says before what that does where it does more than it says. */
@Component
class OfferEffect {

    private final DefineOffers defineOffers;
    private final ReleaseKnown releaseKnown;
    private final CostPolicies policies;
    private final CostProposals proposals;
    private final Tenancy tenancy;

    OfferEffect(
            DefineOffers defineOffers,
            ReleaseKnown releaseKnown,
            CostPolicies policies,
            CostProposals proposals,
            Tenancy tenancy) {
        this.defineOffers = defineOffers;
        this.releaseKnown = releaseKnown;
        this.policies = policies;
        this.proposals = proposals;
        this.tenancy = tenancy;
    }

    /** Does it, and lets go the orders that had no supplier. */
    void apply(MerchantId merchant, OfferDefinition stated, @Nullable Offer seen) {
        tenancy.run(merchant, () -> {
            defineOffers.define(merchant, stated, seen);
            releaseKnown.release(merchant, MatchGoods.offered(List.of(stated.sku())), "a supplier offers it");
        });
    }

    /** What a person is to look at before it is done; null = it does no more than it says. No transaction may be open. */
    @Nullable
    Preview preview(MerchantId merchant, OfferDefinition stated, About about, Typed typed, Moments moments) {
        ReleaseKnown.Outcome outcome = releaseKnown.preview(
                merchant,
                () -> defineOffers.define(merchant, stated, about.offer()),
                () -> MatchGoods.offered(List.of(stated.sku())));
        SupplierTerms supplier = Objects.requireNonNull(about.supplier());
        List<String> remarks =
                tenancy.inTransaction(merchant, () -> remarks(merchant, stated, about.offer(), supplier, moments));
        if (remarks.isEmpty() && outcome.held() == 0) {
            return null;
        }
        Map<String, String> carried = new HashMap<>(typed.fields());
        carried.remove("form-token");
        carried.put("sure", "yes");
        return new Preview(
                says(stated, about.offer(), supplier, moments)
                        + String.join("", remarks)
                        + (about.offer() != null && outcome.held() == 0 ? "" : MapGoods.waits(outcome)),
                MapGoods.orders(outcome),
                Way.act(
                                about.offer() == null ? "Make the offer" : "Change the offer",
                                "",
                                OfferScreen.PATH,
                                about.offer() == null ? "Offer it" : "Change it",
                                carried)
                        .main(),
                null);
    }

    private static String says(
            OfferDefinition stated, @Nullable Offer before, SupplierTerms supplier, Moments moments) {
        String cost = CostWords.of(cost(stated), moments);
        if (before == null) {
            return supplier.name() + " offers " + stated.sku() + " at " + cost + ". ";
        }
        return before.cost().equals(cost(stated)) && stated.since() == null
                ? stated.sku() + " from " + supplier.name() + " costs what it did. "
                : stated.sku() + " from " + supplier.name() + " costs " + cost + " instead of "
                        + CostWords.of(before.cost(), moments)
                        + (stated.since() == null ? " from now on. " : " from " + moments.at(stated.since()) + " on. ");
    }

    private List<String> remarks(
            MerchantId merchant,
            OfferDefinition stated,
            @Nullable Offer before,
            SupplierTerms supplier,
            Moments moments) {
        List<String> remarks = new ArrayList<>();
        Cost to = cost(stated);
        int percent = policies.jumpPercent(merchant, supplier.id());
        if (before != null && before.cost().jumpsTo(to, percent)) {
            remarks.add("That is further than a price list may move a cost of " + supplier.name() + " by itself ("
                    + percent + " %): one that said so would wait for a decision, and this is it. ");
        }
        if (to.micros() == 0 && (before == null || before.unitCostMicros() != 0)) {
            remarks.add("A unit costs nothing. ");
        }
        if (!to.currency().equals(supplier.currency())
                && (before == null || !before.currency().equals(to.currency()))) {
            remarks.add("Everything else of " + supplier.name() + " is in " + supplier.currency() + ". ");
        }
        CostProposal asked = before == null
                ? null
                : proposals.openOf(merchant, List.of(before.id())).get(before.id());
        if (asked != null
                && before != null
                && !before.cost().equals(to)
                && !asked.proposed().equals(to)) {
            remarks.add("That a price list wants " + CostWords.of(asked.proposed(), moments)
                    + " goes on waiting for a decision. ");
        }
        return remarks;
    }

    private static Cost cost(OfferDefinition stated) {
        return new Cost(
                stated.unitCostMicros(),
                stated.currency(),
                Objects.requireNonNullElse(stated.priceBreaks(), List.of()));
    }
}
