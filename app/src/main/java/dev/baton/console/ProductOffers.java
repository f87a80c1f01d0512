package dev.baton.console;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.CostProposal;
import dev.baton.catalog.CostProposals;
import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferCost;
import dev.baton.catalog.OfferEnd;
import dev.baton.catalog.OfferId;
import dev.baton.catalog.PriceRunId;
import dev.baton.catalog.Sku;
import dev.baton.console.OrderViews.Mark;
import dev.baton.platform.MerchantId;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.prices.PriceListLookup.Edition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who offers a product, on which terms, at what cost, and where that cost was stated. */
@Component
class ProductOffers {

    private static final int COSTS = 10;

    private final CatalogLookup catalog;
    private final CostProposals proposals;
    private final SupplierLookup suppliers;
    private final CostSources sources;

    ProductOffers(CatalogLookup catalog, CostProposals proposals, SupplierLookup suppliers, CostSources sources) {
        this.catalog = catalog;
        this.proposals = proposals;
        this.suppliers = suppliers;
        this.sources = sources;
    }

    /** The offers of one product; in an open transaction. */
    List<ProductViews.Offer> of(Staff staff, Sku sku, Moments moments) {
        MerchantId merchant = staff.merchant();
        Map<SupplierId, SupplierTerms> known =
                suppliers.all(merchant).stream().collect(Collectors.toMap(SupplierTerms::id, Function.identity()));
        List<Offer> all = catalog.everyOfferOf(merchant, List.of(sku.id())).getOrDefault(sku.id(), List.of());
        Map<OfferId, CostProposal> jumps =
                proposals.openOf(merchant, all.stream().map(Offer::id).toList());
        Map<OfferId, OfferEnd> ends =
                catalog.ends(merchant, all.stream().map(Offer::id).toList());
        List<ProductViews.Offer> offers = new ArrayList<>();
        for (Offer offer : all) {
            SupplierTerms supplier = known.get(offer.supplier());
            List<ProductViews.Cost> history = history(merchant, offer, moments);
            CostProposal jump = jumps.get(offer.id());
            OfferEnd end = ends.get(offer.id());
            offers.add(new ProductViews.Offer(
                    supplier == null ? "" : supplier.name(),
                    supplier == null
                            ? ""
                            : SuppliersScreen.PATH + "/" + supplier.id().value(),
                    offer.supplierSku(),
                    offer.shipFrom(),
                    CostWords.of(offer.cost(), moments),
                    offer.packSize() == 1 ? "" : "in packs of " + offer.packSize(),
                    offer.minimumQuantity() == 1 ? "" : "at least " + offer.minimumQuantity() + " in a line",
                    offer.countries().isEmpty()
                            ? "everywhere"
                            : String.join(
                                    ", ", offer.countries().stream().sorted().toList()),
                    days(offer.leadTimeDays()),
                    end == null ? null : end(end, moments),
                    end != null && end.ended(),
                    history,
                    staff.may(Act.DEFINE_OFFERS) ? OfferScreen.path(offer.id()) : "",
                    jump == null ? List.of() : List.of(jump(staff, jump, moments))));
        }
        return offers;
    }

    private static Mark end(OfferEnd end, Moments moments) {
        return end.ended()
                ? new Mark("Offer", "Ended " + moments.at(end.at()), "none")
                : new Mark("Offer", "Ends " + moments.at(end.at()), "warn");
    }

    /** A lead time in words. */
    static String days(int days) {
        return days == 1 ? "1 working day" : days + " working days";
    }

    /** What an offer cost, costs and will cost, the latest first; in an open transaction. */
    List<ProductViews.Cost> history(MerchantId merchant, Offer offer, Moments moments) {
        List<OfferCost> costs = catalog.costs(merchant, offer.id(), COSTS);
        Map<PriceRunId, Edition> editions =
                sources.editions(merchant, costs.stream().map(cost -> Optional.ofNullable(cost.listed())));
        Instant now = moments.now();
        Instant inForce = costs.stream()
                .map(OfferCost::since)
                .filter(since -> !since.isAfter(now))
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return costs.stream()
                .map(cost -> new ProductViews.Cost(
                        CostWords.of(cost.cost(), moments),
                        cost.since(),
                        state(cost, now, inForce),
                        said(cost),
                        CostSources.of(cost.listed(), editions)))
                .toList();
    }

    private static Mark state(OfferCost cost, Instant now, Instant inForce) {
        if (cost.since().isAfter(now)) {
            return new Mark("Cost", "From then on", "warn");
        }
        return cost.since().equals(inForce) ? new Mark("Cost", "Now", "good") : new Mark("Cost", "Before", "none");
    }

    private static String said(OfferCost cost) {
        return switch (cost.source()) {
            case MERCHANT -> "stated by you";
            case PRICE_LIST -> "from its price list";
            case ACCEPTED -> "from its price list, accepted after it jumped";
        };
    }

    private ProductViews.Jump jump(Staff staff, CostProposal jump, Moments moments) {
        return new ProductViews.Jump(
                jump.id().toString(),
                CostWords.of(jump.before(), moments),
                CostWords.of(jump.proposed(), moments),
                jump.since(),
                sources.one(staff.merchant(), jump.listed()),
                staff.may(Act.DECIDE_COSTS));
    }
}
