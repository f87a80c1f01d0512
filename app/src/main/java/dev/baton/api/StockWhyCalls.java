package dev.baton.api;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Sku;
import dev.baton.inventory.OfferWhy;
import dev.baton.inventory.RebuildStock;
import dev.baton.inventory.StockLedger;
import dev.baton.inventory.StockStep;
import dev.baton.inventory.StockWhy;
import dev.baton.orders.AllocationId;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why a figure is what it is, and the figures made anew from what is written down. */
@RestController
@RequestMapping("/api/v1/stock")
@Tag(name = "Stock")
class StockWhyCalls {

    private final Tenancy tenancy;
    private final CatalogLookup catalog;
    private final StockLedger ledger;
    private final RebuildStock rebuild;
    private final OrderLookup orders;
    private final SupplierLookup suppliers;
    private final Clock clock;

    StockWhyCalls(
            Tenancy tenancy,
            CatalogLookup catalog,
            StockLedger ledger,
            RebuildStock rebuild,
            OrderLookup orders,
            SupplierLookup suppliers,
            Clock clock) {
        this.tenancy = tenancy;
        this.catalog = catalog;
        this.ledger = ledger;
        this.rebuild = rebuild;
        this.orders = orders;
        this.suppliers = suppliers;
        this.clock = clock;
    }

    /** Meanings as in {@link StockWhy}. */
    record Why(
            String sku, String title, Instant at, @Nullable Long published, List<Step> steps, List<OfOffer> offers) {}

    /** One step of a sum; {@code kind} as in {@link StockStep.Kind}. */
    record Step(String kind, long units, String words) {

        static Step of(StockStep step) {
            return new Step(Lists.word(step.kind()), step.units(), step.words());
        }
    }

    /** Meanings as in {@link OfferWhy}. */
    record OfOffer(
            String id,
            String supplier,
            String shipFrom,
            String supplierSku,
            long available,
            boolean exact,
            @Nullable Instant effectiveAt,
            boolean leftOut,
            boolean discontinued,
            List<Step> steps,
            List<Promise> claims,
            List<OfferWhy.Leaving> leaving,
            List<OfferWhy.Observed> observations) {}

    /** Units promised to an order; {@code order} is its id, null when it is none of an order. */
    record Promise(
            @Nullable String order,
            UUID allocation,
            int quantity,
            int released,
            int deducted,
            int uncovered,
            Instant claimedAt) {}

    @Operation(
            summary = "Say why a SKU has that many units",
            description = "Each figure as a sum: its steps add up to it. With at, an earlier moment.")
    @Needs({Scope.READ, Scope.STOCK, Scope.CATALOG})
    @GetMapping("/{sku}/why")
    Why why(Caller caller, @PathVariable String sku, @RequestParam(required = false) @Nullable Instant at) {
        if (at != null && at.isAfter(clock.instant())) {
            throw new Problem(
                    CommonProblem.INVALID_FIELD, "at must not lie ahead; leave it out for the present moment.", "at");
        }
        return tenancy.inTransaction(caller.merchant(), () -> {
            Sku goods = catalog.skuByCode(caller.merchant(), sku)
                    .orElseThrow(() -> new Problem(
                            CommonProblem.NOT_FOUND,
                            "There is no SKU " + sku + ": define it by POST /api/v1/catalog/skus."));
            StockWhy why = at == null
                    ? ledger.why(caller.merchant(), goods.id())
                    : ledger.whyAt(caller.merchant(), goods.id(), at);
            return print(caller, goods, why);
        });
    }

    private Why print(Caller caller, Sku goods, StockWhy why) {
        Map<SupplierId, SupplierTerms> terms = suppliers.terms(
                caller.merchant(), why.offers().stream().map(OfferWhy::supplier).collect(Collectors.toSet()));
        Map<AllocationId, SalesOrderId> orderOf = orders.orderOfAllocations(
                caller.merchant(),
                why.offers().stream()
                        .flatMap(offer -> offer.claims().stream())
                        .map(claim -> new AllocationId(claim.claim()))
                        .toList());
        return new Why(
                goods.code(),
                goods.title(),
                why.at(),
                why.published(),
                why.steps().stream().map(Step::of).toList(),
                why.offers().stream()
                        .map(offer -> print(offer, Suppliers.code(terms, offer.supplier()), orderOf))
                        .toList());
    }

    private static OfOffer print(OfferWhy offer, String supplier, Map<AllocationId, SalesOrderId> orderOf) {
        return new OfOffer(
                offer.offer().value().toString(),
                supplier,
                offer.shipFrom(),
                offer.supplierSku(),
                offer.available(),
                offer.exact(),
                offer.effectiveAt(),
                offer.leftOut(),
                offer.discontinued(),
                offer.steps().stream().map(Step::of).toList(),
                offer.claims().stream().map(claim -> promise(claim, orderOf)).toList(),
                offer.leaving(),
                offer.observations());
    }

    private static Promise promise(OfferWhy.OpenClaim claim, Map<AllocationId, SalesOrderId> orderOf) {
        @Nullable SalesOrderId order = orderOf.get(new AllocationId(claim.claim()));
        return new Promise(
                order == null ? null : order.value().toString(),
                claim.claim(),
                claim.quantity(),
                claim.released(),
                claim.deducted(),
                claim.uncovered(),
                claim.claimedAt());
    }

    /** What was, or would be, changed; {@code complete} is false when more differs than is answered. */
    record Rebuilt(boolean changed, List<Change> changes, boolean complete) {}

    /** One number; {@code what} as in {@link RebuildStock.Wrong}. */
    record Change(String what, String offer, @Nullable String claim, long before, long after) {

        static Change of(RebuildStock.Change change) {
            return new Change(
                    Lists.word(change.what()),
                    change.offer().value().toString(),
                    change.claim() == null ? null : change.claim().toString(),
                    change.before(),
                    change.after());
        }
    }

    @Operation(
            summary = "Make the figures anew from what is written down",
            description = "Claims from their releases and deductions, offers from their claims. On a sound database"
                    + " nothing changes. With preview=true it only says what it would change.")
    @Needs(Scope.STOCK)
    @PostMapping("/rebuild")
    Rebuilt rebuild(Caller caller, @RequestParam(defaultValue = "false") boolean preview) {
        List<RebuildStock.Change> changes =
                preview ? rebuild.differences(caller.merchant()) : rebuild.rebuild(caller.merchant());
        return new Rebuilt(
                !preview && !changes.isEmpty(),
                changes.stream()
                        .limit(RebuildStock.MOST_ANSWERED)
                        .map(Change::of)
                        .toList(),
                changes.size() < RebuildStock.MOST_ANSWERED);
    }
}
