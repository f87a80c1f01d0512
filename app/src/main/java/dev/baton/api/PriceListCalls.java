package dev.baton.api;

import dev.baton.catalog.Cost;
import dev.baton.catalog.CostPolicies;
import dev.baton.catalog.ListedIn;
import dev.baton.catalog.MatchItems;
import dev.baton.catalog.Offer;
import dev.baton.catalog.PriceRow;
import dev.baton.catalog.PriceRunId;
import dev.baton.catalog.RecordPriceRows;
import dev.baton.catalog.SuggestMatches;
import dev.baton.catalog.SupplierItem;
import dev.baton.catalog.SupplierItems;
import dev.baton.orders.HeldBy;
import dev.baton.orders.HoldKind;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.trading.prices.PriceListLookup;
import dev.baton.trading.prices.PriceListLookup.Edition;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rows of a supplier's price list, and what of them is no offer yet. */
@RestController
@RequestMapping("/api/v1/suppliers/{code}")
@Tag(name = "Catalogue")
class PriceListCalls {

    private final Tenancy tenancy;
    private final SupplierLookup suppliers;
    private final PriceActs acts;
    private final SupplierItems items;
    private final SuggestMatches suggestMatches;
    private final Releases releases;

    PriceListCalls(
            Tenancy tenancy,
            SupplierLookup suppliers,
            PriceActs acts,
            SupplierItems items,
            SuggestMatches suggestMatches,
            Releases releases) {
        this.tenancy = tenancy;
        this.suppliers = suppliers;
        this.acts = acts;
        this.items = items;
        this.suggestMatches = suggestMatches;
        this.releases = releases;
    }

    /** What may be done with a price list. */
    @Component
    record PriceActs(
            RecordPriceRows record, MatchItems match, CostPolicies policies, PriceListLookup lists, Clock clock) {}

    /**
     * Rows of a price list.
     *
     * @param since from when the costs hold; absent = from now
     */
    record PriceRows(@Nullable Instant since, List<Price> rows) {}

    /**
     * A row; meanings as in {@link PriceRow}.
     *
     * @param shipFrom absent = {@code MAIN}
     * @param priceBreaks what a unit costs from a quantity on; absent = as it was
     */
    record Price(
            String supplierSku,
            @Nullable String shipFrom,
            @Nullable String title,
            @Nullable String gtin,
            String unitCost,
            String currency,
            @Nullable Integer packSize,
            @Nullable Integer leadTimeDays,
            @Nullable Instant since,
            @Nullable Integer weightGrams,
            @Nullable Integer minimumQuantity,
            @Nullable List<PriceBreakBody> priceBreaks) {

        PriceRow stated(String path) {
            return new PriceRow(
                    supplierSku,
                    shipFrom == null ? Offer.MAIN : shipFrom,
                    title,
                    gtin,
                    new Cost(Amounts.micros(path + "unitCost", unitCost), currency),
                    packSize,
                    leadTimeDays,
                    since,
                    weightGrams,
                    minimumQuantity,
                    PriceBreakBody.stated(priceBreaks, path));
        }
    }

    /** What became of the rows; meanings as in {@link RecordPriceRows.Outcome}. */
    record Recorded(int applied, int planned, int waiting, int unchanged, int unmatched, List<Fault> faults) {}

    /** A row that cannot be used, counted from 0, and the way out. */
    record Fault(int row, String field, String message) {}

    /**
     * An item that is no offer yet, with the SKUs it may be, surest first.
     *
     * @param listed the row of the price list that named it last; null when it came by a call
     */
    record Item(
            String id,
            String supplierSku,
            String shipFrom,
            String title,
            @Nullable String gtin,
            String unitCost,
            String currency,
            List<PriceBreakBody> priceBreaks,
            int packSize,
            int leadTimeDays,
            @Nullable Integer weightGrams,
            @Nullable Integer minimumQuantity,
            @Nullable ListedRow listed,
            List<ListingCalls.Suggestion> suggestions) {}

    /** How many items are no offer yet. */
    record ItemCount(long unmatched) {}

    record Matches(List<ItemIs> matches) {}

    /** The item, by its id, is this SKU. */
    record ItemIs(UUID item, String sku) {}

    /** Items that are offers now, and orders that had no supplier. */
    record Matched(int matched, ReleaseBody released) {}

    /** Per cent a price list may move a cost by itself, up or down; 0 = every change waits for a person. */
    record Policy(Integer jumpPercent) {}

    @Operation(
            summary = "Send rows of a supplier's price list",
            description = "Costs of offers hold from since on, or at once; one that jumps further than the supplier's"
                    + " price lists may move costs waits for a person. What is no offer yet is kept to be matched. Rows"
                    + " that cannot be used are named, the others go on; at most 5,000 in a call.")
    @Needs(Scope.CATALOG)
    @PostMapping("/price-rows")
    Recorded record(Caller caller, @PathVariable String code, @RequestBody PriceRows body) {
        List<PriceRow> rows = new ArrayList<>();
        for (Price row : body.rows()) {
            rows.add(row.stated("rows[" + rows.size() + "]."));
        }
        return tenancy.inTransaction(caller.merchant(), () -> {
            RecordPriceRows.Outcome outcome = acts.record()
                    .record(
                            caller.merchant(),
                            supplier(caller, code),
                            rows,
                            body.since() == null ? acts.clock().instant() : body.since());
            return new Recorded(
                    outcome.applied(),
                    outcome.planned(),
                    outcome.waiting(),
                    outcome.unchanged(),
                    outcome.unmatched(),
                    outcome.faults().stream()
                            .map(fault -> new Fault(fault.row(), fault.field(), fault.message()))
                            .toList());
        });
    }

    @Operation(summary = "List items of a supplier's price list that are no offer yet")
    @Needs({Scope.READ, Scope.CATALOG})
    @GetMapping("/items")
    Page<Item> list(
            Caller caller,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        int rows = Page.limit(limit);
        return tenancy.inTransaction(caller.merchant(), () -> {
            List<SupplierItem> found =
                    items.list(caller.merchant(), supplier(caller, code), Page.cursor(cursor), rows + 1);
            Map<SupplierItem, List<ListingCalls.Suggestion>> suggestions = suggestions(caller.merchant(), found);
            Map<PriceRunId, Edition> editions = acts.lists()
                    .editions(
                            caller.merchant(),
                            found.stream()
                                    .flatMap(item -> Optional.ofNullable(item.listed()).stream())
                                    .map(ListedIn::run)
                                    .distinct()
                                    .toList());
            return Page.of(
                    found,
                    rows,
                    item -> print(item, editions, suggestions.getOrDefault(item, List.of())),
                    SupplierItem::id);
        });
    }

    @Operation(summary = "Count items of a supplier's price lists that are no offer yet")
    @Needs({Scope.READ, Scope.CATALOG})
    @GetMapping("/items/summary")
    ItemCount count(Caller caller, @PathVariable String code) {
        return tenancy.inTransaction(
                caller.merchant(), () -> new ItemCount(items.count(caller.merchant(), supplier(caller, code))));
    }

    private Map<SupplierItem, List<ListingCalls.Suggestion>> suggestions(
            MerchantId merchant, List<SupplierItem> found) {
        List<SupplierItem> few = found.subList(0, Math.min(found.size(), SuggestMatches.MOST));
        var matches = suggestMatches.suggest(
                merchant,
                few.stream()
                        .map(item -> new SuggestMatches.Wanted(item.supplierSku(), item.gtin(), item.title()))
                        .toList());
        Map<SupplierItem, List<ListingCalls.Suggestion>> byItem = new HashMap<>();
        for (int i = 0; i < few.size(); i++) {
            byItem.put(
                    few.get(i),
                    matches.get(i).stream().map(ListingCalls.Suggestion::of).toList());
        }
        return byItem;
    }

    private static Item print(
            SupplierItem item, Map<PriceRunId, Edition> editions, List<ListingCalls.Suggestion> suggestions) {
        return new Item(
                item.id().toString(),
                item.supplierSku(),
                item.shipFrom(),
                item.title(),
                item.gtin(),
                Amounts.ofMicros(item.cost().micros()),
                item.cost().currency(),
                PriceBreakBody.of(item.cost().breaks()),
                item.packSize(),
                item.leadTimeDays(),
                item.weightGrams(),
                item.minimumQuantity(),
                ListedRow.of(item.listed(), editions),
                suggestions);
    }

    @Operation(
            summary = "See what matching items would release",
            description = "As the call without preview, for the 200 oldest orders, and taken back. Nothing is changed.")
    @Needs(Scope.CATALOG)
    @PostMapping("/items/match/preview")
    ReleaseBody preview(Caller caller, @PathVariable String code, @RequestBody Matches body) {
        tenancy.run(caller.merchant(), () -> supplier(caller, code));
        return releases.printer()
                .print(
                        caller.merchant(),
                        releases.releaseKnown()
                                .preview(
                                        caller.merchant(),
                                        () -> acts.match().match(caller.merchant(), stated(body)),
                                        () -> heldBy(body)));
    }

    @Operation(
            summary = "Say which SKUs items are",
            description = "They become offers, all or none, at the cost of the list, for every country. Orders that had"
                    + " no supplier for these SKUs are released.")
    @Needs(Scope.CATALOG)
    @PostMapping("/items/match")
    Matched match(Caller caller, @PathVariable String code, @RequestBody Matches body) {
        return tenancy.inTransaction(caller.merchant(), () -> {
            supplier(caller, code);
            int matched = acts.match().match(caller.merchant(), stated(body)).size();
            return new Matched(
                    matched,
                    releases.printer()
                            .print(
                                    caller.merchant(),
                                    releases.releaseKnown()
                                            .release(
                                                    caller.merchant(), heldBy(body), "a supplier's item was matched")));
        });
    }

    private static List<MatchItems.ItemMatch> stated(Matches body) {
        return body.matches().stream()
                .map(each -> new MatchItems.ItemMatch(each.item(), each.sku()))
                .toList();
    }

    private static HeldBy heldBy(Matches body) {
        return new HeldBy(
                EnumSet.of(HoldKind.NO_SUPPLIER, HoldKind.SUPPLIER_AWAY),
                body.matches().stream()
                        .map(each -> new HeldBy.Goods(null, each.sku()))
                        .distinct()
                        .toList());
    }

    @Operation(summary = "Say how far a supplier's price lists may move costs by themselves")
    @Needs(Scope.CATALOG)
    @PutMapping("/cost-policy")
    Policy setPolicy(Caller caller, @PathVariable String code, @RequestBody Policy body) {
        return tenancy.inTransaction(caller.merchant(), () -> {
            acts.policies().set(caller.merchant(), supplier(caller, code), body.jumpPercent());
            return body;
        });
    }

    @Operation(summary = "Read how far a supplier's price lists may move costs by themselves")
    @Needs({Scope.READ, Scope.CATALOG})
    @GetMapping("/cost-policy")
    Policy policy(Caller caller, @PathVariable String code) {
        return tenancy.inTransaction(
                caller.merchant(),
                () -> new Policy(acts.policies().jumpPercent(caller.merchant(), supplier(caller, code))));
    }

    private SupplierId supplier(Caller caller, String code) {
        return suppliers
                .byCode(caller.merchant(), code)
                .orElseThrow(() -> new Problem(
                        CommonProblem.NOT_FOUND, "There is no supplier " + code + "; list the suppliers to find it."))
                .id();
    }
}
