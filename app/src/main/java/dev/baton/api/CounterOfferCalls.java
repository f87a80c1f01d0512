package dev.baton.api;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.purchasing.CounterOffer;
import dev.baton.purchasing.CounterOfferId;
import dev.baton.purchasing.CounterOfferLookup;
import dev.baton.purchasing.DecideCounterOffer;
import dev.baton.purchasing.DecideCounterOffer.Choice;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Other costs suppliers named for what they were asked to ship, and what becomes of them. */
@RestController
@RequestMapping("/api/v1/counter-offers")
@Tag(name = "Counter-offers")
class CounterOfferCalls {

    private final Tenancy tenancy;
    private final DecideCounterOffer decideCounterOffer;
    private final CounterOfferLookup counterOffers;
    private final PurchaseOrderLookup purchaseOrders;
    private final SupplierLookup suppliers;

    CounterOfferCalls(
            Tenancy tenancy,
            DecideCounterOffer decideCounterOffer,
            CounterOfferLookup counterOffers,
            PurchaseOrderLookup purchaseOrders,
            SupplierLookup suppliers) {
        this.tenancy = tenancy;
        this.decideCounterOffer = decideCounterOffer;
        this.counterOffers = counterOffers;
        this.purchaseOrders = purchaseOrders;
        this.suppliers = suppliers;
    }

    /** A counter-offer and what it is about; {@code purchaseOrder} is the number, {@code supplier} the code. */
    record NamedCost(String purchaseOrder, String supplier, String currency, CounterOfferBody counterOffer) {}

    @Operation(
            summary = "List counter-offers, newest first",
            description = "state=open lists those that wait for a decision, state=all every one, those within what is"
                    + " agreed included.")
    @Needs({Scope.READ, Scope.ORDERS, Scope.SUPPLIERS})
    @GetMapping
    Page<NamedCost> list(
            Caller caller,
            @RequestParam(defaultValue = "all") String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        if (!state.equals("open") && !state.equals("all")) {
            throw new Problem(CommonProblem.INVALID_FIELD, "state must be open or all.", "state");
        }
        int rows = Page.limit(limit);
        UUID below = Page.cursor(cursor);
        return tenancy.inTransaction(caller.merchant(), () -> {
            List<CounterOffer> found = counterOffers.page(
                    caller.merchant(),
                    state.equals("open"),
                    below == null ? null : new CounterOfferId(below),
                    rows + 1);
            Map<PurchaseOrderId, PurchaseOrderView> heads = purchaseOrders.headsOf(
                    caller.merchant(),
                    found.stream().map(CounterOffer::purchaseOrder).distinct().toList());
            Map<SupplierId, SupplierTerms> terms = suppliers.terms(
                    caller.merchant(),
                    heads.values().stream()
                            .map(PurchaseOrderView::supplier)
                            .distinct()
                            .toList());
            return Page.of(
                    found,
                    rows,
                    offer -> named(offer, heads.get(offer.purchaseOrder()), terms),
                    offer -> offer.id().value());
        });
    }

    private static NamedCost named(
            CounterOffer offer, @Nullable PurchaseOrderView head, Map<SupplierId, SupplierTerms> terms) {
        if (head == null) {
            throw new IllegalStateException("a counter-offer is about no purchase order");
        }
        return new NamedCost(
                head.number(), Suppliers.code(terms, head.supplier()), head.currency(), CounterOfferBody.of(offer));
    }

    /** {@code reason} is for the supplier to read, at most 500 characters. */
    record CostDecision(Choice choice, @Nullable String reason) {}

    @Operation(
            summary = "Decide on a counter-offer",
            description = "ACCEPT: the line costs what was named from now on. REFUSE: it keeps its cost, and the"
                    + " supplier is told. GIVE_TO_OTHERS: it keeps its cost, and the supplier is asked to leave what it"
                    + " has not shipped to others. The same decision again changes nothing.")
    @Needs(Scope.ORDERS)
    @PostMapping("/{id}/decide")
    CounterOfferBody decide(Caller caller, @PathVariable UUID id, @RequestBody CostDecision body) {
        return CounterOfferBody.of(
                decideCounterOffer.decide(caller.merchant(), new CounterOfferId(id), body.choice(), body.reason()));
    }
}
