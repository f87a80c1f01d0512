package dev.baton.api;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.inventory.ExpectedStock;
import dev.baton.inventory.RecordExpectedStock;
import dev.baton.orders.Backorder;
import dev.baton.orders.BackorderLookup;
import dev.baton.orders.BackorderPlan;
import dev.baton.orders.OrderLineId;
import dev.baton.orders.ServeBackorders;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What waits for stock, until when, and its release: rehearsed, then done as rehearsed. */
@RestController
@RequestMapping("/api/v1/backorders")
@Tag(name = "Stock")
class BackorderCalls {

    private final Tenancy tenancy;
    private final BackorderLookup backorders;
    private final ServeBackorders serve;
    private final RecordExpectedStock expected;
    private final CatalogLookup catalog;
    private final SupplierLookup suppliers;

    BackorderCalls(
            Tenancy tenancy,
            BackorderLookup backorders,
            ServeBackorders serve,
            RecordExpectedStock expected,
            CatalogLookup catalog,
            SupplierLookup suppliers) {
        this.tenancy = tenancy;
        this.backorders = backorders;
        this.serve = serve;
        this.expected = expected;
        this.catalog = catalog;
        this.suppliers = suppliers;
    }

    /** A SKU somebody waits for; meanings as in {@link Backorder}. */
    record Row(
            String sku,
            long units,
            int lines,
            Instant since,
            long available,
            boolean byHand,
            List<Expected> expected) {}

    /** Stock that is expected; {@code source} is {@code supplier} or {@code merchant}. */
    record Expected(LocalDate on, @Nullable Integer quantity, String source, String supplier) {}

    /** An order in line; meanings as in {@link Backorder.InLine}. */
    record InLine(
            String orderId,
            String number,
            String storeOrderName,
            String title,
            int units,
            long position,
            Instant since,
            @Nullable LocalDate promisedOn,
            @Nullable String promisedBy,
            @Nullable String supplier) {}

    /** A plan; meanings as in {@link BackorderPlan}. */
    record Plan(String sku, String token, int units, List<Planned> orders, boolean more) {}

    record Planned(
            String orderId,
            String number,
            String storeOrderName,
            int served,
            int waiting,
            List<Supply> supplies,
            List<String> heldBy) {}

    /** Who ships what at which cost; {@code beside} in book currency: its share of fee and shipping. */
    record Supply(
            @Nullable String sku,
            String supplier,
            String shipFrom,
            int quantity,
            String unitCost,
            String currency,
            String beside) {}

    record Release(String token) {}

    record ByHand(boolean byHand) {}

    /** {@code on} null takes the merchant's own word back; {@code quantity} absent = enough for all. */
    record ExpectedRow(
            String supplier,
            @Nullable String shipFrom,
            @Nullable LocalDate on,
            @Nullable Integer quantity) {}

    @Operation(
            summary = "List what waits for stock",
            description = "SKUs with ordered units no supplier has, and when more is expected.")
    @Needs({Scope.READ, Scope.ORDERS, Scope.STOCK})
    @GetMapping
    Page<Row> list(
            Caller caller,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        @Nullable UUID after = Page.cursor(cursor);
        int rows = Page.limit(limit);
        return tenancy.inTransaction(caller.merchant(), () -> {
            List<Backorder> page =
                    backorders.page(caller.merchant(), after == null ? null : new SkuId(after), rows + 1);
            Map<SupplierId, SupplierTerms> terms = terms(caller.merchant());
            return Page.of(
                    page, rows, each -> row(each, terms), each -> each.sku().value());
        });
    }

    private static Row row(Backorder each, Map<SupplierId, SupplierTerms> terms) {
        return new Row(
                each.code(),
                each.units(),
                each.lines(),
                each.since(),
                each.available(),
                each.byHand(),
                each.expected().stream()
                        .map(one -> new Expected(
                                one.on(),
                                one.quantity(),
                                Lists.word(one.source()),
                                Suppliers.code(terms, one.supplier())))
                        .toList());
    }

    @Operation(
            summary = "List the orders in line for a SKU",
            description =
                    "The oldest first, with the day what is there and what is expected reaches each, and whose word"
                            + " that is.")
    @Needs({Scope.READ, Scope.ORDERS, Scope.STOCK})
    @GetMapping("/{sku}")
    Page<InLine> line(
            Caller caller,
            @PathVariable String sku,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        @Nullable UUID after = Page.cursor(cursor);
        int rows = Page.limit(limit);
        return tenancy.inTransaction(caller.merchant(), () -> {
            List<Backorder.InLine> page = backorders.line(
                    caller.merchant(), sku(caller, sku), after == null ? null : new OrderLineId(after), rows + 1);
            Map<SupplierId, SupplierTerms> terms = terms(caller.merchant());
            return Page.of(
                    page, rows, each -> inLine(each, terms), each -> each.line().value());
        });
    }

    private static InLine inLine(Backorder.InLine each, Map<SupplierId, SupplierTerms> terms) {
        Backorder.@Nullable Promised promised = each.promised();
        return new InLine(
                each.order().value().toString(),
                each.number(),
                each.storeOrderName(),
                each.title(),
                each.units(),
                each.position(),
                each.since(),
                promised == null ? null : promised.on(),
                promised == null ? null : Lists.word(promised.source()),
                promised == null || promised.supplier() == null ? null : Suppliers.code(terms, promised.supplier()));
    }

    @Operation(
            summary = "Rehearse the release of what waits for a SKU",
            description = "Which orders would be served, by whom and at what cost. Nothing is written.")
    @Needs({Scope.ORDERS, Scope.READ})
    @PostMapping("/{sku}/rehearsal")
    Plan rehearse(Caller caller, @PathVariable String sku) {
        SkuId id = tenancy.inTransaction(caller.merchant(), () -> sku(caller, sku));
        return print(caller, sku, serve.rehearse(caller.merchant(), id));
    }

    @Operation(
            summary = "Release what waits for a SKU as rehearsed",
            description = "Exactly what the rehearsal said, or nothing: 409 when anything has changed since.")
    @Needs(Scope.ORDERS)
    @PostMapping("/{sku}/release")
    Plan release(Caller caller, @PathVariable String sku, @RequestBody Release body) {
        SkuId id = tenancy.inTransaction(caller.merchant(), () -> sku(caller, sku));
        return print(caller, sku, serve.release(caller.merchant(), id, body.token()));
    }

    @Operation(
            summary = "Say who releases what waits for a SKU",
            description =
                    "byHand true: a person, by a rehearsal; stock that comes is then a task. false: stock that comes"
                            + " does it by itself.")
    @Needs(Scope.ORDERS)
    @PutMapping("/{sku}/by-hand")
    ByHand byHand(Caller caller, @PathVariable String sku, @RequestBody ByHand body) {
        tenancy.run(caller.merchant(), () -> {
            if (body.byHand()) {
                serve.keepForAPerson(caller.merchant(), sku(caller, sku));
            } else {
                serve.serveByItself(caller.merchant(), sku(caller, sku));
            }
        });
        return body;
    }

    @Operation(
            summary = "Say when more of a SKU is expected",
            description =
                    "The merchant's own word on one supplier's offer; a supplier's backorder date is kept by itself."
                            + " Without on it is taken back.")
    @Needs({Scope.STOCK, Scope.ORDERS})
    @PutMapping("/{sku}/expected")
    ExpectedRow expect(Caller caller, @PathVariable String sku, @RequestBody ExpectedRow body) {
        @Nullable Integer quantity = body.quantity();
        if (quantity != null && quantity < 1) {
            throw new Problem(
                    CommonProblem.INVALID_FIELD,
                    "quantity is 1 or more; leave it out when it is not known.",
                    "quantity");
        }
        tenancy.run(caller.merchant(), () -> {
            OfferId offer = offer(caller, sku(caller, sku), body);
            @Nullable LocalDate on = body.on();
            if (on == null) {
                expected.forget(caller.merchant(), offer);
            } else {
                expected.record(
                        caller.merchant(),
                        List.of(new ExpectedStock(offer, offer.value(), ExpectedStock.Source.MERCHANT, on, quantity)));
            }
        });
        return body;
    }

    private OfferId offer(Caller caller, SkuId sku, ExpectedRow body) {
        SupplierId supplier = SupplierCalls.byCode(suppliers, caller.merchant(), body.supplier())
                .id();
        return catalog.offersOf(caller.merchant(), List.of(sku)).getOrDefault(sku, List.of()).stream()
                .filter(offer -> offer.supplier().equals(supplier)
                        && (body.shipFrom() == null || offer.shipFrom().equals(body.shipFrom())))
                .map(Offer::id)
                .findFirst()
                .orElseThrow(() -> new Problem(
                        CommonProblem.INVALID_FIELD,
                        "The supplier does not offer the SKU there: define the offer first.",
                        "supplier"));
    }

    private SkuId sku(Caller caller, String code) {
        return catalog.skuByCode(caller.merchant(), code)
                .orElseThrow(() -> new Problem(
                        CommonProblem.NOT_FOUND,
                        "There is no SKU " + code + ": define it by POST /api/v1/catalog/skus."))
                .id();
    }

    private Map<SupplierId, SupplierTerms> terms(MerchantId merchant) {
        return suppliers.all(merchant).stream().collect(Collectors.toMap(SupplierTerms::id, each -> each));
    }

    private Plan print(Caller caller, String sku, BackorderPlan plan) {
        Map<SupplierId, SupplierTerms> terms = tenancy.inTransaction(caller.merchant(), () -> terms(caller.merchant()));
        return new Plan(
                sku,
                plan.token(),
                plan.units(),
                plan.orders().stream().map(each -> planned(each, terms)).toList(),
                plan.more());
    }

    private static Planned planned(BackorderPlan.Order each, Map<SupplierId, SupplierTerms> terms) {
        return new Planned(
                each.order().value().toString(),
                each.number(),
                each.storeOrderName(),
                each.served(),
                each.waiting(),
                each.supplies().stream()
                        .map(one -> new Supply(
                                one.sku(),
                                Suppliers.code(terms, one.supplier()),
                                one.shipFrom(),
                                one.quantity(),
                                Amounts.ofMicros(one.unitCostMicros()),
                                one.currency(),
                                Amounts.ofMicros(one.besideMicros())))
                        .toList(),
                each.heldBy().stream().map(Lists::word).toList());
    }
}
