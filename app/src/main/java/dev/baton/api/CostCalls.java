package dev.baton.api;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.CostProposal;
import dev.baton.catalog.CostProposals;
import dev.baton.catalog.DecideCosts;
import dev.baton.catalog.ListedIn;
import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferCost;
import dev.baton.catalog.OfferEnd;
import dev.baton.catalog.OfferId;
import dev.baton.catalog.PriceRunId;
import dev.baton.catalog.SetMarginFloors;
import dev.baton.catalog.Sku;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.prices.PriceListLookup;
import dev.baton.trading.prices.PriceListLookup.Edition;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What offers cost, cost before and will cost; costs that wait for a person; what is to be left of prices. */
@RestController
@RequestMapping("/api/v1/catalog")
@Tag(name = "Catalogue")
class CostCalls {

    private static final int MOST_COSTS = 200;
    private static final int MOST_PROPOSALS = 1_000;

    private final Tenancy tenancy;
    private final CatalogLookup catalog;
    private final PriceListLookup lists;
    private final SupplierLookup suppliers;
    private final CostProposals proposals;
    private final DecideCosts decideCosts;
    private final SetMarginFloors setFloors;

    CostCalls(
            Tenancy tenancy,
            Books books,
            SupplierLookup suppliers,
            CostProposals proposals,
            DecideCosts decideCosts,
            SetMarginFloors setFloors) {
        this.tenancy = tenancy;
        this.catalog = books.catalog();
        this.lists = books.lists();
        this.suppliers = suppliers;
        this.proposals = proposals;
        this.decideCosts = decideCosts;
        this.setFloors = setFloors;
    }

    /** Where costs stand, and where they came from. */
    @Component
    record Books(CatalogLookup catalog, PriceListLookup lists) {}

    record Costs(List<OfferCosts> items) {}

    /**
     * An offer's costs.
     *
     * @param unitCost the one that holds now, of fewer units than any price break asks for
     * @param priceBreaks what a unit costs from a quantity of a line on; empty = the same for every quantity
     * @param packSize selling units the supplier ships together
     * @param minimumQuantity fewest selling units it sends for a line
     * @param endsAt from when on it gets no new orders; null = it goes on
     * @param ended whether that moment has come
     * @param history the latest first; {@code since} may lie ahead
     */
    record OfferCosts(
            String supplier,
            String supplierSku,
            String shipFrom,
            String unitCost,
            String currency,
            List<PriceBreakBody> priceBreaks,
            int packSize,
            int minimumQuantity,
            @Nullable Instant endsAt,
            boolean ended,
            List<PastCost> history) {}

    /**
     * A cost; {@code source} is {@code merchant}, {@code price_list} or {@code accepted}.
     *
     * @param listed the row of the price list it came from; null when it came otherwise
     */
    record PastCost(
            String unitCost,
            String currency,
            List<PriceBreakBody> priceBreaks,
            Instant since,
            String source,
            @Nullable Instant knownAt,
            @Nullable ListedRow listed) {

        static PastCost of(OfferCost cost, Map<PriceRunId, Edition> editions) {
            return new PastCost(
                    Amounts.ofMicros(cost.cost().micros()),
                    cost.cost().currency(),
                    PriceBreakBody.of(cost.cost().breaks()),
                    cost.since(),
                    Lists.word(cost.source()),
                    cost.knownAt(),
                    ListedRow.of(cost.listed(), editions));
        }
    }

    /** A cost that jumped, at any quantity, and waits for a person; the one before holds until then. */
    record Proposal(
            String id,
            String sku,
            String supplier,
            String supplierSku,
            String shipFrom,
            String before,
            String beforeCurrency,
            List<PriceBreakBody> beforePriceBreaks,
            String proposed,
            String currency,
            List<PriceBreakBody> priceBreaks,
            Instant since,
            Instant proposedAt) {}

    record Decision(List<UUID> ids, String note) {}

    /** How many were decided; what was decided before is passed over. */
    record Decided(int decided) {}

    record Floors(List<Floor> floors) {}

    /**
     * What is to be left of a SKU's price.
     *
     * @param percent such as {@code "12.5"}; absent = the merchant's own floor holds
     */
    record Floor(String sku, @Nullable String percent) {}

    record Written(int written) {}

    @Operation(summary = "See what the offers of a SKU cost, cost before and will cost")
    @Needs({Scope.READ, Scope.CATALOG})
    @GetMapping("/costs")
    Costs costs(Caller caller, @RequestParam String sku) {
        return tenancy.inTransaction(caller.merchant(), () -> {
            Sku known = catalog.skuByCode(caller.merchant(), sku)
                    .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no SKU " + sku + "."));
            List<Offer> offers =
                    catalog.everyOfferOf(caller.merchant(), List.of(known.id())).getOrDefault(known.id(), List.of());
            Map<SupplierId, SupplierTerms> terms = suppliers.terms(
                    caller.merchant(), offers.stream().map(Offer::supplier).collect(Collectors.toSet()));
            Map<OfferId, OfferEnd> ends = catalog.ends(
                    caller.merchant(), offers.stream().map(Offer::id).toList());
            List<OfferCosts> items = new ArrayList<>();
            for (Offer offer : offers) {
                @Nullable OfferEnd end = ends.get(offer.id());
                List<OfferCost> history = catalog.costs(caller.merchant(), offer.id(), MOST_COSTS);
                Map<PriceRunId, Edition> editions = lists.editions(
                        caller.merchant(),
                        history.stream()
                                .flatMap(cost -> Optional.ofNullable(cost.listed()).stream())
                                .map(ListedIn::run)
                                .distinct()
                                .toList());
                items.add(new OfferCosts(
                        Suppliers.code(terms, offer.supplier()),
                        offer.supplierSku(),
                        offer.shipFrom(),
                        Amounts.ofMicros(offer.unitCostMicros()),
                        offer.currency(),
                        PriceBreakBody.of(offer.priceBreaks()),
                        offer.packSize(),
                        offer.minimumQuantity(),
                        end == null ? null : end.at(),
                        end != null && end.ended(),
                        history.stream()
                                .map(cost -> PastCost.of(cost, editions))
                                .toList()));
            }
            return new Costs(items);
        });
    }

    @Operation(summary = "List costs that jumped and wait for a person, oldest first")
    @Needs({Scope.READ, Scope.CATALOG})
    @GetMapping("/cost-proposals")
    Page<Proposal> proposals(
            Caller caller,
            @RequestParam(required = false) @Nullable String supplier,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        int rows = Page.limit(limit);
        return tenancy.inTransaction(caller.merchant(), () -> {
            List<CostProposal> found =
                    proposals.open(caller.merchant(), supplier(caller, supplier), Page.cursor(cursor), rows + 1);
            Map<SupplierId, SupplierTerms> terms = suppliers.terms(
                    caller.merchant(),
                    found.stream().map(CostProposal::supplier).collect(Collectors.toSet()));
            return Page.of(found, rows, each -> print(each, terms), CostProposal::id);
        });
    }

    private @Nullable SupplierId supplier(Caller caller, @Nullable String code) {
        if (code == null) {
            return null;
        }
        return suppliers
                .byCode(caller.merchant(), code)
                .orElseThrow(() ->
                        new Problem(CommonProblem.INVALID_FIELD, "There is no supplier " + code + ".", "supplier"))
                .id();
    }

    private static Proposal print(CostProposal each, Map<SupplierId, SupplierTerms> terms) {
        return new Proposal(
                each.id().toString(),
                each.sku(),
                Suppliers.code(terms, each.supplier()),
                each.supplierSku(),
                each.shipFrom(),
                Amounts.ofMicros(each.before().micros()),
                each.before().currency(),
                PriceBreakBody.of(each.before().breaks()),
                Amounts.ofMicros(each.proposed().micros()),
                each.proposed().currency(),
                PriceBreakBody.of(each.proposed().breaks()),
                each.since(),
                each.proposedAt());
    }

    @Operation(summary = "Accept costs that jumped", description = "They hold from their day on, or at once.")
    @Needs(Scope.CATALOG)
    @PostMapping("/cost-proposals/accept")
    Decided accept(Caller caller, @RequestBody Decision body) {
        check(body);
        return new Decided(decideCosts.accept(caller.merchant(), body.ids(), body.note()));
    }

    @Operation(summary = "Refuse costs that jumped", description = "The costs from before go on.")
    @Needs(Scope.CATALOG)
    @PostMapping("/cost-proposals/refuse")
    Decided refuse(Caller caller, @RequestBody Decision body) {
        check(body);
        return new Decided(decideCosts.refuse(caller.merchant(), body.ids(), body.note()));
    }

    private static void check(Decision body) {
        if (body.ids().isEmpty() || body.ids().size() > MOST_PROPOSALS) {
            throw new Problem(
                    CommonProblem.INVALID_FIELD, "ids must name 1 to " + MOST_PROPOSALS + " proposals.", "ids");
        }
        if (body.note().isBlank()) {
            throw new Problem(CommonProblem.INVALID_FIELD, "note is empty: say why, for the history.", "note");
        }
    }

    @Operation(
            summary = "Say what is to be left of the price of some SKUs",
            description = "Where it is another share than the settings' marginFloor. All or none; orders that stand are"
                    + " not looked at again.")
    @Needs(Scope.CATALOG)
    @PutMapping("/margin-floors")
    Written floors(Caller caller, @RequestBody Floors body) {
        List<SetMarginFloors.Floor> floors = new ArrayList<>();
        for (Floor floor : body.floors()) {
            floors.add(new SetMarginFloors.Floor(
                    floor.sku(), Amounts.bps("floors[" + floors.size() + "].percent", floor.percent())));
        }
        setFloors.set(caller.merchant(), floors);
        return new Written(floors.size());
    }
}
