package dev.baton.api;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.CostProposal;
import dev.baton.catalog.CostProposals;
import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.inventory.StockAlert;
import dev.baton.inventory.StockAlertLookup;
import dev.baton.inventory.StockThresholds;
import dev.baton.inventory.StockThresholds.Word;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is worth knowing about stock, and when it is. */
@RestController
@RequestMapping("/api/v1/stock-alerts")
@Tag(name = "Stock")
class StockAlertCalls {

    private final Tenancy tenancy;
    private final StockAlertLookup alerts;
    private final StockThresholds thresholds;
    private final CatalogLookup catalog;
    private final SupplierLookup suppliers;
    private final CostProposals proposals;

    StockAlertCalls(
            Tenancy tenancy,
            StockAlertLookup alerts,
            StockThresholds thresholds,
            CatalogLookup catalog,
            SupplierLookup suppliers,
            CostProposals proposals) {
        this.tenancy = tenancy;
        this.alerts = alerts;
        this.thresholds = thresholds;
        this.catalog = catalog;
        this.suppliers = suppliers;
        this.proposals = proposals;
    }

    /**
     * An alert; meanings as in {@link StockAlert}.
     *
     * @param sku its code; null when nobody offers it any more
     * @param supplierSku null unless it is about one offer
     * @param cost of cost_jump while nobody has decided, else null
     * @param coverDays days it lasted at that pace when it was raised
     */
    record Row(
            String id,
            String kind,
            @Nullable String sku,
            @Nullable String supplier,
            @Nullable String supplierSku,
            long available,
            int sold,
            int soldDays,
            String coverDays,
            int threshold,
            @Nullable Jump cost,
            Instant raisedAt,
            @Nullable Instant closedAt) {}

    /** A cost that jumped: the one that holds and the one to decide on. */
    record Jump(String proposal, String before, String beforeCurrency, String proposed, String currency) {}

    /** How many are open, by kind. */
    record Counts(Map<String, Long> open) {}

    /**
     * When to warn; with {@code supplier} or {@code sku} of one alone, else of all.
     *
     * @param lowDays 0 = never, null = as for all
     * @param staleDays 0 = never, null = as for all
     */
    record Threshold(
            @Nullable String supplier,
            @Nullable String sku,
            @Nullable Integer lowDays,
            @Nullable Integer staleDays) {}

    /** What is said, and what holds where nothing is. */
    record Thresholds(int lowDays, int staleDays, List<Threshold> items) {}

    @Operation(
            summary = "List alerts about stock",
            description =
                    "low, out, back, discontinued or stale, of goods that sell, and cost_jump of all. state=all has"
                            + " those that are over too; supplier has those about its offers and about goods it offers. Costs that jumped are decided on at POST"
                            + " /api/v1/catalog/cost-proposals/accept or /refuse.")
    @Needs({Scope.READ, Scope.STOCK, Scope.CATALOG})
    @GetMapping
    Page<Row> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String supplier,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        boolean closedToo = "all".equals(Lists.word(List.of("open", "all"), state));
        StockAlert.@Nullable Kind only = Lists.state(StockAlert.Kind.class, kind);
        @Nullable UUID after = Page.cursor(cursor);
        int rows = Page.limit(limit);
        return tenancy.inTransaction(caller.merchant(), () -> {
            @Nullable
            SupplierId of = supplier == null
                    ? null
                    : SupplierCalls.byCode(suppliers, caller.merchant(), supplier)
                            .id();
            List<StockAlert> page = alerts.page(caller.merchant(), only, of, closedToo, after, rows + 1);
            Names names = names(caller, page);
            return Page.of(page, rows, alert -> row(alert, names), StockAlert::id);
        });
    }

    private record Names(
            Map<SkuId, String> codes,
            Map<OfferId, Offer> offers,
            Map<SupplierId, SupplierTerms> terms,
            Map<OfferId, CostProposal> costs) {}

    private Names names(Caller caller, List<StockAlert> page) {
        Map<SkuId, List<Offer>> of = catalog.everyOfferOf(
                caller.merchant(), page.stream().map(StockAlert::sku).collect(Collectors.toSet()));
        Map<OfferId, Offer> offers = new HashMap<>();
        of.values().forEach(all -> all.forEach(offer -> offers.put(offer.id(), offer)));
        Map<SkuId, String> codes = new HashMap<>();
        of.forEach((sku, all) -> catalog.codesOf(
                        caller.merchant(), all.stream().map(Offer::id).limit(1).toList())
                .forEach(code -> codes.put(sku, code)));
        return new Names(
                codes,
                offers,
                suppliers.all(caller.merchant()).stream().collect(Collectors.toMap(SupplierTerms::id, each -> each)),
                proposals.openOf(
                        caller.merchant(),
                        page.stream()
                                .filter(alert -> alert.kind() == StockAlert.Kind.COST_JUMP && alert.closedAt() == null)
                                .map(StockAlert::offer)
                                .filter(Objects::nonNull)
                                .toList()));
    }

    private static Row row(StockAlert alert, Names names) {
        @Nullable OfferId offerId = alert.offer();
        @Nullable Offer offer = offerId == null ? null : names.offers().get(offerId);
        @Nullable SupplierId supplier = alert.supplier();
        return new Row(
                alert.id().toString(),
                Lists.word(alert.kind()),
                names.codes().get(alert.sku()),
                supplier == null ? null : Suppliers.code(names.terms(), supplier),
                offer == null ? null : offer.supplierSku(),
                alert.available(),
                alert.sold(),
                alert.soldDays(),
                BigDecimal.valueOf(alert.coverTenths(), 1).toPlainString(),
                alert.threshold(),
                alert.kind() == StockAlert.Kind.COST_JUMP && offerId != null
                        ? jump(names.costs().get(offerId))
                        : null,
                alert.raisedAt(),
                alert.closedAt());
    }

    private static @Nullable Jump jump(@Nullable CostProposal asked) {
        return asked == null
                ? null
                : new Jump(
                        asked.id().toString(),
                        Amounts.ofMicros(asked.before().micros()),
                        asked.before().currency(),
                        Amounts.ofMicros(asked.proposed().micros()),
                        asked.proposed().currency());
    }

    @Operation(summary = "Count the open alerts about stock by kind")
    @Needs({Scope.READ, Scope.STOCK, Scope.CATALOG})
    @GetMapping("/counts")
    Counts counts(Caller caller) {
        Map<String, Long> open = new TreeMap<>();
        alerts.open(caller.merchant()).forEach((kind, count) -> open.put(Lists.word(kind), count));
        return new Counts(open);
    }

    @Operation(summary = "Read when alerts are raised")
    @Needs({Scope.READ, Scope.STOCK, Scope.CATALOG})
    @GetMapping("/thresholds")
    Thresholds read(Caller caller) {
        return tenancy.inTransaction(caller.merchant(), () -> {
            Map<SupplierId, SupplierTerms> terms = suppliers.all(caller.merchant()).stream()
                    .collect(Collectors.toMap(SupplierTerms::id, each -> each));
            return new Thresholds(
                    StockThresholds.LOW_DAYS,
                    StockThresholds.STALE_DAYS,
                    thresholds.words(caller.merchant()).stream()
                            .map(word -> threshold(caller, word, terms))
                            .toList());
        });
    }

    private Threshold threshold(Caller caller, Word word, Map<SupplierId, SupplierTerms> terms) {
        return switch (word.scope()) {
            case MERCHANT -> new Threshold(null, null, word.lowDays(), word.staleDays());
            case SUPPLIER ->
                new Threshold(
                        Suppliers.code(terms, new SupplierId(word.subject())), null, word.lowDays(), word.staleDays());
            case SKU -> new Threshold(null, code(caller, new SkuId(word.subject())), word.lowDays(), word.staleDays());
        };
    }

    private String code(Caller caller, SkuId sku) {
        List<OfferId> offers =
                catalog.everyOfferOf(caller.merchant(), List.of(sku)).getOrDefault(sku, List.of()).stream()
                        .map(Offer::id)
                        .limit(1)
                        .toList();
        return catalog.codesOf(caller.merchant(), offers).stream()
                .findFirst()
                .orElse(sku.value().toString());
    }

    @Operation(
            summary = "Say when alerts are raised",
            description = "For all, for a supplier's offers or for one SKU; the nearest word counts, from the next look"
                    + " on. Without lowDays and staleDays the word is taken back.")
    @Needs({Scope.STOCK, Scope.CATALOG})
    @PutMapping("/thresholds")
    Threshold set(Caller caller, @RequestBody Threshold body) {
        tenancy.run(caller.merchant(), () -> thresholds.set(caller.merchant(), word(caller, body)));
        return body;
    }

    private Word word(Caller caller, Threshold body) {
        @Nullable String sku = body.sku();
        @Nullable String supplier = body.supplier();
        if (sku != null && supplier != null) {
            throw new Problem(
                    CommonProblem.INVALID_FIELD, "Name a supplier or a SKU, or neither for all; not both.", "sku");
        }
        if (sku != null) {
            UUID id = catalog.skuByCode(caller.merchant(), sku)
                    .orElseThrow(() -> new Problem(
                            CommonProblem.INVALID_FIELD, "There is no SKU " + sku + ": define it first.", "sku"))
                    .id()
                    .value();
            return new Word(StockThresholds.Scope.SKU, id, body.lowDays(), body.staleDays());
        }
        if (supplier != null) {
            UUID id = SupplierCalls.byCode(suppliers, caller.merchant(), supplier)
                    .id()
                    .value();
            return new Word(StockThresholds.Scope.SUPPLIER, id, body.lowDays(), body.staleDays());
        }
        return new Word(StockThresholds.Scope.MERCHANT, caller.merchant().value(), body.lowDays(), body.staleDays());
    }
}
